// SPDX-License-Identifier: MIT
// Whose word is taken for what time it is, where rows come one by one and none can be looked at twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/local_time.hpp"

namespace pos::clock {

// Minutes since midnight of 1970-01-01; of the first day, where clocks have no date.
using Minute = std::int64_t;
inline constexpr Minute day = 1440;

// So many rows without a place in time that what is made of the others is no result: 20, and 1 % of all.
[[nodiscard]] constexpr bool too_many(std::int64_t rows, std::int64_t of) { return rows >= 20 && rows > of / 100; }

// One rule: a time is believed when something confirms it, which is another row near it or, on live input, the clock.
//
// Stream   A row near the time of the stream, or behind it, is believed (one that is late is the business of whoever
//          counts it). One that leaps ahead by more than three minutes, or three times what usually lies between two
//          minutes with rows, waits: until about as many rows as the stream has in three minutes, or rows of five
//          minutes, have gone on from it without one from where the stream was. One of those, and it is not believed;
//          nor at the end of input, unless the leap is of half an hour at most.
// Begin    The first eight rows of a file wait for each other: those that stand alone are not believed.
// Clock    confirm() ends the waiting on live input.
// Clocks without a date mean the time within twelve hours of the stream; at the start of another file, the next such
// time after it.
// Memory   8 bytes a row that waits, 200 of them at most.
class Belief {
 public:
  enum class Says { believed, waits, not_believed };

  // `end`: minute up to which an earlier run has come. Rows within ten minutes of it need no other witness.
  explicit Belief(std::optional<Minute> end = std::nullopt) : before_(end) {}
  // Of rows that can be gone over again, so that one too many waits for nothing: ten minutes and ten times are near.
  [[nodiscard]] static Belief generous() {
    Belief belief;
    belief.near_ = 10;
    return belief;
  }

  // Where it stands. One that goes on from there says what this one would.
  struct State {
    std::optional<Minute> newest, before;
    double usual_gap = 1, rows_a_minute = 1, minutes = 0;
    int rows_in_newest = 0;
    std::size_t believed = 0;
    bool dated = true;
    std::int16_t offset = 0;
    std::vector<Minute> waiting;
  };
  [[nodiscard]] State state() const;
  void go_on_from(State state);

  // The next row comes from another file. Nothing may wait: finish() first.
  void start_file();

  // What is said of the next row. Then, before anything is done with it, ask settled() for those that waited.
  [[nodiscard]] Says hear(LocalTime time);

  // Of the rows that waited, in the order they came: whether each is believed. Empty: they wait on, or none did.
  // Good until the next call that is not const.
  [[nodiscard]] const std::vector<bool>& settled() const { return settled_; }
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }

  // A row that an earlier run has believed.
  void trust(LocalTime time);

  // Live input: the clock confirms rows that wait where the last one is no later than `latest` (and in the begin no
  // earlier than `earliest`); rows with a date beyond what is `impossible` are not believed; others wait on.
  void confirm(LocalTime earliest, LocalTime latest, LocalTime impossible);
  // The first rows of a file wait no longer, unless they are later than that.
  void settle_begin(LocalTime latest);
  // The input ends: nothing waits any more. A file that is later than `latest` as a whole is believed all the same.
  void finish(LocalTime latest);

  // Of the file's rows that are believed.
  [[nodiscard]] std::optional<Minute> newest() const { return newest_; }
  // The minute that a row's time means.
  [[nodiscard]] Minute minute_of(LocalTime time) const;
  // Of the wall clock, as the last row with a date had it.
  [[nodiscard]] std::int16_t offset() const { return offset_; }
  // How far from each other rows are near: three minutes, or three times what usually lies between two with rows.
  [[nodiscard]] Minute reach() const;

 private:
  [[nodiscard]] bool is_near_end(Minute minute) const;
  [[nodiscard]] std::size_t needed() const;
  [[nodiscard]] std::size_t rows_that_agree() const;
  [[nodiscard]] std::size_t minutes_of_last(std::size_t rows) const;
  void note_form(LocalTime time);
  void advance(Minute minute);
  void settle(const std::vector<bool>& believed, std::size_t rows);
  void settle_all(bool believed) { settle(std::vector<bool>(waiting_.size(), believed), waiting_.size()); }

  Minute near_ = 3;
  std::optional<Minute> newest_;
  std::optional<Minute> before_;  // the newest of what was before this file
  double usual_gap_ = 1;          // minutes from one with rows to the next
  double rows_a_minute_ = 1;      // of those that have any
  double minutes_ = 0;            // that these two are the mean of
  int rows_in_newest_ = 0;
  std::size_t believed_ = 0;  // rows of the file
  bool dated_ = true;         // the last row
  std::int16_t offset_ = 0;   // of the last one with a date
  std::vector<Minute> waiting_;
  std::vector<bool> settled_;
};

}  // namespace pos::clock
