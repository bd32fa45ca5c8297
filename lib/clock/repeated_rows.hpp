// SPDX-License-Identifier: MIT
// Rows that come again because the file they are in begins again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/local_time.hpp"

namespace pos::clock {

// An export that is written anew every minute reaches a pipe from its header on each time: the rows that were read
// already, and those that came since. A log that is rotated begins with a header, too, and all its rows are new: it
// begins no earlier than the one before has ended.
//
//     for each row: if (behind a header) rows.begin_again(time, bytes);
//                   if (!rows.is_new(time, bytes)) ...        // it was read already
//
// Equal rows are as many as they were. Clocks without a date begin anew where their first row was read already.
//
// Memory   8 bytes a row of the file at hand, for the first 100,000: later ones count as new when they come again.
class RepeatedRows {
 public:
  // The header stood before this row once more. True: rows of the file before may follow; false: it is another file.
  bool begin_again(LocalTime time, std::string_view bytes);

  [[nodiscard]] bool is_new(LocalTime time, std::string_view bytes);

 private:
  std::vector<std::size_t> hashes_;                      // of the rows of this file
  std::unordered_map<std::size_t, std::size_t> before_;  // how often each row of the file before is still to come
  std::int64_t newest_ = INT64_MIN;                      // minute
};

}  // namespace pos::clock
