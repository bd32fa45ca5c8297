// SPDX-License-Identifier: MIT
#include "model/minute_totals.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace pos::model {

bool MinuteTotals::adds(const Transaction& row) {
  const std::int64_t minute = minute_of(row.time);
  auto total = std::find_if(totals_.begin(), totals_.end(),
                            [&](const Total& known) { return known.minute == minute && known.status == row.status; });
  if (total == totals_.end()) {
    total = totals_.begin() + static_cast<std::ptrdiff_t>(oldest_);
    oldest_ = (oldest_ + 1) % totals_.size();
    *total = {minute, std::string(row.status), 0};
  }
  if (row.count > Transaction::max_count - total->count) return false;
  total->count += row.count;
  return true;
}

std::string MinuteTotals::reason(const Transaction& row) {
  return "count " + std::to_string(row.count) + " brings the minute's '" + printable(row.status) + "' above 2^53";
}

}  // namespace pos::model
