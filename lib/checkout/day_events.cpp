// SPDX-License-Identifier: MIT
#include "checkout/day_events.hpp"

#include <fmt/core.h>

#include <cmath>
#include <string>

#include "base/text.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// The level of the day over those of its references, together.
double mean_level(const HourlyTest& test) {
  double sum = 0;
  for (const ReferenceScale& reference : test.references) sum += std::log(reference.scale);
  return std::exp(sum / static_cast<double>(test.references.size()));
}

// A Saturday sells more than the days before it, promotion or not: the Saturday before tells which it was. Where both
// say about the same, nothing.
void append_same_weekday(Insight& insight, const HourlyTest& test, double level, Language language) {
  constexpr double least = 0.05;
  for (const ReferenceScale& reference : test.references) {
    if (reference.name != "same_day_last_week" || std::abs(reference.scale - level) < least) continue;
    insight.text += " " + trf(language, "Against {}, the same weekday: {}.", reference.name,
                              change(1, reference.scale, language));
    insight.figures.emplace_back("change_same_weekday_percent", (reference.scale - 1) * 100);
  }
}

// Of the whole day: hours that stand out have no part in its level, and what they sold is not kept back.
Insight tell_whole_day(const HourlyTest& test, const std::string& name, double sold, double expected,
                       Language language) {
  const double level = mean_level(test);
  const double before = expected / level;
  Insight insight{"event",
                  trf(language, "The day had {}: {} all day against the days before ({} to {}).", name,
                      change(before, sold, language), number(sold, language), expected_number(before, language)),
                  {{"sold", sold}, {"expected", before}, {"change_percent", (sold / before - 1) * 100}}};
  std::vector<int> flagged;
  for (const HourResult& hour : test.hours) {
    if (hour.anomaly != Anomaly::none && hour.anomaly != Anomaly::shoulder) flagged.push_back(hour.hour);
  }
  if (!flagged.empty() && flagged.size() < test.hours.size()) {
    insight.text += " " + trf(language, "Without {}: {}.", hour_ranges(flagged, language), change(1, level, language));
    insight.figures.emplace_back("change_without_flagged_percent", (level - 1) * 100);
  }
  append_same_weekday(insight, test, level, language);
  return insight;
}

Insight tell_event(const HourlyTest& test, const DayEvent& event, Language language) {
  std::vector<int> hours;
  double sold = 0, expected = 0;
  for (const HourResult& hour : test.hours) {
    if (!event.has_hour(hour.hour)) continue;
    hours.push_back(hour.hour);
    sold += hour.value;
    expected += hour.expected;
  }
  const std::string name = event_name(event, language);
  if (hours.empty()) {
    const std::string clock = fmt::format("{:02}:{:02}", event.from / 60, event.from % 60);
    return {"event", trf(language, "The day had {} at {}.", name, clock), {}};
  }
  if (hours.size() == test.hours.size() && !test.references.empty() && expected > 0)
    return tell_whole_day(test, name, sold, expected, language);
  if (expected <= 0) return {"event", trf(language, "The day had {} at {}.", name, hour_ranges(hours, language)), {}};
  return {"event",
          trf(language, "The day had {}: {} at {}, {} and {} expected.", name, change(expected, sold, language),
              hour_ranges(hours, language), checkout::sold(sold, language), expected_number(expected, language)),
          {{"sold", sold}, {"expected", expected}, {"change_percent", (sold / expected - 1) * 100}}};
}

}  // namespace

std::string event_name(const DayEvent& event, Language language) {
  const std::string name = printable(event.name);
  return event.kind.empty() ? name : trf(language, "{} ({})", name, printable(event.kind));
}

std::vector<Insight> tell_events(const HourlyTest& test, std::span<const DayEvent> events, Language language) {
  std::vector<Insight> insights;
  for (const DayEvent& event : events) insights.emplace_back(tell_event(test, event, language)).ordinary = false;
  return insights;
}

}  // namespace pos::checkout
