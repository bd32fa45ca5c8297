// SPDX-License-Identifier: MIT
// What time it is for a feed.
#pragma once

#include <chrono>
#include <optional>

#include "base/local_time.hpp"

namespace pos::clock {

// One that comes some minutes behind (or ahead), or in a zone next door, is waited for as long as its last row was. A
// row may say the minute it happened in, and so be 59 seconds old.
class FeedClock {
 public:
  // `grace`: how long rows are waited for in any case.
  explicit FeedClock(std::chrono::seconds grace) : grace_(grace) {}

  // A row of this time came at this moment.
  void hear(const LocalTime& row, const LocalTime& now);
  // False: the last row was over an hour off the clock, which says nothing then.
  [[nodiscard]] bool is_live() const;
  [[nodiscard]] bool has_heard() const { return has_heard_; }
  // Until when a row that just came may say it is; nothing where the feed is not live. Before the first row that is ten
  // minutes from now.
  [[nodiscard]] std::optional<LocalTime> latest(const LocalTime& now) const;
  // Until when all rows should be there, `now`; nothing where the feed is not live.
  [[nodiscard]] std::optional<LocalTime> at(const LocalTime& now) const;

 private:
  std::chrono::seconds grace_;
  std::chrono::seconds lag_{0};  // of the last row when it came, behind the clock
  bool has_heard_ = false;
};

}  // namespace pos::clock
