// SPDX-License-Identifier: MIT
// The last 30 minutes of a status: counts, and the two references they are held against.
#include "model/monitor/recent.hpp"

#include <algorithm>

namespace pos::model {

namespace {

constexpr double lowest_reference = 1e-4;

Observed operator+(const Observed& a, const Observed& b) { return {a.count + b.count, a.high + b.high, a.low + b.low}; }

// Something is always expected, or a first transaction would be infinitely surprising.
Observed floored(const Observed& sum) {
  return {sum.count, std::max(sum.high, lowest_reference), std::max(sum.low, lowest_reference)};
}

}  // namespace

void Recent::forget(Reference reference) {
  for (Observed& m : minutes_) m.count = reference == Reference::high ? m.high : m.low;
  sum_up();
}

void Recent::forget_newest(Reference reference) {
  Observed& m = minutes_[newest_];
  m.count = reference == Reference::high ? m.high : m.low;
  minutes_[newest_ + capacity] = m;
  sum_up();
}

// Of the minutes from newest to before oldest, counted backwards from now.
Observed Recent::sum(std::size_t newest, std::size_t oldest) const {
  Observed sum;
  for (std::size_t j = newest_ + newest; j < newest_ + oldest; ++j) sum = sum + minutes_[j];
  return sum;
}

void Recent::sum_up() {
  // The long window in two halves: neither waits for the other's additions.
  const Observed last_3 = minutes_[newest_] + sum(1, 3);
  const Observed last_10 = last_3 + sum(3, 10);
  const Observed last_30 = last_10 + (sum(10, 20) + sum(20, 30));
  sums_ = {floored(minutes_[newest_]), floored(last_3), floored(last_10), floored(last_30)};
}

void Recent::save(StateWriter& out) const {
  out.begin("recent");
  for (std::size_t j = newest_; j < newest_ + size_; ++j) {
    out.number(minutes_[j].count);
    out.number(minutes_[j].high);
    out.number(minutes_[j].low);
  }
  out.end();
}

void Recent::restore(StateReader& in) {
  std::array<Observed, capacity> newest_first;
  std::size_t size = 0;
  constexpr double highest = 0x1p60;  // the largest forecast of former versions
  in.begin("recent");
  while (in.more()) {
    if (size == capacity) in.fail("a value too many");
    Observed& m = newest_first[size++];
    m.count = in.number(0.0, highest);
    m.high = in.number(0.0, highest);
    m.low = in.number(0.0, highest);
  }
  in.end();
  *this = {};
  while (size > 0) push(newest_first[--size]);
}

}  // namespace pos::model
