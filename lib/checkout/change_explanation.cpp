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
std::string difference(double before, double after, Language language) {
  if (before == after) return trf(language, "no difference");
  const std::string amount = trf(language, after < before ? marked("{:.0f} fewer") : marked("{:.0f} more"),
                                 std::abs(after - before));
  return before > 0 ? amount + " (" + change(before, after, language) + ")" : amount;
}

enum class Which { first, second };

struct Day {
  Which which;
  std::vector<Incident> incidents;
  double effect = 0;  // of all of them
};

// Hours that one of the files lacks are no part of the difference.
Day day_of(Which which, const std::optional<HourlyTest>& test, const Comparison& comparison) {
  Day day{which, {}, 0};
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

std::string tell(const Day& day, Language language) {
  if (day.incidents.empty()) return {};
  std::vector<std::string> items;
  for (const Incident& incident : day.incidents) {
    items.push_back(trf(language, "{}: {:+.0f} sales", told(incident, language), incident.effect()));
  }
  return " " + trf(language, day.which == Which::first ? marked("The first day had {}.") : marked("The second day had {}."),
                   list(items, language));
}

// Two counts of one and the same rate differ by chance, by more than twice this hardly ever. (Sales vary by more than
// Poisson's law has it, so this claims chance rather too seldom.)
bool may_be_chance(double before, double after) { return std::abs(after - before) <= 2 * std::sqrt(before + after); }

// The hours that differ most, with their differences: all there is to say where no hour is strange.
std::string largest_differences(const Comparison& comparison, Language language) {
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
  return list(items, language);
}

std::string tell_rest(const Comparison& comparison, const Day& first, const Day& second, Language language) {
  const double before = comparison.before - first.effect;
  const double after = comparison.after - second.effect;
  return " " + trf(language,
                   may_be_chance(before, after)
                       ? marked("Incidents make {:+.0f} of the difference, all else {:+.0f}: without them the second day "
                                "would have sold about {:.0f} against {:.0f}, {}, no more than chance can make: nothing "
                                "points to a change in general.")
                       : marked("Incidents make {:+.0f} of the difference, all else {:+.0f}: without them the second day "
                                "would have sold about {:.0f} against {:.0f}, {}."),
                   second.effect - first.effect, after - before, after, before, difference(before, after, language));
}

std::string tell_difference(const Comparison& comparison, bool tested, Language language) {
  std::string text;
  if (tested) {
    text = " ";
    text += tr(language, may_be_chance(comparison.before, comparison.after)
                             ? marked("No hour of either day is out of the ordinary: the difference is spread over the "
                                      "day, and may be chance.")
                             : marked("No hour of either day is out of the ordinary: the difference is spread over the "
                                      "day."));
  }
  const std::string largest = largest_differences(comparison, language);
  return largest.empty() ? text : text + " " + trf(language, "Largest at {}.", largest);
}

std::string tell_untested(bool first, bool second, Language language) {
  if (first && second) return {};
  return " " + trf(language, first    ? marked("Incidents of the second day are unknown.")
                             : second ? marked("Incidents of the first day are unknown.")
                                      : marked("Incidents of the days are unknown."));
}

}  // namespace

std::string explain_change(const Comparison& comparison, const std::optional<HourlyTest>& first,
                           const std::optional<HourlyTest>& second, Language language) {
  const Day before = day_of(Which::first, first, comparison);
  const Day after = day_of(Which::second, second, comparison);
  const std::string differs = difference(comparison.before, comparison.after, language);
  const std::string sold_then = number(comparison.before, language);
  const std::string sold_now = number(comparison.after, language);
  std::string text = comparison.up_to ? trf(language, "Up to {} the second day sold {}, the first {}: {}.",
                                            hour_text(*comparison.up_to), sold_now, sold_then, differs)
                                      : trf(language, "The second day sold {}, the first {}: {}.", sold_now, sold_then,
                                            differs);
  if (before.incidents.empty() && after.incidents.empty()) {
    text += tell_difference(comparison, first && second, language);
  } else {
    text += tell(after, language) + tell(before, language) + tell_rest(comparison, before, after, language);
  }
  return text + tell_untested(first.has_value(), second.has_value(), language);
}

}  // namespace pos::checkout
