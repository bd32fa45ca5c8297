// SPDX-License-Identifier: MIT
// The last 30 minutes of a status: counts, and what they are held against.
#include "model/monitor/recent.hpp"

#include <algorithm>

namespace pos::model {

namespace {

constexpr double lowest_reference = 1e-4;
constexpr double highest = 0x1p60;  // more than any forecast or count

Observed operator+(const Observed& a, const Observed& b) {
  return {a.count + b.count, a.high + b.high, a.low + b.low, a.middle + b.middle};
}

}  // namespace

void Recent::push(const Observed& minute, double curve) {
  push(minute);
  if (curve_.empty()) curve_.assign(capacity, 0.0);
  curve_[newest_] = curve;
}

void Recent::forget(Reference reference) {
  for (std::size_t j = 0; j < capacity; ++j) forget_at(j, reference);
  sum_up_anew();
}

void Recent::forget_newest(Reference reference) {
  forget_at(newest_, reference);
  sum_up_anew();
}

void Recent::forget_at(std::size_t place, Reference reference) {
  Observed m = minutes_[place];
  m.count = reference == Reference::high ? m.high : std::max(m.low, curve_at(place));
  put(place, m);
}

double Recent::curve() const { return curve(capacity); }

double Recent::curve(std::size_t minutes) const {
  double sum = 0.0;
  for (std::size_t ago = 0; ago < minutes; ++ago) sum += curve_at(place(ago));
  return std::max(sum, lowest_reference);
}

double Recent::low(std::size_t minutes) const {
  double sum = 0.0;
  for (std::size_t ago = 0; ago < minutes; ++ago) sum += minutes_[place(ago)].low;
  return std::max(sum, lowest_reference);
}

double Recent::curve_about() const {
  std::array<double, 3> sums{};  // none waits for the others
  for (std::size_t j = 0; j + sums.size() <= curve_.size(); j += sums.size()) {
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += curve_[j + k];
  }
  return std::max(sums[0] + sums[1] + sums[2], lowest_reference);
}

// As when the minute so long ago was the newest, and those before it had been summed up.
void Recent::sum_up(std::size_t ago) {
  const Observed* const newest_first = &minutes_[place(ago)];
  Observed& of_20_ago = kept_.of_10[kept_.oldest];
  const Observed& of_10_ago = kept_.of_10[kept_.oldest < block ? kept_.oldest + block : kept_.oldest - block];
  const Observed last_3 = newest_first[0] + (Observed{} + newest_first[1] + newest_first[2]);
  const Observed last_10 = last_3 + kept_.of_7[2];
  const Observed last_30 = last_10 + (of_10_ago + of_20_ago);
  set_sums({newest_first[0], last_3, last_10, last_30});

  Observed sum;
  for (std::size_t j = 0; j < 7; ++j) sum = sum + newest_first[j];
  kept_.of_7[2] = kept_.of_7[1];
  kept_.of_7[1] = kept_.of_7[0];
  kept_.of_7[0] = sum;
  for (std::size_t j = 7; j < block; ++j) sum = sum + newest_first[j];
  of_20_ago = sum;
  kept_.oldest = kept_.oldest + 1 < kept_.of_10.size() ? kept_.oldest + 1 : 0;
}

// Something is always expected, or a first transaction would be infinitely surprising.
void Recent::set_sums(const std::array<Observed, windows.size()>& sums) {
  const auto floored = [](double reference) { return reference < lowest_reference ? lowest_reference : reference; };
  for (std::size_t w = 0; w < windows.size(); ++w) sums_.count[w] = sums[w].count;
  for (std::size_t w = 0; w < windows.size(); ++w) sums_.high[w] = floored(sums[w].high);
  for (std::size_t w = 0; w < windows.size(); ++w) sums_.low[w] = floored(sums[w].low);
  for (std::size_t w = 0; w < windows.size(); ++w) sums_.middle[w] = floored(sums[w].middle);
}

void Recent::sum_up_anew() {
  for (std::size_t ago = 2 * block + 1; ago-- > 0;) sum_up(ago);
}

void Recent::save(StateWriter& out) const {
  out.begin("recent");
  for (std::size_t ago = 0; ago < size_; ++ago) {
    const Observed& m = minutes_[place(ago)];
    for (const double value : {m.count, m.high, m.low, m.middle}) out.number(value);
  }
  out.end();
}

void Recent::save_curve(StateWriter& out) const {
  out.begin("curve");
  for (std::size_t ago = 0; ago < size_; ++ago) out.number(curve_at(place(ago)));
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
  curve_.assign(capacity, 0.0);
  for (std::size_t ago = 0; ago < size_; ++ago) curve_[place(ago)] = in.number(0.0, highest);
  in.end();
}

}  // namespace pos::model
