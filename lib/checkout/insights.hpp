// SPDX-License-Identifier: MIT
// What the numbers of a day say, in sentences that carry them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/hourly_table.hpp"
#include "base/language.hpp"
#include "checkout/hourly_test.hpp"

namespace pos::checkout {

struct Insight {
  std::string
      topic;  // for programs: running, columns, total, spread, share, quiet, outage, median, weekday, peak, reference, day, event, incidents
  std::string text;                                     // one sentence or two, with the figures
  std::vector<std::pair<std::string, double>> figures;  // the same figures for programs, by name
  bool ordinary = true;  // false: it tells of what is not as on other days
};

// `test`: nothing where the table cannot be tested. Only what the table supports is said: a table without `today`
// gets statements on its columns alone.
// `table` ends where the day does so far: its columns are of hours that are over.
[[nodiscard]] std::vector<Insight> insights(const HourlyTable& table, const std::optional<HourlyTest>& test,
                                            Language language = Language::en);
// Topic running, of a day that is not over, before all others: what they are taken from.
[[nodiscard]] Insight tell_running(const HourlyTable& table, Language language);

}  // namespace pos::checkout
