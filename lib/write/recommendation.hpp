// SPDX-License-Identifier: MIT
// What an operator is to do about a row.
#pragma once

#include <string>

#include "base/scored.hpp"

namespace pos::write {

// `none` for Approve; else what to do, and in brackets why:
//     look now (above: 151 in 1 min, 43 expected)     critical
//     watch (above: 9 in 3 min, 3.1 expected)         warning
//     check (rule: denied)                            policies forest and seed, which know no severity
[[nodiscard]] std::string recommendation(const Scored& scored);

}  // namespace pos::write
