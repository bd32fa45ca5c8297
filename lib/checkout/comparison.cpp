// SPDX-License-Identifier: MIT
#include "checkout/comparison.hpp"

#include <algorithm>
#include <iterator>

#include "checkout/change_explanation.hpp"
#include "checkout/day_so_far.hpp"

namespace pos::checkout {
namespace {

double value_at(const HourlyTable& table, const HourlyColumn& column, int hour) {
  const auto at = std::find(table.hours.begin(), table.hours.end(), hour);
  return column.values[static_cast<std::size_t>(at - table.hours.begin())];
}

std::vector<int> common_hours(const HourlyTable& first, const HourlyTable& second) {
  const std::vector<int> before = so_far(first).hours, after = so_far(second).hours;
  std::vector<int> hours;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(hours));
  return hours;
}

std::optional<int> end_of_both(const HourlyTable& first, const HourlyTable& second) {
  const auto before = last_hour_so_far(first), after = last_hour_so_far(second);
  return before && after ? std::min(before, after) : before ? before : after;
}

}  // namespace

std::string why_not(const HourlyTable& first, const HourlyTable& second, Language language) {
  for (const HourlyTable* table : {&first, &second}) {
    if (table->find("today") == nullptr)
      return trf(language, "{} has no column today (--columns today=NAME says which it is)", table->name);
  }
  if (common_hours(first, second).empty()) return trf(language, "the files have no hour in common");
  return {};
}

Comparison compare(const HourlyTable& first, const std::optional<HourlyTest>& first_test, const HourlyTable& second,
                   const std::optional<HourlyTest>& second_test, Language language) {
  const HourlyColumn& before = *first.find("today");
  const HourlyColumn& after = *second.find("today");
  const HourlyColumn* yesterday = second.find("yesterday");
  Comparison result;
  result.checked = yesterday != nullptr;
  result.up_to = end_of_both(first, second);
  for (const int hour : common_hours(first, second)) {
    const HourDifference difference{hour, value_at(first, before, hour), value_at(second, after, hour)};
    result.hours.push_back(difference);
    result.before += difference.before;
    result.after += difference.after;
    if (yesterday != nullptr && value_at(second, *yesterday, hour) != difference.before) {
      result.contradictions.push_back(hour);
    }
  }
  result.explanation = explain_change(result, first_test, second_test, language);
  return result;
}

}  // namespace pos::checkout
