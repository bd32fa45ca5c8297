// SPDX-License-Identifier: MIT
// What some numbers look like, as pandas tells it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace pos {

// The numbers of pandas.Series.describe(), equal to 1e-9 and in every digit it prints.
struct Description {
  std::size_t count = 0;
  double mean = 0;
  double std = 0;  // of a sample: divided by count - 1; NaN for one value
  double min = 0;
  double q25 = 0, q50 = 0, q75 = 0;  // quartiles with linear interpolation (Hyndman & Fan 1996, type 7)
  double max = 0;
};
// `values` is not empty.
[[nodiscard]] Description describe(std::span<const double> values);

// The same of more whole numbers than memory should hold: kept is how often each was there, so that quartiles are exact.
// Memory   about 50 bytes for each different number.
class Frequencies {
 public:
  void add(std::int64_t value) { ++rows_[value]; }
  // At least one was added.
  [[nodiscard]] Description describe() const;

 private:
  std::unordered_map<std::int64_t, std::size_t> rows_;  // by value
};

}  // namespace pos
