// SPDX-License-Identifier: MIT
// The last 30 minutes of a status: counts, and what they are held against.
#include "model/monitor/recent.hpp"

#include <algorithm>
#include <numeric>

namespace pos::model {

namespace {

constexpr double lowest_reference = 1e-4;
constexpr double highest = 0x1p60;  // more than any forecast or count

Observed operator+(const Observed& a, const Observed& b) {
  return {a.count + b.count, a.high + b.high, a.low + b.low, a.middle + b.middle};
}

// Something is always expected, or a first transaction would be infinitely surprising.
Observed floored(const Observed& sum) {
  return {sum.count, std::max(sum.high, lowest_reference), std::max(sum.low, lowest_reference),
          std::max(sum.middle, lowest_reference)};
}

}  // namespace

void Recent::forget(Reference reference) {
  for (std::size_t j = 0; j < capacity; ++j) forget_at(j, reference);
  sum_up();
}

void Recent::forget_newest(Reference reference) {
  forget_at(newest_, reference);
  sum_up();
}

void Recent::forget_at(std::size_t place, Reference reference) {
  Observed& m = minutes_[place];
  m.count = reference == Reference::high ? m.high : std::max(m.low, curve_[place]);
  minutes_[place + capacity] = m;
}

double Recent::curve() const {
  const auto newest = curve_.begin() + static_cast<std::ptrdiff_t>(newest_);
  return std::max(std::accumulate(newest, newest + capacity, 0.0), lowest_reference);
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
    const Observed& m = minutes_[j];
    for (const double value : {m.count, m.high, m.low, m.middle}) out.number(value);
  }
  out.end();
}

void Recent::save_curve(StateWriter& out) const {
  out.begin("curve");
  for (std::size_t j = newest_; j < newest_ + size_; ++j) out.number(curve_[j]);
  out.end();
}

void Recent::restore(StateReader& in) {
  std::array<Observed, capacity> newest_first;
  std::size_t size = 0;
  in.begin("recent");
  while (in.more()) {
    if (size == capacity) in.fail("a value too many");
    Observed& m = newest_first[size++];
    for (double* value : {&m.count, &m.high, &m.low, &m.middle}) *value = in.number(0.0, highest);
  }
  in.end();
  *this = {};
  while (size > 0) push(newest_first[--size]);
}

void Recent::restore_curve(StateReader& in) {
  in.begin("curve");
  for (std::size_t j = newest_; j < newest_ + size_; ++j) {
    curve_[j] = in.number(0.0, highest);
    curve_[j < capacity ? j + capacity : j - capacity] = curve_[j];
  }
  in.end();
}

}  // namespace pos::model
