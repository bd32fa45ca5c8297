// SPDX-License-Identifier: MIT
// The zone whose wall clock a stream is told in.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "base/local_time.hpp"

namespace pos {

// Where none is named, or one whose clocks never change, wall clock and instant are the same.
class Zone {
 public:
  // Minutes that the wall clock is ahead of UTC at a minute of UTC, counted from 1970.
  using Ahead = std::function<int(std::int64_t)>;

  Zone() = default;
  explicit Zone(Ahead ahead) : ahead_(std::move(ahead)) {}

  [[nodiscard]] int ahead(std::int64_t instant) const { return ahead_ ? ahead_(instant) : 0; }

  // A time of the wall clock with the instant it stands for. One that clocks leave out is told by the clock before they
  // are put on; one that comes twice is the first, and says so. Those that know their instant, and those without a
  // date, stay as they are.
  [[nodiscard]] LocalTime settle(LocalTime time) const;
  // Of a time that comes twice, the one nearer to that instant, which it then knows; any other stays as it is.
  [[nodiscard]] LocalTime near(LocalTime time, std::int64_t instant) const;
  // The begin of a minute on the wall clock; it knows its instant.
  [[nodiscard]] LocalTime local(std::int64_t instant) const;
  // The wall clock shows that minute twice.
  [[nodiscard]] bool is_doubled(std::int64_t instant) const;

 private:
  Ahead ahead_;
};

}  // namespace pos
