// SPDX-License-Identifier: MIT
#include "render/words/state.hpp"

#include <algorithm>
#include <cmath>

#include "base/money.hpp"
#include "base/volume.hpp"
#include "incident/words.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using incident::Incident;
using report::Condition;
using report::Report;
using report::State;

LocalSeconds clock_of(const State& state) { return state.last->time + state.last->age; }

std::string incidents_words(std::int64_t number, Language language) {
  return trnf(language, "{} incident", "{} incidents", number, grouped(number, language));
}

void add(std::string& list, std::string_view separator, const std::string& item) {
  if (!item.empty()) list.append(list.empty() ? "" : separator).append(item);
}

// "Today", or what days else the report is of, and how many incidents they have.
std::string period_words(const State& state, const Report& report, Language language) {
  std::string what = incidents_words(state.incidents, language);
  add(what, ", ", lost_words(state.lost, report.volume, language, state.lost_amount));
  const Period& period = report.period;
  const std::string today = period_text({period.begin, period.begin + 86'400});
  const bool is_today = period_text(period) == today && today.size() == 10;
  return is_today ? trf(language, "Today: {}.", what)
                  : trf(language, "In this period, {}: {}.", period_text(period, language), what);
}

// Of the status that incident_words() names, which may not be the one that the incident began with.
LocalSeconds begin_of_what(const Incident& incident) { return incident::leading_part(incident).first; }

// "It began at 23:49 with approvals."; nothing: it began with what it is called by.
std::string begin_words(const State& state, Language language) {
  const Incident& worst = *state.worst;
  if (begin_of_what(worst) <= worst.first) return {};
  const auto earliest = std::ranges::min_element(worst.parts, {}, &incident::Part::first);
  return trf(language, "It began at {} with {}.", incident::clock_words(worst.first, clock_of(state), language),
             incident::name_words(earliest->status, worst.volume, language));
}

std::string so_far(const State& state, Language language) {
  const Incident& worst = *state.worst;
  const std::string time = duration_text((clock_of(state) - worst.first) / 60 * 60 + 60);
  const std::string lost = lost_words(incident::lost(worst), worst.volume, language, incident::lost_amount(worst));
  std::string words = begin_words(state, language);
  add(words, " ", lost.empty() ? trf(language, "{} so far.", time) : trf(language, "{} so far, {}.", time, lost));
  if (state.running > 1) {
    const std::int64_t more = state.running - 1;
    add(words, " ", trnf(language, "And {} more incident runs.", "And {} more incidents run.", more, grouped(more, language)));
  }
  return words;
}

// Of a shop that is closed, or of which nothing comes.
std::string quiet_words(const State& state, Language language) {
  if (state.last->overdue) return capitalised(last_row_words(*state.last, language)) + ".";
  if (state.last->age <= 600) return {};
  return trf(language, "No rows since {}, and none were expected.",
             incident::clock_words(state.last->time, clock_of(state), language));
}

StateWords running_words(const State& state, const Report& report, Language language) {
  const Incident& worst = *state.worst;
  const bool is_critical = state.condition == Condition::critical;
  const std::string what = incident_words(worst, report, language);
  const std::string since = incident::clock_words(begin_of_what(worst), clock_of(state), language);
  StateWords words;
  words.headline = is_critical ? trf(language, "Critical now: {} since {}", what, since)
                               : trf(language, "Warning now: {} since {}", what, since);
  words.detail = so_far(state, language);
  add(words.detail, " ", quiet_words(state, language));
  if (state.incidents > state.running) add(words.detail, " ", period_words(state, report, language));
  const bool rises = incident::is_rise(worst.parts.front());
  const std::string_view sign = rises ? (is_critical ? "\u25b2 " : "\u25b3 ") : (is_critical ? "\u25bc " : "\u25bd ");
  words.title = std::string(sign) + what;
  return words;
}

StateWords no_data_words(const State& state, const Report& report, Language language) {
  const report::LastRow& last = *state.last;
  StateWords words;
  words.headline = last_row_words(last, language);
  words.title = "\u25cb " + words.headline;
  words.headline = capitalised(std::move(words.headline));
  if (state.running > 0) {
    const std::string since = incident::clock_words(begin_of_what(*state.worst), clock_of(state), language);
    words.detail = trf(language, "Running: {} since {}.", incident_words(*state.worst, report, language), since);
    add(words.detail, " ", so_far(state, language));
  }
  if (words.detail.empty()) words.detail = tr(language, "Rows should have come since then. Is the feed still running?");
  if (state.incidents > state.running) add(words.detail, " ", period_words(state, report, language));
  return words;
}

StateWords normal_words(const State& state, const Report& report, Language language) {
  StateWords words;
  words.headline = tr(language, "Normal");
  words.title = "\u2713 " + std::string(tr(language, "normal"));
  if (state.incidents == 0) {
    const std::int64_t alerts = report.total.abnormal_rows;
    words.detail = alerts > 0 ? trnf(language, "{} alert, no incident.", "{} alerts, no incident.", alerts, grouped(alerts, language))
                              : std::string(tr(language, "No incident in this period."));
    if (report.total.rows == 0 && report.last_record) words.detail = tr(language, "No rows match the filter.");
  } else {
    words.detail = period_words(state, report, language);
    words.detail += ' ' + trf(language, "The last was over at {}.", incident::clock_words(*state.since, clock_of(state), language));
  }
  add(words.detail, " ", quiet_words(state, language));
  return words;
}

std::string worst_words(const State& state, const Report& report, Language language) {
  const incident::Part worst = incident::leading_part(*state.worst);
  const LocalSeconds day = report.period.end - 1;  // nothing is said of the day where there is one
  const std::string what = incident_words(*state.worst, report, language);
  const std::string from = incident::clock_words(worst.first, day, language);
  if (report::is_cut_by_end(report, *state.worst))
    return trf(language, "The worst: {} from {} to {} at least.", what, from,
               incident::clock_words(worst.last, day, language));
  if (worst.last == worst.first) return trf(language, "The worst: {} at {}.", what, from);
  return trf(language, "The worst: {} from {} to {}.", what, from, incident::clock_words(worst.last, day, language));
}

StateWords past_words(const State& state, const Report& report, Language language) {
  StateWords words;
  if (state.incidents > 0) {
    const auto critical = std::ranges::count(report.incidents, Severity::critical, &Incident::severity);
    words.headline = incidents_words(state.incidents, language);
    if (critical > 0) add(words.headline, ", ", trnf(language, "{} critical", "{} critical", critical, grouped(critical, language)));
    add(words.headline, "; ", lost_words(state.lost, report.volume, language, state.lost_amount));
    words.detail = worst_words(state, report, language);
  } else if (report.total.rows == 0) {  // no data is no good news
    words.headline = report.last_record ? tr(language, "No rows match the filter") : tr(language, "No rows in this period");
  } else if (report.total.abnormal_rows > 0) {
    const std::int64_t alerts = report.total.abnormal_rows;
    words.headline = trnf(language, "{} alert", "{} alerts", alerts, grouped(alerts, language));
  } else {
    words.headline = tr(language, "Nothing abnormal");
  }
  return words;
}

StateWords empty_words(Language language) {
  return {std::string(tr(language, "No rows yet")),
          std::string(tr(language, "Post some to api/score, or fill the history: pos-score -m MODEL -b HISTORY FILE.")),
          {}};
}

}  // namespace

StateWords state_words(const State& state, const Report& report, Language language) {
  switch (state.condition) {
    case Condition::empty:
      return empty_words(language);
    case Condition::past:
      return past_words(state, report, language);
    case Condition::no_data:
      return no_data_words(state, report, language);
    case Condition::normal:
      return normal_words(state, report, language);
    case Condition::warning:
    case Condition::critical:
      return running_words(state, report, language);
  }
  return {};
}

std::string incident_words(const Incident& incident, const Report& report, Language language) {
  const std::string what = incident::what_words(incident::leading_part(incident), incident.volume, language);
  return incident.group == report.filter.key() ? what : incident::of_group(incident.group, what);
}

std::string lost_words(std::optional<double> lost, const std::string& volume, Language language,
                       std::optional<double> amount) {
  const std::int64_t number = lost && *lost < 9e18 ? std::llround(*lost) : 0;
  if (number <= 0) return {};
  const std::string shown = grouped(number, language);
  const std::string what = is_approved(volume)
                               ? trnf(language, "about {} approval lost", "about {} approvals lost", number, shown)
                               : trf(language, "about {} {} lost", shown, volume);
  return amount ? trf(language, "{}, worth {}", what, amount_words(*amount, language)) : what;
}

std::string last_row_words(const report::LastRow& row, Language language) {
  const std::string clock = incident::clock_words(row.time, row.time + row.age, language);
  const std::string age = duration_text(row.age < 60 ? row.age : row.age - row.age % 60);
  return row.overdue ? trf(language, "no data since {} ({})", clock, age)
                     : trf(language, "last data {}, {} ago", clock, age);
}

}  // namespace pos::render
