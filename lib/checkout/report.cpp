// SPDX-License-Identifier: MIT
#include "checkout/report.hpp"

#include <utility>

#include "checkout/day_so_far.hpp"

namespace pos::checkout {
namespace {

constexpr std::size_t hours_of_day = 24;

DayReport report_day(HourlyTable table, double alpha, Language language) {
  DayReport day;
  for (const HourlyColumn& all : table.columns) {
    const HourlyColumn column = known_part(all);
    const std::size_t values = column.values.size();
    day.info.push_back({column.name, kind_of(column, table.is_money), is_whole(column.values), values, hours_of_day - values});
    day.descriptions.push_back(describe(column.values));
  }
  day.up_to = last_hour_so_far(table);
  day.missing = missing_hours(table);
  const HourlyTable over = so_far(table);
  day.untested = why_not(over, language);
  if (day.untested.empty()) day.test = test_hours(over, alpha, language);
  day.insights = insights(over, day.test, language);
  if (day.up_to) day.insights.insert(day.insights.begin(), tell_running(over, language));
  day.table = std::move(table);
  return day;
}

}  // namespace

Report make_report(std::vector<HourlyTable> tables, double alpha, Language language) {
  Report report;
  report.alpha = alpha;
  report.language = language;
  for (HourlyTable& table : tables) report.days.push_back(report_day(std::move(table), alpha, language));
  if (report.days.size() < 2) return report;
  const DayReport& first = report.days[0];
  const DayReport& second = report.days[1];
  report.not_compared = why_not(first.table, second.table, language);
  if (report.not_compared.empty()) {
    report.comparison = compare(first.table, first.test, second.table, second.test, language);
  }
  return report;
}

}  // namespace pos::checkout
