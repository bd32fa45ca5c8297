// SPDX-License-Identifier: MIT
#include "checkout/day_gaps.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "checkout/describe.hpp"
#include "checkout/incident.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

constexpr double hardly_sells = 1;  // sales an hour, below which an hour without any is the rule or nearly so

struct QuietHours {
  std::vector<int> hours;
  double expected = 0;  // in all of them
  double most = 0;      // in one

  void add(const HourResult& hour) {
    hours.push_back(hour.hour);
    expected += hour.expected;
    most = std::max(most, hour.expected);
  }
};

Insight tell_untested(const HourlyTable& table, const std::vector<int>& quiet, Language language) {
  return {"quiet",
          trf(language,
              "No sales in {} of {} hours ({}); without a past to compare with, nobody can say whether there "
              "should have been any.",
              quiet.size(), table.hours.size(), hour_ranges(quiet, language)),
          {{"hours_without_sales", static_cast<double>(quiet.size())}}};
}

Insight tell_tested(const HourlyTest& test, Language language) {
  QuietHours closed, chance, missing;
  std::map<std::string, std::vector<int>> told;  // by event
  for (const HourResult& hour : test.hours) {
    if (hour.value > 0) continue;
    if (!hour.event.empty()) {
      told[hour.event].push_back(hour.hour);
      continue;
    }
    const bool flagged = hour.anomaly != Anomaly::none;
    (flagged ? missing : hour.expected < hardly_sells ? closed : chance).add(hour);
  }
  std::size_t count = closed.hours.size() + chance.hours.size() + missing.hours.size();
  for (const auto& [event, hours] : told) count += hours.size();
  std::string text = trf(language, "No sales in {}.", hours_text(static_cast<double>(count), language));
  if (!closed.hours.empty()) {
    text += " " + trf(language, "{}: as good as closed, at most {} expected in an hour.",
                      hour_ranges(closed.hours, language), expected_number(closed.most, language));
  }
  for (const auto& [event, hours] : told) text += fmt::format(" {}: {}.", hour_ranges(hours, language), event);
  if (!chance.hours.empty()) {
    text += " " + trf(language, "{}: at most {} expected in an hour, few enough for chance in one alone.",
                      hour_ranges(chance.hours, language), expected_number(chance.most, language));
  }
  if (!missing.hours.empty()) {
    text += " " + trf(language, "{} should have sold: {} expected.", hour_ranges(missing.hours, language),
                      expected_number(missing.expected, language));
  }
  return {"quiet",
          text,
          {{"hours_without_sales", static_cast<double>(count)},
           {"closed_hours", static_cast<double>(closed.hours.size())},
           {"chance_hours", static_cast<double>(chance.hours.size())},
           {"should_have_sold_hours", static_cast<double>(missing.hours.size())},
           {"should_have_sold", missing.expected}}};
}

// Some hours sold more or less than they should have, and not nothing.
bool only_differs(const std::vector<Incident>& incidents) {
  return std::any_of(incidents.begin(), incidents.end(),
                     [](const Incident& incident) { return incident.kind != Anomaly::outage; });
}

}  // namespace

std::optional<Insight> tell_incidents(const HourlyTest& test, Language language) {
  const std::vector<Incident> incidents = incidents_of(test);
  if (incidents.empty()) return std::nullopt;
  double sales = 0, lost = 0, gained = 0;
  std::vector<std::string> items, effects;
  for (const HourResult& hour : test.hours) sales += hour.value;
  for (const Incident& incident : incidents) {
    (incident.effect() < 0 ? lost : gained) += std::abs(incident.effect());
    items.push_back(told(incident, language));
  }
  if (lost > 0) effects.push_back(trf(language, "{:.0f} sales lost", lost));
  if (gained > 0) effects.push_back(trf(language, "{:.0f} sales gained", gained));
  const double ordinary = sales + lost - gained;
  std::string text = trf(language, "Not ordinary: {}. About {}: with ordinary sales there the day would have had about {:.0f}.",
                         list(items, language), list(effects, language), ordinary);
  if (const std::string reference = only_day(test); !reference.empty() && only_differs(incidents))
    (text += " ") += trf(language, "There is only {} to compare with: where the two differ, either may be the odd one.",
                         reference);
  return Insight{
      "outage",
      std::move(text),
      {{"incidents", static_cast<double>(incidents.size())},
       {"lost", lost},
       {"gained", gained},
       {"total_without_incidents", ordinary}},
      false};
}

std::optional<Insight> tell_quiet_hours(const HourlyTable& table, const std::optional<HourlyTest>& test,
                                       Language language) {
  const std::vector<double>& today = table.find("today")->values;
  std::vector<int> quiet;
  for (std::size_t h = 0; h < today.size(); ++h) {
    if (today[h] == 0) quiet.push_back(table.hours[h]);
  }
  if (quiet.empty()) return std::nullopt;
  return test ? tell_tested(*test, language) : tell_untested(table, quiet, language);
}

}  // namespace pos::checkout
