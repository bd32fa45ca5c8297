// SPDX-License-Identifier: MIT
// What an operator is to do about a row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/scored.hpp"

namespace pos::write {

inline constexpr std::string_view judged_column = "judged";  // behind the recommendation

// `none` for Approve; else what to do, and in brackets why:
//     look now (above: 151 in 1 min, 43 expected)     critical
//     watch (above: 9 in 3 min, 3.1 expected)         warning
//     check (rule: denied)                            policies forest and seed, which know no severity
[[nodiscard]] std::string recommendation(const Scored& scored);

// Why nobody judged a row: nothing is wrong with it that is known of, nor is it known to be good.
enum class Unjudged { late, ahead, alone };

// Of a row that is stored and not judged, also for people:
//     not judged (9 h ahead of the clock)
//     not judged (12 min late)
//     not judged (no other row confirms its time)
[[nodiscard]] std::string not_judged(Unjudged why, std::int64_t seconds);

}  // namespace pos::write
