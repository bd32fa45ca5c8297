// SPDX-License-Identifier: MIT
// Words an alert for people.
#pragma once

#include <cstdint>
#include <string>

#include "model/monitor/window_tests.hpp"

namespace pos::model {

// "above: 47 in 3 min, 9.1 expected, by chance about once in 12 days", "below: ...": plain digits, and odds as people
// say them, "less than once in 100 years" at the most; empty for no finding. (The exact odds are in the surprise.) The
// same on every machine: no locale is asked.
[[nodiscard]] std::string word_reason(const Finding& finding);

// "below: 12 in 30 min, 240 expected, not over yet": of a fall whose end the counts do not show.
[[nodiscard]] std::string word_held(const Finding& finding);

// "no data since 23:47, 96 expected in 3 min". last_row: last minute that had any transaction.
[[nodiscard]] std::string word_silence(const Finding& finding, std::int64_t last_row);

}  // namespace pos::model
