// SPDX-License-Identifier: MIT
// Words an alert for people.
#pragma once

#include <cstdint>
#include <string>

#include "model/monitor/window_tests.hpp"

namespace pos::model {

// "above: 151 in 1 min, 43 expected, once in 10^28 days", "below: ..."; empty for no finding.
// The same on every machine: no locale is asked.
[[nodiscard]] std::string word_reason(const Finding& finding);

// "no data since 23:47, 96 expected in 3 min". last_row: last minute that had any transaction.
[[nodiscard]] std::string word_silence(const Finding& finding, std::int64_t last_row);

}  // namespace pos::model
