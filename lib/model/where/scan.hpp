// SPDX-License-Identifier: MIT
// The scan: the values, or pairs of values, that explain an excess or a fall best.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/monitor/negative_binomial.hpp"
#include "model/where/cells.hpp"

namespace pos::model {

// Of `now`, cells or rows: what they are judged by, and what is looked for among it.
inline constexpr std::size_t exposure_number = 0;
inline constexpr std::size_t bad_number = 1;
inline constexpr std::size_t max_found = 3;

struct ScanQuestion {
  const Cells& past;
  std::size_t bad = bad_number;  // its number in the past
  // In the past the exposure is number 0, or the sum of that and of `bad`: as it is of `now` in any case.
  bool exposure_has_bad = true;
  double weight = 1.0;  // of a row of today's in the past
  Side side = Side::above;
  // Nothing: what is bad is held against the past rate of bad among the exposure. A number: so many bad rows were
  // expected, and they are held against the past shares of them.
  std::optional<double> expected = std::nullopt;
};

struct Found {
  ColumnSet set;
  std::array<std::string, 2> values;  // of a single only the first
  CellKey key;
  double bad = 0.0;
  double exposure = 0.0;
  double expected = 0.0;
  double score = 0.0;  // natural logarithm of a likelihood ratio, less what so many candidates gain by chance
};

// Best first. Of `now` numbers are exposure_number and bad_number. Where rows are told they are dropped with what was
// found, and up to max_found are; of tables only the first is. Of rows at most 60,000 combinations are told apart.
//
// Edge     Of equal scores the first by order of the columns, singles before pairs, then by bytes of the values.
// Cost     About 0.2 us a cell of `now`, for each that is found and once more.
// Source   docs/where.md section 4; Kulldorff 1997, Communications in Statistics 26, 1481.
[[nodiscard]] std::vector<Found> scan(const Rows& now, const ScanQuestion& question);
[[nodiscard]] std::vector<Found> scan(const Cells& now, const ScanQuestion& question);

}  // namespace pos::model
