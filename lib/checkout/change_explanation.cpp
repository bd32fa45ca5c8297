// SPDX-License-Identifier: MIT
#include "checkout/change_explanation.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "checkout/incident.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// `99 fewer (-18.8%)`
std::string difference(double before, double after) {
  if (before == after) return "no difference";
  const std::string amount = fmt::format("{:.0f} {}", std::abs(after - before), after < before ? "fewer" : "more");
  return before > 0 ? amount + " (" + change(before, after) + ")" : amount;
}

struct Day {
  const char* name;
  std::vector<Incident> incidents;
  double effect = 0;  // of all of them
};

// Hours that one of the files lacks are no part of the difference.
Day day_of(const char* name, const std::optional<HourlyTest>& test, const Comparison& comparison) {
  Day day{name, {}, 0};
  if (!test) return day;
  HourlyTest common = *test;
  std::erase_if(common.hours, [&](const HourResult& hour) {
    return std::none_of(comparison.hours.begin(), comparison.hours.end(),
                        [&](const HourDifference& both) { return both.hour == hour.hour; });
  });
  day.incidents = incidents_of(common);
  for (const Incident& incident : day.incidents) day.effect += incident.effect();
  return day;
}

std::string tell(const Day& day) {
  if (day.incidents.empty()) return {};
  std::vector<std::string> items;
  for (const Incident& incident : day.incidents) {
    items.push_back(fmt::format("{}: {:+.0f} sales", told(incident), incident.effect()));
  }
  return fmt::format(" The {} day had {}.", day.name, list(items));
}

// Two counts of one and the same rate differ by chance, by more than twice this hardly ever. (Sales vary by more than
// Poisson's law has it, so this claims chance rather too seldom.)
bool may_be_chance(double before, double after) { return std::abs(after - before) <= 2 * std::sqrt(before + after); }

// The hours that differ most, with their differences: all there is to say where no hour is strange.
std::string largest_differences(const Comparison& comparison) {
  constexpr std::size_t places = 3;
  std::vector<HourDifference> hours = comparison.hours;
  std::erase_if(hours, [](const HourDifference& hour) { return hour.before == hour.after; });
  std::stable_sort(hours.begin(), hours.end(), [](const HourDifference& a, const HourDifference& b) {
    return std::abs(a.after - a.before) > std::abs(b.after - b.before);
  });
  hours.resize(std::min(hours.size(), places));
  std::vector<std::string> items;
  for (const HourDifference& hour : hours) {
    items.push_back(fmt::format("{} ({:+.0f})", hour_text(hour.hour), hour.after - hour.before));
  }
  return list(items);
}

std::string tell_rest(const Comparison& comparison, const Day& first, const Day& second) {
  const double before = comparison.before - first.effect;
  const double after = comparison.after - second.effect;
  return fmt::format(
      " Incidents make {:+.0f} of the difference, all else {:+.0f}: without them the second day would have sold about "
      "{:.0f} against {:.0f}, {}{}.",
      second.effect - first.effect, after - before, after, before, difference(before, after),
      may_be_chance(before, after) ? ", no more than chance can make: nothing points to a change in general" : "");
}

std::string tell_difference(const Comparison& comparison, bool tested) {
  std::string text;
  if (tested) {
    text = " No hour of either day is out of the ordinary: the difference is spread over the day";
    text += may_be_chance(comparison.before, comparison.after) ? ", and may be chance." : ".";
  }
  const std::string largest = largest_differences(comparison);
  return largest.empty() ? text : text + " Largest at " + largest + ".";
}

std::string tell_untested(bool first, bool second) {
  if (first && second) return {};
  return std::string(" Incidents of the ") + (first ? "second day" : second ? "first day" : "days") + " are unknown.";
}

}  // namespace

std::string explain_change(const Comparison& comparison, const std::optional<HourlyTest>& first,
                           const std::optional<HourlyTest>& second) {
  const Day before = day_of("first", first, comparison);
  const Day after = day_of("second", second, comparison);
  const std::string begin = comparison.up_to ? "Up to " + hour_text(*comparison.up_to) + " the" : "The";
  std::string text = fmt::format("{} second day sold {}, the first {}: {}.", begin, number(comparison.after),
                                 number(comparison.before), difference(comparison.before, comparison.after));
  if (before.incidents.empty() && after.incidents.empty()) {
    text += tell_difference(comparison, first && second);
  } else {
    text += tell(after) + tell(before) + tell_rest(comparison, before, after);
  }
  return text + tell_untested(first.has_value(), second.has_value());
}

}  // namespace pos::checkout
