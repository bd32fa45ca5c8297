// SPDX-License-Identifier: MIT
#include "checkout/incident.hpp"

#include <cstdint>

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
    if (hour.anomaly != Anomaly::none && hour.event.empty()) hours.push_back({hour.hour, hour.value, hour.expected, hour.anomaly});
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

std::string with_article(Anomaly kind, Language language) {
  switch (kind) {
    case Anomaly::outage:
      return trf(language, "an outage");
    case Anomaly::drop:
      return trf(language, "a drop");
    case Anomaly::spike:
      return trf(language, "a spike");
    case Anomaly::shoulder:
      return trf(language, "a shoulder");
    case Anomaly::none:
      break;
  }
  return {};
}

std::string told(const Incident& incident, Language language) {
  const std::string kind = with_article(incident.kind, language);
  const std::string hours = hour_ranges(incident.hours, language);
  const std::string sales = sold(incident.sold, language);
  const std::string expected = expected_number(incident.expected, language);
  if (incident.edges.empty()) return trf(language, "{} {} ({}, {} expected)", kind, hours, sales, expected);
  return trnf(language, "{} {} ({}, {} expected; at its edge {} {}, {} expected)",
              "{} {} ({}, {} expected; at its edges {} {}, {} expected)",
              static_cast<std::int64_t>(incident.edges.size()), kind, hours, sales, expected,
              hour_ranges(incident.edges, language), sold(incident.edges_sold, language),
              expected_number(incident.edges_expected, language));
}

}  // namespace pos::checkout
