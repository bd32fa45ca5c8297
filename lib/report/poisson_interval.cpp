// SPDX-License-Identifier: MIT
#include "report/poisson_interval.hpp"

#include <cmath>
#include <stdexcept>

namespace pos::report {
namespace {

constexpr double each_tail = 0.025;
constexpr double negligible = 1e-17;

double probability(double count, double mean) {
  return std::exp(count * std::log(mean) - mean - std::lgamma(count + 1));
}

// That so many or fewer come, of a mean that is not below `count`: its terms fall fast from there.
double at_most(double count, double mean) {
  double term = probability(count, mean);
  double sum = 0;
  for (double i = count; i >= 0 && term > negligible * sum; --i) {
    sum += term;
    term *= i / mean;
  }
  return sum;
}

// That so many or more come, of a mean that is not above `count`.
double at_least(double count, double mean) {
  double term = probability(count, mean);
  double sum = 0;
  for (double i = count; term > negligible * sum; ++i) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}

// Where `is_beyond` becomes true between the two, for which it is false and true.
template <typename IsBeyond>
double bisect(double low, double high, const IsBeyond& is_beyond) {
  constexpr int steps = 100;
  for (int i = 0; i < steps; ++i) {
    const double middle = (low + high) / 2;
    (is_beyond(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace

Interval poisson_interval(std::int64_t count) {
  if (count < 0) throw std::invalid_argument("a count below 0");
  const auto n = static_cast<double>(count);
  const double beyond = n + 10 * std::sqrt(n + 1) + 10;
  Interval interval;
  if (count > 0) interval.low = bisect(0, n, [&](double mean) { return at_least(n, mean) >= each_tail; });
  interval.high = bisect(n, beyond, [&](double mean) { return at_most(n, mean) <= each_tail; });
  return interval;
}

}  // namespace pos::report
