// SPDX-License-Identifier: MIT
#include "render/report/review_data.hpp"

#include <optional>
#include <string_view>

#include "base/text.hpp"

namespace pos::render {
namespace {

using report::Delay;
using report::Judged;
using report::Review;
using write::Line;
using write::RecordLine;

struct ReviewRow {
  std::string_view measure, of = {};
  std::optional<std::int64_t> incidents = {}, messages = {};
  std::optional<double> value = {}, low = {}, high = {};
};

class ReviewLines {
 public:
  ReviewLines(std::string& out, Line form) : out_(out), form_(form) {}

  void add(const ReviewRow& of) {
    constexpr int decimals = 4;
    RecordLine row(out_, form_);
    row.text("measure", of.measure).text_or_null("of", of.of);
    row.number("incidents", of.incidents).number("messages", of.messages);
    row.decimal("value", of.value, decimals).decimal("low", of.low, decimals).decimal("high", of.high, decimals).end();
  }

  void add(std::string_view scope, const Judged& judged, double days) {
    const auto rate = [&](std::string_view measure, const std::optional<report::FalseRate>& of) {
      if (of) add({measure, scope, of->alarms, {}, of->a_day, of->interval.low, of->interval.high});
    };
    rate("false_a_day", report::false_at_least(judged, days));
    rate("false_a_day_at_most", report::false_at_most(judged, days));
  }

  void add(std::string_view measure, const std::optional<Delay>& delay) {
    if (!delay) return;
    const auto seconds = [&](std::string_view of, std::optional<std::int64_t> value) {
      if (value) add({measure, of, delay->incidents, {}, static_cast<double>(*value)});
    };
    seconds("median", delay->median);
    seconds("90%", delay->most);
    seconds("worst", delay->worst);
    add({measure, "none", delay->none});
  }

 private:
  std::string& out_;
  Line form_;
};

std::string budget_name(double budget) {
  std::string name;
  append_decimal(name, budget, 2);
  return name;
}

void append_incidents_of(ReviewLines& lines, const Review& review, bool has_people) {
  const auto both = [&](std::int64_t Judged::*of) { return review.whole.*of + review.keys.*of; };
  lines.add({"incidents", "all", both(&Judged::incidents)});
  lines.add({"incidents", "open", review.open});
  if (!has_people) return;
  lines.add({"incidents", "true", both(&Judged::true_alarms)});
  lines.add({"incidents", "false", both(&Judged::false_alarms)});
  lines.add({"incidents", "unjudged", review.whole.unjudged() + review.keys.unjudged()});
  lines.add({"incidents", "unrecorded", both(&Judged::incidents) - review.recorded});
}

}  // namespace

void append_review_header(std::string& out) { ReviewLines(out, Line::csv_header).add({}); }

void append_review_lines(std::string& out, Line form, const report::Report& report) {
  if (!report.review) return;
  const Review& review = *report.review;
  ReviewLines lines(out, form);
  lines.add({.measure = "days", .value = review.days});
  append_incidents_of(lines, review, report.people.has_value());
  if (report.people) {
    if (report.filter.key().empty()) lines.add("whole", review.whole, review.days);
    if (report.has_keys) lines.add("keys", review.keys, review.days);
  }
  for (const report::ModelBudget& model : review.models)
    lines.add({.measure = "budget", .of = printable(model.name), .value = model.budget});
  if (review.budget) lines.add({.measure = "budget", .of = "all", .value = review.budget});
  lines.add("seconds_to_message", review.told);
  lines.add("seconds_to_taken", review.taken);
  lines.add("seconds_to_end", review.over);
  for (const report::AtBudget& at : review.budgets) {
    const std::string of = at.budget ? budget_name(*at.budget) : "as it was";
    const auto a_day =
        review.days > 0 ? std::optional(static_cast<double>(at.incidents) / review.days) : std::nullopt;
    lines.add({at.is_rough ? "at_budget_rough" : "at_budget", of, at.incidents, at.messages, a_day});
  }
}

}  // namespace pos::render
