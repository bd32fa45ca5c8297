// SPDX-License-Identifier: MIT
// How many of those who asked for it were approved.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "report/report.hpp"

namespace pos::report {

// Which statuses the rate is made of, by their place among those of the report: the volume, which stands for approved,
// and denied and failed, in any case of the letters.
struct Approval {
  std::size_t approved = 0;
  std::vector<std::size_t> others;
};
// Nothing where the report has no row of the volume, or none of the others.
[[nodiscard]] std::optional<Approval> approval_of(const Report& report);

// approved / (approved + denied + failed), of transactions, 0 to 1; nothing where approval_of() has nothing.
[[nodiscard]] std::optional<double> approval_rate(const Report& report);
// The same of what was expected; nothing where that is not known of each of these statuses.
[[nodiscard]] std::optional<double> expected_approval_rate(const Report& report);

}  // namespace pos::report
