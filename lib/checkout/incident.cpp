// SPDX-License-Identifier: MIT
#include "checkout/incident.hpp"

#include <fmt/core.h>

#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

struct Hour {
  int hour;
  double value, expected;
  Anomaly anomaly;

  // A drop of half a day may have an hour that sold a little more than expected.
  [[nodiscard]] bool low() const { return anomaly == Anomaly::shoulder ? value < expected : anomaly != Anomaly::spike; }
};

void add(Incident& incident, const Hour& hour) {
  if (hour.anomaly == Anomaly::shoulder) {
    incident.edges.push_back(hour.hour);
    incident.edges_sold += hour.value;
    incident.edges_expected += hour.expected;
    return;
  }
  incident.hours.push_back(hour.hour);
  incident.sold += hour.value;
  incident.expected += hour.expected;
  if (incident.kind != Anomaly::outage) incident.kind = hour.anomaly;
}

// Hours without an anomaly are left out already. An edge whose incident lies in an hour that is not there is none.
std::vector<Incident> join(const std::vector<Hour>& hours) {
  std::vector<Incident> incidents;
  for (std::size_t h = 0; h < hours.size(); ++h) {
    const bool goes_on = h > 0 && hours[h].hour == hours[h - 1].hour + 1 && hours[h].low() == hours[h - 1].low();
    if (!goes_on) incidents.emplace_back();
    add(incidents.back(), hours[h]);
  }
  std::erase_if(incidents, [](const Incident& incident) { return incident.hours.empty(); });
  return incidents;
}

}  // namespace

std::vector<Incident> incidents_of(const HourlyTest& test) {
  std::vector<Hour> hours;
  for (const HourResult& hour : test.hours) {
    if (hour.anomaly != Anomaly::none) hours.push_back({hour.hour, hour.value, hour.expected, hour.anomaly});
  }
  return join(hours);
}

std::vector<Incident> incidents_of(const HourlyTest& test, const std::string& reference) {
  std::vector<Hour> hours;
  for (const OddHour& odd : test.odd) {
    if (odd.reference == reference) hours.push_back({odd.hour, odd.value, odd.expected, odd.anomaly});
  }
  return join(hours);
}

std::string with_article(Anomaly kind) {
  return std::string(kind == Anomaly::outage ? "an " : "a ").append(name_of(kind));
}

std::string told(const Incident& incident) {
  std::string text = fmt::format("{} {} ({}, {} expected", with_article(incident.kind), hour_ranges(incident.hours),
                                 sold(incident.sold), expected_number(incident.expected));
  if (!incident.edges.empty()) {
    text +=
        fmt::format("; at its {} {} {}, {} expected", incident.edges.size() > 1 ? "edges" : "edge",
                    hour_ranges(incident.edges), sold(incident.edges_sold), expected_number(incident.edges_expected));
  }
  return text + ")";
}

}  // namespace pos::checkout
