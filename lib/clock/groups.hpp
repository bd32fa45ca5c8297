// SPDX-License-Identifier: MIT
// Minutes with rows, in groups that stand apart from each other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace pos::clock {

// A stretch of time, both ends included.
struct Stretch {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

// About three minutes' worth of rows say what time it is, where a minute with rows has that many.
[[nodiscard]] std::int64_t witnesses_needed(double rows_a_minute);

// The middle one of what lies between two minutes with rows; 1 where there are few.
[[nodiscard]] std::int64_t usual_gap(const std::map<std::int64_t, std::int64_t>& rows_by_minute);

// Minutes that come in order of time, in such groups.
//
// Memory   32 bytes for each pause of more than half an hour, and for each length of a pause.
class MinuteGroups {
 public:
  // A stretch whose rows stand alone: further from all others than half an hour and ten times what usually lies between
  // two minutes with rows, and fewer than witnesses_needed(), or half of all where those are few.
  struct Lonely {
    Stretch stretch;
    std::optional<std::int64_t> before, behind;  // the nearest minutes with rows
  };

  // The same minute as often as it comes.
  void see(std::int64_t minute, std::int64_t rows = 1);
  // None where no stretch has as many as are needed. By time.
  [[nodiscard]] std::vector<Lonely> lonely() const;

 private:
  struct Group {
    Stretch stretch;
    std::int64_t rows = 0;
  };
  [[nodiscard]] std::int64_t usual_gap() const;

  std::vector<Group> groups_;                  // no further apart than half an hour
  std::map<std::int64_t, std::int64_t> gaps_;  // how often each came
  std::int64_t rows_ = 0;
  std::int64_t minutes_ = 0;
};

// The same of minutes that are all at hand.
[[nodiscard]] std::vector<Stretch> lonely(const std::map<std::int64_t, std::int64_t>& rows_by_minute);

}  // namespace pos::clock
