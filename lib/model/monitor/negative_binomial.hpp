// SPDX-License-Identifier: MIT
// Tail probabilities of the negative binomial distribution, as logarithms: 1e-400 is ordinary here.
#pragma once

namespace pos::model {

enum class Side { above, below };

// ln I_x(a, b), the regularised incomplete beta function.
//
// Shape    a, b > 0; x in [0, 1]; y = 1 - x, given by the caller so that neither loses digits.
// Edge     x = 0 gives -infinity, y = 0 gives 0. Good to 1e-9 for a up to 1e7, to 1e-3 at 2^53.
// Source   DLMF 8.17; Numerical Recipes 3rd ed. 6.4; Lentz 1976, Applied Optics 15, 668.
[[nodiscard]] double log_incomplete_beta(double a, double b, double x, double y);

// -log10 of the probability of a count at least this far on this side of the mean, for a negative
// binomial with this mean and variance = mean + spread2 mean^2.
//
// Shape    count >= 0, not necessarily whole; mean > 0; spread2 >= 0 (below 1e-7: as 1e-7, nearly
//          Poisson).
// Edge     0 when the count lies on the other side. Below two standard deviations the normal tail
//          stands in. That is part of the definition (docs/monitor.md 11): the value jumps there.
[[nodiscard]] double surprise(double count, double mean, double spread2, Side side);

}  // namespace pos::model
