// SPDX-License-Identifier: MIT
#include "checkout/insights.hpp"

#include <fmt/core.h>

#include "base/text.hpp"
#include "checkout/day_gaps.hpp"
#include "checkout/day_shape.hpp"
#include "checkout/describe.hpp"
#include "checkout/incident.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// `0 to 55`
std::string extremes(const HourlyColumn& column) {
  const Description d = describe(column.values);
  return number(d.min) + " to " + number(d.max);
}

std::vector<const HourlyColumn*> columns_of(const HourlyTable& table, Kind kind) {
  std::vector<const HourlyColumn*> columns;
  for (const HourlyColumn& column : table.columns) {
    if (kind_of(column) == kind) columns.push_back(&column);
  }
  return columns;
}

std::string names_with_extremes(const std::vector<const HourlyColumn*>& columns) {
  std::vector<std::string> items;
  for (const HourlyColumn* column : columns) items.push_back(printable(column->name) + " (" + extremes(*column) + ")");
  return list(items);
}

Insight tell_columns(const HourlyTable& table) {
  const auto counts = columns_of(table, Kind::count);
  const auto averages = columns_of(table, Kind::average);
  std::string text;
  if (!counts.empty()) text += "Counts of single days, whole numbers an hour: " + names_with_extremes(counts) + ".";
  if (!averages.empty()) {
    text += text.empty() ? "" : " ";
    text += "Averages of several days: " + names_with_extremes(averages) + ".";
  }
  if (!counts.empty() && !averages.empty()) {
    text += " Averaging smooths the lowest and the highest hour: they are not compared with those of a count.";
  }
  return {"columns",
          text,
          {{"counts", static_cast<double>(counts.size())}, {"averages", static_cast<double>(averages.size())}}};
}

Insight tell_total(const HourlyColumn& today) {
  const double sum = total(today.values);
  const auto hours = static_cast<double>(today.values.size());
  return {"total",
          fmt::format("{} today in {}: {:.2f} an hour.", count_of(sum, "sale"), count_of(hours, "hour"), sum / hours),
          {{"total", sum}, {"hours", hours}, {"mean", sum / hours}}};
}

// What an incident of the reference's own does to the comparison, and how it would be without.
void append_own_incidents(Insight& insight, const HourlyTest& test, const HourlyColumn& reference, double today) {
  double effect = 0;
  std::vector<std::string> incidents;
  for (const Incident& incident : incidents_of(test, reference.name)) {
    effect += incident.effect();
    incidents.push_back(told(incident));
  }
  if (incidents.empty()) return;
  const double ordinary = total(reference.values) - effect;
  insight.text += fmt::format(
      " {0} itself had {1}, so the comparison {2} today: with ordinary sales there {0} would have had about {3:.0f}, "
      "and today would be at {4}.",
      reference.name, list(incidents), effect < 0 ? "flatters" : "is unfair to", ordinary, change(ordinary, today));
  insight.figures.emplace_back(reference.name + "_without_incident", ordinary);
  insight.figures.emplace_back(reference.name + "_without_incident_change_percent", (today / ordinary - 1) * 100);
}

Insight tell_reference(const HourlyColumn& today, const HourlyColumn& reference,
                       const std::optional<HourlyTest>& test) {
  const double now = total(today.values);
  const double then = total(reference.values);
  const auto hours = static_cast<double>(today.values.size());
  Insight insight{"reference", {}, {{reference.name + "_total", then}, {reference.name + "_mean", then / hours}}};
  if (then == 0) {
    insight.text =
        fmt::format("Against {}: {} to none, so there is no per cent.", reference.name, count_of(now, "sale"));
    if (test) insight.text += " It has no say in what is expected.";
    if (test) append_own_incidents(insight, *test, reference, now);
    return insight;
  }
  insight.text = fmt::format("Against {}: {}. Sales {} to {}, an hour {:.2f} to {:.2f}.", reference.name,
                             change(then, now), number(now), number(then), now / hours, then / hours);
  insight.figures.emplace_back(reference.name + "_change_percent", (now / then - 1) * 100);
  if (test) append_own_incidents(insight, *test, reference, now);
  return insight;
}

void append(std::vector<Insight>& insights, std::optional<Insight> insight) {
  if (insight) insights.push_back(std::move(*insight));
}

}  // namespace

Insight tell_running(const HourlyTable& table) {
  const auto hours = static_cast<double>(table.hours.size());
  return {"running",
          fmt::format("The day is not over: its sales end with {}. What follows is of {}, of all columns.",
                      hour_text(table.hours.back()), count_of(hours, "hour")),
          {{"last_hour", table.hours.back()}, {"hours", hours}}};
}

std::vector<Insight> insights(const HourlyTable& table, const std::optional<HourlyTest>& test) {
  std::vector<Insight> found{tell_columns(table)};
  const HourlyColumn* today = table.find("today");
  if (today == nullptr) {
    append(found, tell_spread(columns_of(table, Kind::count)));
    return found;
  }
  found.push_back(tell_total(*today));
  if (test) append(found, tell_incidents(*test));
  for (const HourlyColumn& column : table.columns) {
    if (is_reference(column.name)) found.push_back(tell_reference(*today, column, test));
  }
  append(found, tell_quiet_hours(table, test));
  append(found, tell_spread(columns_of(table, Kind::count)));
  append(found, tell_shares(table));
  append(found, tell_median(table));
  append(found, tell_peak(table, test));
  return found;
}

}  // namespace pos::checkout
