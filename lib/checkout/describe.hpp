// SPDX-License-Identifier: MIT
// What a column of numbers looks like, as pandas tells it.
#pragma once

#include <span>

#include "base/hourly_table.hpp"

namespace pos::checkout {

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

[[nodiscard]] double total(std::span<const double> values);
[[nodiscard]] bool is_whole(std::span<const double> values);  // every one of them

// count: every value is whole. average: some are not, or the name says so (`avg_...`). A count's extremes
// are those of one day, an average's are smoothed: they are not compared.
enum class Kind { count, average };
[[nodiscard]] Kind kind_of(const HourlyColumn& column);

}  // namespace pos::checkout
