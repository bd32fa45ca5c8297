// SPDX-License-Identifier: MIT
// What a count may be by chance: the negative binomial distribution, its tails and quantiles.
#pragma once

namespace pos::checkout {

class ExpectedCount {
 public:
  // Shape    0 <= mean, variance. A mean below 0.05 is taken as 0.05: a single sale in an hour that never had one is
  //          no wonder. A variance that is not above the mean gives nearly a Poisson distribution.
  ExpectedCount(double mean, double variance);

  [[nodiscard]] double at_most(double count) const;   // P(Y <= count)
  [[nodiscard]] double at_least(double count) const;  // P(Y >= count)

  // The smallest count with at_most above p, the largest with at_least above p; 0 < p < 0.5. The first is never
  // above the second.
  [[nodiscard]] double lowest(double p) const;
  [[nodiscard]] double highest(double p) const;

 private:
  double mean_;
  double size_;
  double low_, high_;  // size / (size + mean) and mean / (size + mean)
};

// The standard normal distribution: P(Z <= z), and the z for which that is p; 0 < p < 1, good to 1e-12.
[[nodiscard]] double normal_probability(double z);
[[nodiscard]] double normal_quantile(double p);

}  // namespace pos::checkout
