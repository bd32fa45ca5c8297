// SPDX-License-Identifier: MIT
// Flagged hours that lie together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "checkout/hourly_test.hpp"

namespace pos::checkout {

struct Incident {
  Anomaly kind = Anomaly::none;   // outage where any hour sold nothing, else drop or spike
  std::vector<int> hours;         // flagged by themselves or as a run
  std::vector<int> edges;         // shoulders
  double sold = 0, expected = 0;  // in `hours`
  double edges_sold = 0, edges_expected = 0;

  // What the incident changed the day's sales by: negative where sales were lost.
  [[nodiscard]] double effect() const { return sold + edges_sold - expected - edges_expected; }
};

// Hours one after the other on the same side of what was expected are one incident. By hour; those that an event explains are
// in none.
[[nodiscard]] std::vector<Incident> incidents_of(const HourlyTest& test);
// Those that a reference had of its own; edges of them are not looked for.
[[nodiscard]] std::vector<Incident> incidents_of(const HourlyTest& test, const std::string& reference);

[[nodiscard]] std::string with_article(Anomaly kind, Language language);  // `an outage`

// `an outage 15h-17h (nothing sold, 117.4 expected; at its edges 14h and 18h 32 sold, 67.0 expected)`
[[nodiscard]] std::string told(const Incident& incident, Language language);

}  // namespace pos::checkout
