// SPDX-License-Identifier: MIT
#include "checkout/explanation.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "checkout/incident.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

std::string interval(const HourResult& hour) {
  return fmt::format("{} expected ({:.0f} to {:.0f})", expected_number(hour.expected), hour.low, hour.high);
}

std::string explain_run(const HourlyTest& test, const Verdict& verdict) {
  const std::vector<HourResult>& hours = test.hours;
  const bool low = hours[verdict.first].value < hours[verdict.first].expected;
  return fmt::format("not strange alone, but {}-{} all sold {}: by chance {} days",
                     hour_text(hours[verdict.first].hour), hour_text(hours[verdict.last].hour), low ? "less" : "more",
                     once_in(verdict.chance));
}

// A day has one. If it sold more, the rest may as well have sold too little: no level is ordinary by itself.
std::string explain_long_run(const HourlyTest& test, const std::vector<Verdict>& verdicts, const Verdict& verdict) {
  std::vector<int> hours;
  for (std::size_t h = 0; h < verdicts.size(); ++h) {
    if (verdicts[h].flag == Flag::long_run) hours.push_back(test.hours[h].hour);
  }
  const bool low = verdict.ratio < 1;
  return fmt::format("{} together sold {:.0f}% {} than the rest of the day lets expect{}: by chance {} days",
                     hour_ranges(hours), std::abs(verdict.ratio - 1) * 100, low ? "less" : "more",
                     low ? "" : ", or the rest sold too little", once_in(verdict.chance));
}

// What the shoulder at `index` is the edge of.
std::string explain_shoulder(const HourlyTest& test, std::size_t index) {
  const HourResult& hour = test.hours[index];
  std::vector<std::string> neighbours;
  for (const Incident& incident : incidents_of(test)) {
    if (std::find(incident.edges.begin(), incident.edges.end(), hour.hour) == incident.edges.end()) continue;
    neighbours.push_back(fmt::format("the {} {} it ({})", name_of(incident.kind),
                                     incident.hours.front() < hour.hour ? "before" : "after",
                                     hour_ranges(incident.hours)));
  }
  return fmt::format("no proof alone ({} such hours), but the edge of {}", once_in(hour.p), list(neighbours));
}

std::string explain_flag(const HourlyTest& test, const std::vector<Verdict>& verdicts, std::size_t index) {
  const HourResult& hour = test.hours[index];
  const std::string what = sold(hour.value) + "; " + interval(hour);
  switch (verdicts[index].flag) {
    case Flag::hour:
      return what + ": by chance " + once_in(hour.p) + " such hours";
    case Flag::run:
      return what + ": " + explain_run(test, verdicts[index]);
    case Flag::long_run:
      return what + ": " + explain_long_run(test, verdicts, verdicts[index]);
    case Flag::shoulder:
      return what + ": " + explain_shoulder(test, index);
    case Flag::none:
      break;
  }
  return what + ": ordinary";
}

std::string explain_odd(const OddHour& odd, double value) {
  const char* relation = value > odd.value ? "more than" : value < odd.value ? "less than" : "as much as";
  return fmt::format("{} {}, which had {} of its own here ({} sold, {} expected of it) and counts {:.0f}%", relation,
                     odd.reference, with_article(odd.anomaly), number(odd.value), expected_number(odd.expected),
                     odd.share * 100);
}

}  // namespace

void explain(HourlyTest& test, const std::vector<Verdict>& verdicts) {
  for (std::size_t h = 0; h < test.hours.size(); ++h) {
    HourResult& hour = test.hours[h];
    if (hour.anomaly == Anomaly::none && hour.odd.empty()) continue;
    hour.explained = explain_flag(test, verdicts, h);
    for (const OddHour& odd : test.odd) {
      if (odd.hour == hour.hour) hour.explained += "; " + explain_odd(odd, hour.value);
    }
  }
}

}  // namespace pos::checkout
