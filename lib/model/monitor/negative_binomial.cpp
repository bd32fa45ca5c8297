// SPDX-License-Identifier: MIT
// Tail probabilities of the negative binomial distribution, as logarithms: 1e-400 is ordinary here.
#include "model/monitor/negative_binomial.hpp"

#include <math.h>  // lgamma_r: std::lgamma writes the global signgam, a race between threads

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace pos::model {

namespace {

constexpr int max_steps = 500;
constexpr double tolerance = 1e-10;
constexpr double tiny = 1e-300;  // stands for a zero that must be divided by

double nonzero(double value) { return std::abs(value) > tiny ? value : tiny; }

// Continued fraction of the incomplete beta function by the modified Lentz method, DLMF 8.17.22.
double beta_fraction(double a, double b, double x) {
  double c = 1.0;
  double d = 1.0 / nonzero(1.0 - (a + b) * x / (a + 1.0));
  double h = d;
  const auto advance = [&](double term) {
    d = 1.0 / nonzero(1.0 + term * d);
    c = nonzero(1.0 + term / c);
    h *= d * c;
  };
  for (int step = 1; step < max_steps; ++step) {
    const double m = step;
    const double a2m = a + 2.0 * m;
    advance(m * (b - m) * x / ((a2m - 1.0) * a2m));
    advance(-(a + m) * (a + b + m) * x / (a2m * (a2m + 1.0)));
    if (std::abs(d * c - 1.0) < tolerance) break;
  }
  return h;
}

double log_gamma(double x) {
  int sign = 0;
  return lgamma_r(x, &sign);
}

// ln of gamma(a + b) / (gamma(a) gamma(b)).
double log_inverse_beta(double a, double b) {
  const double small = std::min(a, b);
  const double large = std::max(a, b);
  if (large < 1e7) return log_gamma(a + b) - log_gamma(a) - log_gamma(b);
  // lgamma(1e16) is 3e17: the difference of two of them has no digits left. Stirling's formula,
  // subtracted by hand; its next term is below 1e-22 here.
  const double sum = large + small;
  const double ratio =
      (large - 0.5) * std::log1p(small / large) + small * (std::log(sum) - 1.0) + (1.0 / sum - 1.0 / large) / 12.0;
  return ratio - log_gamma(small);
}

// ln x where y = 1 - x is the more exact of the two when x is near 1.
double log_of(double x, double y) { return y < 0.5 ? std::log1p(-y) : std::log(x); }

}  // namespace

double log_incomplete_beta(double a, double b, double x, double y) {
  if (x <= 0) return -std::numeric_limits<double>::infinity();
  if (y <= 0) return 0.0;
  const double front = log_inverse_beta(a, b) + a * log_of(x, y) + b * log_of(y, x);
  if (x < (a + 1.0) / (a + b + 2.0)) return front + std::log(beta_fraction(a, b, x) / a);
  const double rest = std::exp(front) * beta_fraction(b, a, y) / b;
  return std::log1p(-std::min(rest, 1.0 - 1e-16));
}

double surprise(double count, double mean, double spread2, Side side) {
  const double distance = side == Side::above ? count - mean : mean - count;
  const double z = distance / std::sqrt(mean + spread2 * mean * mean);
  if (z < 0) return 0.0;
  if (z < 2) return -std::log10(0.5 * std::erfc(z / std::numbers::sqrt2));
  const double size = 1.0 / std::max(spread2, 1e-7);
  const double low = size / (mean + size);
  const double high = mean / (mean + size);
  const double log_p = side == Side::above ? log_incomplete_beta(count, size, high, low)
                                           : log_incomplete_beta(size, count + 1.0, low, high);
  return -log_p / std::numbers::ln10;
}

}  // namespace pos::model
