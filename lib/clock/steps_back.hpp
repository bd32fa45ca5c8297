// SPDX-License-Identifier: MIT
// Clocks without a date that go back again and again by less than half a day.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/local_time.hpp"

namespace pos::clock {

// Two weeks of a shop that is open from 10 to 18 go back by eight hours at each night, and so do three terminals of one
// day, one behind the other. Nobody can tell which; they are taken for one day (file_order.hpp), and that should be
// said. Rows in no order do not count: a status must ascend for 50 rows before it steps back.
class StepsBack {
 public:
  void see(LocalTime time, std::string_view status);

  // For people; empty: not twice in any status.
  [[nodiscard]] std::string words() const;

 private:
  struct Line {
    std::int32_t second = 0;
    int ascending = 0;  // rows
    int steps = 0;
  };
  std::map<std::string, Line, std::less<>> lines_;
  int most_ = 0;  // steps of one status
  LocalTime from_, to_;
};

}  // namespace pos::clock
