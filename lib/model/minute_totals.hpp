// SPDX-License-Identifier: MIT
// Whether the counts of one minute and status still add up to a number.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/row.hpp"

namespace pos::model {

// Sums above Transaction::max_count are no longer exact, and no shop has them: the row that brings one about is bad.
//
// Edge     Only counts of 2^33 and above are looked at: of smaller ones a minute needs a million rows. Of their minutes
//          and statuses the last 64 are remembered. A clock without date is taken for one day's.
// Cost     A comparison a row.
class MinuteTotals {
 public:
  // False: it does not fit, and is not counted.
  [[nodiscard]] bool takes(const Transaction& row) { return !looks_at(row.count) || adds(row); }
  [[nodiscard]] static bool looks_at(std::int64_t count) { return count >= large; }
  // Why not, for people.
  [[nodiscard]] static std::string reason(const Transaction& row);

 private:
  static constexpr std::int64_t large = std::int64_t{1} << 33;

  struct Total {
    std::int64_t minute = 0;
    std::string status;
    std::int64_t count = 0;
  };

  [[nodiscard]] bool adds(const Transaction& row);

  std::array<Total, 64> totals_;
  std::size_t oldest_ = 0;
};

}  // namespace pos::model
