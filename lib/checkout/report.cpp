// SPDX-License-Identifier: MIT
#include "checkout/report.hpp"

#include <algorithm>
#include <utility>

#include "checkout/day_events.hpp"
#include "checkout/day_so_far.hpp"

namespace pos::checkout {
namespace {

constexpr std::size_t hours_of_day = 24;

void set_insights(DayReport& day, Language language) {
  const HourlyTable over = so_far(day.table);
  day.insights = insights(over, day.test, language);
  if (day.up_to) day.insights.insert(day.insights.begin(), tell_running(over, language));
}

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
  day.table = std::move(table);
  set_insights(day, language);
  return day;
}

void forgive(HourlyTest& test, int hour, const std::string& event) {
  for (HourResult& result : test.hours) {
    if (result.hour != hour) continue;
    test.lost -= result.lost;
    result.lost = 0;
    result.event = event;
  }
}

void add_told(DayReport& day, int hour, const std::string& event) {
  const auto same = [&](const ToldHours& told) { return told.event == event; };
  const auto at = std::find_if(day.told.begin(), day.told.end(), same);
  (at != day.told.end() ? *at : day.told.emplace_back(ToldHours{event, {}})).hours.push_back(hour);
}

void add_missing_while_closed(DayReport& day, std::span<const DayEvent> events, Language language) {
  for (const int hour : day.missing) {
    const auto closed = std::find_if(events.begin(), events.end(), [hour](const DayEvent& event) {
      return event.kind == "closed" && event.has_hour(hour);
    });
    if (closed != events.end()) add_told(day, hour, event_name(*closed, language));
  }
}

}  // namespace

void tell_known_hours(DayReport& day, std::span<const DayEvent> events, Language language) {
  add_missing_while_closed(day, events, language);
  if (day.causes) {
    for (const HourCause& cause : day.causes->hours) {
      if (!cause.told.empty()) add_told(day, cause.hour, cause.told);
    }
  }
  for (ToldHours& told : day.told) {
    std::sort(told.hours.begin(), told.hours.end());
    for (const int hour : told.hours) {
      if (day.test) forgive(*day.test, hour, told.event);
    }
  }
  if (!day.told.empty()) set_insights(day, language);
}

std::vector<int> missing_unexplained(const DayReport& day) {
  std::vector<int> hours = day.missing;
  for (const ToldHours& told : day.told) {
    std::erase_if(hours, [&](int hour) {
      return std::find(told.hours.begin(), told.hours.end(), hour) != told.hours.end();
    });
  }
  return hours;
}

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
