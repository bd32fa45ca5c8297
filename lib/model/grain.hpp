// SPDX-License-Identifier: MIT
// In which step rows come: by the minute, or gathered in bins of several.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace pos::model {

// The monitor judges by the minute: windows of 1 to 30 minutes, curves by the minute. Rows that stand for 5 or 60
// minutes look to it like minutes of silence between huge ones. Such input is refused, for there is nothing to mend.
//
//     if (grain.see(minute) && grain.step()) throw Error(Fault::bad_data, name + ": " + grain.reason());
//
// Shape    Minutes of rows in any order, of a clock or with a date, the same one as often as it comes.
// Result   The largest of 2, 3, 4, 5, 6, 10, 12, 15, 20, 30 and 60 (or more rarely) on whose one beat 99 % of the
// minutes
//          stand; none before there are 30 different ones. Rows now and then at random minutes stand on none: that 30
//          of them do happens once in 10^8 such streams.
// Cost     0.8 kB; see() is a comparison a row and some additions a minute, step() 700 additions.
class Grain {
 public:
  // True where step() may say something new: the row is of another minute than the one before.
  bool see(std::int64_t minute) {
    if (minute == last_) return false;
    last_ = minute;
    count();
    return certain();
  }

  [[nodiscard]] std::optional<int> step() const;
  // Changes of the minute so far. Where nobody can read on to be sure, less than `surely` may be a quiet night.
  [[nodiscard]] std::int64_t minutes() const { return total_; }
  static constexpr std::int64_t surely = 150;
  // What is wrong with the input and what to do, for people. Only where there is a step.
  [[nodiscard]] std::string reason() const;

 private:
  static constexpr std::size_t enough = 30;

  [[nodiscard]] bool certain() const { return different_ == enough; }
  void count();

  std::int64_t last_ = INT64_MIN;
  std::array<std::int64_t, enough> first_{};  // the first different minutes,
  std::size_t different_ = 0;                 // and how many they are
  std::array<std::int64_t, 60> of_hour_{};    // minutes seen, by minute of the hour: all steps divide it
  std::int64_t total_ = 0;
};

}  // namespace pos::model
