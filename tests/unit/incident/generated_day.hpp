// SPDX-License-Identifier: MIT
// Days of scored rows with everything that makes incidents, and what all who look at them have to agree on.
#pragma once

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "unit/incident/tracked_day.hpp"

namespace pos::incident {

// A day of rows with outages, bursts, gaps and flaps. What is asked of it: nothing but that all who look see the same.
inline std::vector<Record> generated_day(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t limit) { return static_cast<std::int64_t>(random() % limit); };
  std::vector<Record> rows;
  std::int64_t trouble = 0;
  std::int64_t outage = 0;
  for (LocalSeconds t = 0; t < 24 * hour; t += minute) {
    if (below(400) == 0) t += below(90) * minute;
    if (below(120) == 0) trouble = below(40);
    if (below(300) == 0) outage = below(20);
    for (LocalSeconds second = below(30); second < 60; second += 1 + below(60)) {
      const bool falls = outage > 0;
      Record sales = normal_row(t + second, "approved", falls ? 0 : below(20));
      if (falls && below(3) > 0) sales.scored.decision = Decision::alert;
      rows.push_back(sales);
      for (const char* status : {"denied", "failed", "reversed"}) {
        const bool alerts = trouble > 0 && below(3) == 0;
        rows.push_back(alerts ? alert_row(t + second, status, below(5) == 0 ? Severity::critical : Severity::warning)
                              : normal_row(t + second, status, below(4), 2));
      }
    }
    trouble = std::max<std::int64_t>(trouble - 1, 0);
    outage = std::max<std::int64_t>(outage - 1, 0);
  }
  return rows;
}

using Facts = std::tuple<std::int64_t, LocalSeconds, LocalSeconds, std::string, std::optional<double>, bool>;

inline std::vector<Facts> facts_of(std::vector<Incident> incidents) {
  std::ranges::sort(incidents, {}, &Incident::id);
  std::vector<Facts> facts;
  for (const Incident& one : incidents)
    facts.emplace_back(one.id, one.first, one.last, statuses(one), lost(one), one.open());
  return facts;
}

}  // namespace pos::incident
