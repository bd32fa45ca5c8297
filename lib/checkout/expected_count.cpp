// SPDX-License-Identifier: MIT
#include "checkout/expected_count.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/monitor/negative_binomial.hpp"

namespace pos::checkout {
namespace {

constexpr double least_mean = 0.05;
constexpr double least_excess = 1e-6;  // of the variance over the mean

double probability(double log_p) { return std::min(std::exp(log_p), 1.0); }

// The last whole number for which `holds` is true; it is for `yes`, and not for `no`.
template <typename Predicate>
double last_that(double yes, double no, Predicate holds) {
  for (;;) {
    const double middle = std::floor((yes + no) / 2);
    if (middle <= yes || middle >= no) return yes;  // also ends where doubles are further than 1 apart
    (holds(middle) ? yes : no) = middle;
  }
}

// Doubled until `holds` is false.
template <typename Predicate>
double first_power_not(double start, Predicate holds) {
  double count = start;
  while (holds(count)) count *= 2;
  return count;
}

}  // namespace

ExpectedCount::ExpectedCount(double mean, double variance)
    : mean_(std::max(mean, least_mean)), size_(mean_ * mean_ / std::max(variance - mean_, least_excess)) {
  low_ = size_ / (size_ + mean_);
  high_ = mean_ / (size_ + mean_);
}

double ExpectedCount::at_most(double count) const {
  return probability(model::log_incomplete_beta(size_, count + 1, low_, high_));
}

double ExpectedCount::at_least(double count) const {
  return count > 0 ? probability(model::log_incomplete_beta(count, size_, high_, low_)) : 1.0;
}

double ExpectedCount::lowest(double p) const {
  const auto too_low = [&](double count) { return at_most(count) <= p; };
  if (!too_low(0)) return 0;
  return last_that(0, first_power_not(std::ceil(mean_), too_low), too_low) + 1;
}

double ExpectedCount::highest(double p) const {
  const auto likely = [&](double count) { return at_least(count) > p; };
  return last_that(0, first_power_not(std::ceil(mean_), likely), likely);
}

double normal_probability(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

// Newton's method on the logarithm, which is concave: from a point below the quantile each step ends below it, and
// nearer. P(Z <= -s) <= exp(-s^2 / 2) / 2 gives that point. The upper half mirrors the lower, where probabilities have
// all their digits.
double normal_quantile(double p) {
  if (p > 0.5) return -normal_quantile(1 - p);
  double z = -std::sqrt(std::max(-2 * std::log(2 * p), 0.0));
  for (int step = 0; step < 40; ++step) {
    const double probability = normal_probability(z);
    const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi);
    const double next = z + std::log(p / probability) * probability / density;
    if (!(next > z)) break;  // as far as the digits go
    z = next;
  }
  return z;
}

}  // namespace pos::checkout
