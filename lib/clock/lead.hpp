// SPDX-License-Identifier: MIT
// How far ahead of the clock rows may be that are answered as they come.
#pragma once

#include <chrono>
#include <optional>
#include <utility>

#include "base/local_time.hpp"
#include "base/record.hpp"

namespace pos::clock {

// By as much the clocks of honest clients may differ.
inline constexpr LocalSeconds honest_lead = 180;

// A row that leads takes the stream along: minutes end by it, and what all others send then comes too late. So it needs
// a witness, as Belief has it. Here nobody can wait for one to come; the row is answered unjudged meanwhile.
//
// Clock    confirms a row that leads by three minutes at most, which clocks of honest clients may differ by.
// Others   confirm one that leads more: those that led alike for five minutes of the clock, without a row between that
//          did not lead. Then the clock of the whole feed is ahead, and rows that lead alike are believed. Rows that
//          come at the same moment do not confirm each other: they may all be of one client.
// Off      Where a feed is over an hour ahead the clock says nothing of it: a row within a day of the others is
//          believed.
class Lead {
 public:
  // The stream goes on from there: what has been decided cannot be too far ahead.
  void go_on(LocalSeconds end, LocalSeconds now);
  // Whether the row may say what time it is. `is_recording`: it comes with others of many minutes.
  [[nodiscard]] bool believes(const LocalTime& row, const LocalTime& now, bool is_recording = false);
  // How far ahead of the clock the feed is.
  [[nodiscard]] std::chrono::seconds of_feed() const { return feed_; }
  // Once: how far ahead the feed is, since it is believed.
  [[nodiscard]] std::optional<std::chrono::seconds> take_news() { return std::exchange(news_, std::nullopt); }

 private:
  using Seconds = std::chrono::seconds;
  struct Leader {
    Seconds lead;
    LocalTime since;
  };

  [[nodiscard]] bool is_of_feed(Seconds lead) const;
  void believe(Seconds lead, const LocalTime& now);

  Seconds feed_{0};   // leads by that much
  LocalTime led_at_;  // when a row last did
  std::optional<Leader> leader_;
  std::optional<Seconds> news_;
};

}  // namespace pos::clock
