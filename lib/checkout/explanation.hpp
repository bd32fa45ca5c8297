// SPDX-License-Identifier: MIT
// Why an hour is flagged, or is not although it looks as if it should, for a reader at 3 a.m.
#pragma once

#include <vector>

#include "base/language.hpp"
#include "checkout/hourly_test.hpp"
#include "checkout/verdict.hpp"

namespace pos::checkout {

// Sets `explained` of every hour that needs it; all else in `test` is there. `verdicts` are by hour.
void explain(HourlyTest& test, const std::vector<Verdict>& verdicts, Language language);

}  // namespace pos::checkout
