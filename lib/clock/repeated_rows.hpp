// SPDX-License-Identifier: MIT
// Rows that come again because the file they are in begins again.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/local_time.hpp"

namespace pos::clock {

// An export that is written anew every minute reaches a pipe from its header on each time: the rows that were read
// already, in the order they had, and those that came since. A log that is rotated begins with a header, too, and all
// its rows are new: it begins no earlier than the one before has ended. So are those of another export of the same
// time: it does not begin with a row of the one before.
//
//     for each row: if (behind a header) rows.begin_again(time, bytes);
//                   if (!rows.is_new(time, bytes)) ...        // it was read already
//
// Clocks without a date begin anew where their first row was read already.
//
// Memory   8 bytes a row of the file at hand, for the first 100,000: later ones count as new when they come again.
class RepeatedRows {
 public:
  // The header stood before this row once more. True: rows of the file before may follow; false: it is another file.
  bool begin_again(LocalTime time, std::string_view bytes);

  [[nodiscard]] bool is_new(LocalTime time, std::string_view bytes) {
    newest_ = std::max(newest_, minute_of(time));
    return (is_full() && next_ >= before_.size()) || is_another(bytes);
  }

 private:
  static constexpr std::size_t most_rows = 100'000;

  [[nodiscard]] bool is_full() const { return hashes_.size() >= most_rows; }
  [[nodiscard]] bool is_another(std::string_view bytes);

  std::vector<std::size_t> hashes_;  // of the rows of this file
  std::vector<std::size_t> before_;  // of the file before, from the first one that has not come again
  std::size_t next_ = 0;             // of those
  std::int64_t newest_ = INT64_MIN;  // minute
};

}  // namespace pos::clock
