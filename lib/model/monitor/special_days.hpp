// SPDX-License-Identifier: MIT
// Days and hours that are not like others, as people tell them: no number of the monitor.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/event.hpp"

namespace pos::model {

// Where several hold, the last of them does.
enum class DayKind { ordinary, excluded, holiday, closed };

// Events of the kinds `exclude`, `holiday` and `closed`; all others are passed over.
//
// Units    minutes of the local clock, from midnight of 1970-01-01 on. (A clock without dates counts from 0: no day of
//          anybody's calendar is there.)
// Edge     Nobody closes to the minute: half an hour before `closed` and after it is closed as well. An event that has
//          no end lasts to the end of its day.
// Source   docs/monitor.md section 15.
class SpecialDays {
 public:
  SpecialDays() = default;
  explicit SpecialDays(std::span<const Event> events);

  [[nodiscard]] bool empty() const { return changes_.empty() && repeated_.empty(); }
  [[nodiscard]] DayKind at(std::int64_t local_minute) const;
  friend bool operator==(const SpecialDays&, const SpecialDays&) = default;

 private:
  struct Change {
    std::int64_t minute;
    DayKind kind;  // from there on
    friend bool operator==(const Change&, const Change&) = default;
  };
  struct Repeated {
    pos::Event event;
    DayKind kind;
    [[nodiscard]] bool holds(std::int64_t local_minute) const;
    friend bool operator==(const Repeated&, const Repeated&) = default;
  };
  std::vector<Change> changes_;     // of those that come once, in order of time
  std::vector<Repeated> repeated_;  // of these there is no list: they have no end
};

}  // namespace pos::model
