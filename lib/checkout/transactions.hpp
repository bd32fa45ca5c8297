// SPDX-License-Identifier: MIT
// What a history of transactions has of a day, and of those before it: plain numbers, whoever read them.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace pos::checkout {

inline constexpr int minutes_of_day = 1440;

struct DayOfTransactions {
  using Counts = std::map<std::string, double, std::less<>>;  // by status

  std::int32_t day = 0;  // days since 1970-01-01
  std::array<Counts, 24> hours = {};
};

struct Transactions {
  std::string volume;  // the status that measures business, or every_status
  DayOfTransactions day;
  std::bitset<minutes_of_day> came;            // minutes in which something came, of whatever status
  int from = 0, to = minutes_of_day;           // minutes of the day that the history tells of; to is not among them
  bool ends = false;                           // after the last row of the day there is none in the history
  std::vector<DayOfTransactions> others = {};  // days before it, each whole
};

// Hours of the day to which an event belongs, in its minutes; to is not among them.
struct DayEvent {
  int from = 0, to = minutes_of_day;
  std::string name;
  std::string kind;  // closed, holiday, exclude and others; empty: none

  // Half an hour of it makes an hour one of the event's.
  [[nodiscard]] bool has_hour(int hour) const {
    constexpr int half = 30;
    return std::min(to, hour * 60 + 60) - std::max(from, hour * 60) >= half;
  }
  [[nodiscard]] bool touches_hour(int hour) const { return from < hour * 60 + 60 && to > hour * 60; }
  // Few come while it lasts.
  [[nodiscard]] bool is_quiet() const { return kind == "closed" || kind == "holiday"; }
};

}  // namespace pos::checkout
