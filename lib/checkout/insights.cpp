// SPDX-License-Identifier: MIT
#include "checkout/insights.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "checkout/day_gaps.hpp"
#include "checkout/day_shape.hpp"
#include "checkout/describe.hpp"
#include "checkout/incident.hpp"
#include "checkout/weekday.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// `0 to 55`
std::string extremes(const HourlyColumn& column, Language language) {
  const Description d = describe(column.values);
  return trf(language, "{} to {}", number(d.min, language), number(d.max, language));
}

std::vector<const HourlyColumn*> columns_of(const HourlyTable& table, bool averages) {
  std::vector<const HourlyColumn*> columns;
  for (const HourlyColumn& column : table.columns) {
    if ((kind_of(column, table.is_money) == Kind::average) == averages) columns.push_back(&column);
  }
  return columns;
}

std::string names_with_extremes(const std::vector<const HourlyColumn*>& columns, Language language) {
  std::vector<std::string> items;
  for (const HourlyColumn* column : columns)
    items.push_back(printable(column->name) + " (" + extremes(*column, language) + ")");
  return list(items, language);
}

Insight tell_columns(const HourlyTable& table, Language language) {
  const auto counts = columns_of(table, false);
  const auto averages = columns_of(table, true);
  std::string text;
  if (!counts.empty())
    text += trf(language,
                table.is_money ? marked("Sums of money of single days, by hour: {}.")
                               : marked("Counts of single days, whole numbers an hour: {}."),
                names_with_extremes(counts, language));
  if (!averages.empty()) {
    text += text.empty() ? "" : " ";
    text += trf(language, "Averages of several days: {}.", names_with_extremes(averages, language));
  }
  if (!counts.empty() && !averages.empty()) {
    text += " ";
    text += tr(language,
               "Averaging smooths the lowest and the highest hour: they are not compared with those of one day.");
  }
  return {"columns",
          text,
          {{"counts", static_cast<double>(counts.size())}, {"averages", static_cast<double>(averages.size())}}};
}

Insight tell_total(const HourlyColumn& today, bool is_money, Language language) {
  const double sum = total(today.values);
  const auto hours = static_cast<double>(today.values.size());
  return {"total",
          trf(language, "{} today in {}: {} an hour.", sales_text(sum, is_money, language), hours_text(hours, language),
              two_decimals(sum / hours, language)),
          {{"total", sum}, {"hours", hours}, {"mean", sum / hours}}};
}

// What an incident of the reference's own does to the comparison, and how it would be without.
void append_own_incidents(Insight& insight, const HourlyTest& test, const HourlyColumn& reference, double today,
                          Language language) {
  if (today == 0) return;  // all of it is gone, whatever it is compared with
  double effect = 0;
  std::vector<std::string> incidents;
  for (const Incident& incident : incidents_of(test, reference.name)) {
    effect += incident.effect();
    incidents.push_back(told(incident, language));
  }
  if (incidents.empty()) return;
  const double ordinary = total(reference.values) - effect;
  insight.ordinary = false;
  insight.text += " " + trf(language,
                            effect < 0 ? marked("{0} itself had {1}, so the comparison flatters today: with ordinary "
                                                "sales there {0} would have had about {2:.0f}, and today would be at {3}.")
                                       : marked("{0} itself had {1}, so the comparison is unfair to today: with ordinary "
                                                "sales there {0} would have had about {2:.0f}, and today would be at {3}."),
                            reference.name, list(incidents, language), ordinary, change(ordinary, today, language));
  insight.figures.emplace_back(reference.name + "_without_incident", ordinary);
  insight.figures.emplace_back(reference.name + "_without_incident_change_percent", (today / ordinary - 1) * 100);
}

// Yesterday was another day of the week, which is why it sold at other hours.
void append_weekday(Insight& insight, const HourlyTable& table, const HourlyTest& test, const HourlyColumn& reference,
                    Language language) {
  std::vector<int> hours;
  for (const OddHour& odd : test.of_weekday) {
    if (odd.reference == reference.name) hours.push_back(odd.hour);
  }
  if (hours.empty() || !table.day || reference.name != "yesterday") return;
  const bool is_known = std::any_of(table.week_before.begin(), table.week_before.end(),
                                    [&](const HourlyColumn& column) { return column.name == reference.name; });
  (insight.text += " ") +=
      trf(language,
          is_known ? marked("yesterday was {}, which sells at other hours: so it did a week before ({}).")
                   : marked("yesterday was {}, which may be why it sold at other hours ({})."),
          weekday_with_article(*table.day - 1, language), hour_ranges(hours, language));
}

Insight tell_reference(const HourlyColumn& today, const HourlyColumn& reference, bool is_money,
                       const std::optional<HourlyTest>& test, Language language) {
  const double now = total(today.values);
  const double then = total(reference.values);
  const auto hours = static_cast<double>(today.values.size());
  Insight insight{"reference", {}, {{reference.name + "_total", then}, {reference.name + "_mean", then / hours}}};
  if (then == 0) {
    insight.text = trf(language, "Against {}: {} to none, so there is no per cent.", reference.name,
                       sales_text(now, is_money, language));
    if (test) {
      (insight.text += " ") += tr(language, "It has no say in what is expected.");
      append_own_incidents(insight, *test, reference, now, language);
    }
    return insight;
  }
  insight.text = trf(language, "Against {}: {}. Sales {} to {}, an hour {} to {}.", reference.name,
                     change(then, now, language), number(now, language), number(then, language),
                     two_decimals(now / hours, language), two_decimals(then / hours, language));
  insight.figures.emplace_back(reference.name + "_change_percent", (now / then - 1) * 100);
  if (test) append_own_incidents(insight, *test, reference, now, language);
  return insight;
}

void append(std::vector<Insight>& insights, std::optional<Insight> insight) {
  if (insight) insights.push_back(std::move(*insight));
}

}  // namespace

Insight tell_running(const HourlyTable& table, Language language) {
  const auto hours = static_cast<double>(table.hours.size());
  return {"running",
          trf(language, "The day is not over: its sales end with {}. What follows is of {}, of all columns.",
              hour_text(table.hours.back()), hours_text(hours, language)),
          {{"last_hour", table.hours.back()}, {"hours", hours}}};
}

std::vector<Insight> insights(const HourlyTable& table, const std::optional<HourlyTest>& test, Language language) {
  std::vector<Insight> found{tell_columns(table, language)};
  const HourlyColumn* today = table.find("today");
  if (today == nullptr) {
    append(found, tell_spread(columns_of(table, false), language));
    return found;
  }
  found.push_back(tell_total(*today, table.is_money, language));
  if (test) append(found, tell_incidents(*test, language));
  for (const HourlyColumn& column : table.columns) {
    if (!is_reference(column.name)) continue;
    found.push_back(tell_reference(*today, column, table.is_money, test, language));
    if (test) append_weekday(found.back(), table, *test, column, language);
  }
  append(found, tell_quiet_hours(table, test, language));
  append(found, tell_spread(columns_of(table, false), language));
  append(found, tell_shares(table, language));
  append(found, tell_median(table, language));
  append(found, tell_weekday(table, test, language));
  append(found, tell_peak(table, test, language));
  return found;
}

}  // namespace pos::checkout
