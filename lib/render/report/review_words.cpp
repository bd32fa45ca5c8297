// SPDX-License-Identifier: MIT
#include "render/report/review_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Delay;
using report::Judged;
using report::Kept;
using report::Review;

std::string decimal(double value, int decimals, Language language) {
  return in_language(language, fmt::format("{:.{}f}", value, decimals));
}

// `29 d 14 h`: a period may be shorter than a day.
std::string days_text(double days) { return duration_text(static_cast<std::int64_t>(std::lround(days * 86'400))); }

// `0.5`, `0.05`, `1`: as people type it.
std::string budget_text(double budget, Language language) {
  return in_language(language, fmt::format("{:.3g}", budget));
}

std::string rate_text(const report::FalseRate& rate, Language language) {
  return trf(language, "{} a day (95 %: {} to {})", decimal(rate.a_day, 2, language),
             decimal(rate.interval.low, 2, language), decimal(rate.interval.high, 2, language));
}

std::string counts_line(const report::Report& report, Language language) {
  const Review& review = *report.review;
  const std::string days = days_text(review.days);
  const std::int64_t all = review.whole.incidents + review.keys.incidents;
  if (review.days <= 0) return std::string(tr(language, "no data: nothing can be said"));
  if (all == 0) return trf(language, "No incident began in {} with data.", days);
  if (!report.people)
    return trnf(language, "{} incident began in {} with data; {} open.",
                "{} incidents began in {} with data; {} open.", all, grouped(all, language), days, review.open);
  return trnf(language, "{} incident began in {} with data: {} true, {} false, {} not judged; {} open.",
              "{} incidents began in {} with data: {} true, {} false, {} not judged; {} open.", all,
              grouped(all, language), days, review.whole.true_alarms + review.keys.true_alarms,
              review.whole.false_alarms + review.keys.false_alarms, review.whole.unjudged() + review.keys.unjudged(),
              review.open);
}

std::string kept_words(const Judged& judged, const Review& review, Language language) {
  if (!review.budget) return std::string(tr(language, "The budget is not known."));
  const std::string budget = budget_text(*review.budget, language);
  switch (is_kept(judged, review.days, *review.budget)) {
    case Kept::yes:
      return trf(language, "The budget of {} a day was kept.", budget);
    case Kept::no:
      return trf(language, "That is more than the budget of {} a day.", budget);
    case Kept::unknown:
      break;
  }
  return trf(language, "Whether the budget of {} a day was kept cannot be told from so few.", budget);
}

std::string false_line(const Judged& judged, const Review& review, Language language) {
  const auto least = report::false_at_least(judged, review.days);
  const auto most = report::false_at_most(judged, review.days);
  std::string line = trf(language, "False alarms: {}, that is {}.", least->alarms, rate_text(*least, language));
  if (judged.unjudged() > 0)
    line += " " + trf(language, "With those not judged at most {}, {}.", most->alarms, rate_text(*most, language));
  return review.is_of_all ? line + " " + kept_words(judged, review, language) : line;
}

void append_false_lines(std::vector<std::string>& lines, const report::Report& report, Language language) {
  const Review& review = *report.review;
  if (!report.people || review.days <= 0) return;
  if (!report.filter.key().empty()) {
    lines.push_back(false_line(review.keys, review, language));
    return;
  }
  const std::string whole = false_line(review.whole, review, language);
  lines.push_back(report.has_keys ? trf(language, "The whole: {}", whole) : whole);
  if (report.has_keys) lines.push_back(trf(language, "Keys: {}", false_line(review.keys, review, language)));
}

// Where they differ.
void append_models(std::vector<std::string>& lines, const Review& review, Language language) {
  const auto& models = review.models;
  const bool differ =
      std::ranges::any_of(models, [&](const auto& model) { return model.budget != models.front().budget; });
  if (!differ) return;
  std::vector<std::string> all;
  for (const report::ModelBudget& model : models) {
    const std::string days = days_text(model.days);
    all.push_back(model.budget ? trf(language, "{} a day for {} ({})", budget_text(*model.budget, language), days,
                                     printable(model.name))
                               : trf(language, "not known for {} ({})", days, printable(model.name)));
  }
  lines.push_back(trf(language, "Budgets: {}", join(all, ", ")));
}

std::string delay_text(std::optional<std::int64_t> seconds) { return seconds ? duration_text(*seconds) : "-"; }

}  // namespace

std::vector<std::string> review_lines(const report::Report& report, Language language) {
  const Review& review = *report.review;
  std::vector<std::string> lines = {counts_line(report, language)};
  append_false_lines(lines, report, language);
  append_models(lines, review, language);
  if (!report.people) {
    lines.emplace_back(tr(language,
                          "No pos-alert keeps its incidents in this history: nobody has judged them, and when somebody "
                          "was told is not known."));
    return lines;
  }
  const std::int64_t unrecorded = review.whole.incidents + review.keys.incidents - review.recorded;
  if (unrecorded > 0)
    lines.push_back(trnf(language, "{} of them pos-alert has not recorded: it cannot be judged.",
                         "{} of them pos-alert has not recorded: they cannot be judged.", unrecorded, unrecorded));
  if (review.ahead > 0)
    lines.push_back(trnf(language, "{} was told or taken before it began: a clock is wrong, or --timezone.",
                         "{} were told or taken before they began: a clock is wrong, or --timezone.", review.ahead,
                         review.ahead));
  return lines;
}

ReviewTable delays_table(const Review& review, Language language) {
  ReviewTable table{{trf(language, "from the first minute to"), trf(language, "incidents"), trf(language, "median"),
                     trf(language, "90 %"), trf(language, "worst"), trf(language, "none")},
                    {}};
  const auto add = [&](std::string_view name, const std::optional<Delay>& delay) {
    if (!delay) return;
    table.rows.push_back({trf(language, name), grouped(delay->incidents, language), delay_text(delay->median),
                          delay_text(delay->most), delay_text(delay->worst), grouped(delay->none, language)});
  };
  add(marked("first message"), review.told);
  add(marked("taken by somebody"), review.taken);
  add(marked("end"), review.over);
  return table;
}

ReviewTable budgets_table(const Review& review, Language language) {
  ReviewTable table{{trf(language, "budget a day"), trf(language, "incidents"), trf(language, "critical"),
                     trf(language, "incidents a day"), trf(language, "messages")},
                    {}};
  for (const report::AtBudget& at : review.budgets) {
    const std::string budget = at.budget ? budget_text(*at.budget, language) : "";
    const std::string name = !at.budget     ? trf(language, "as it was")
                             : at.is_rough ? trf(language, "{} (roughly)", budget)
                                           : budget;
    const double a_day = review.days > 0 ? static_cast<double>(at.incidents) / review.days : 0;
    table.rows.push_back({name, grouped(at.incidents, language), grouped(at.critical, language),
                          decimal(a_day, 2, language), grouped(at.messages, language)});
  }
  return table;
}

std::string budgets_note(const Review& review, Language language) {
  if (review.budgets.empty())
    return std::string(tr(language, "What another budget would have told is not known: the rows have no surprise, or "
                                    "their model no budget."));
  return std::string(tr(language, "Made again from the surprise of the rows; messages are those to one reader."));
}

}  // namespace pos::render
