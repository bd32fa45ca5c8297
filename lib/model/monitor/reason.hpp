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

// "no data since 23:47, 96 expected in 3 min": the minutes without a transaction, and what was expected in these alone.
// last_row: last minute that had any transaction, on the local clock.
[[nodiscard]] std::string word_silence(const Finding& finding, std::int64_t last_row);

// "; no data since 23:47", behind the words of a fall that had begun before.
[[nodiscard]] std::string word_silent_now(std::int64_t last_row);

// "did not open: nothing since 21:00 yesterday, 412 expected since 09:00". Minutes on the local clock: opening lies
// behind last_row, and is of today or of the night before.
[[nodiscard]] std::string word_not_open(std::int64_t last_row, std::int64_t opening, std::int64_t now, double expected);

}  // namespace pos::model
