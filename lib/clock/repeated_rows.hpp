// SPDX-License-Identifier: MIT
// Rows that come again because the file they are in begins again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include "base/local_time.hpp"
#include "clock/belief.hpp"

namespace pos::clock {

// An export that is written anew every minute reaches a pipe from its header on each time, with the rows that were read
// already and those that came since. Of each minute as many rows are old as it had before.
//
//     for each row: if (behind a header) begins = rows.begin_again(time, bytes);
//                   if (!rows.is_new(time, bytes)) ...        // it was read already
//
// Memory   That of some thousand minutes: a row of an older one counts as new.
class RepeatedRows {
 public:
  // The header stood before this row once more. False: it is of another file, not of the one before; clocks without a
  // date tell that by their first row alone.
  bool begin_again(LocalTime time, std::string_view bytes);

  [[nodiscard]] bool is_new(LocalTime time, std::string_view bytes);

 private:
  struct Rows {
    std::size_t now = 0, before = 0;
  };

  std::map<Minute, Rows> minutes_;
  Minute last_minute_ = INT64_MIN;
  Rows* last_ = nullptr;
  std::size_t first_row_ = 0;  // a hash of its bytes
};

}  // namespace pos::clock
