// SPDX-License-Identifier: MIT
// Where the difference of two days comes from, in a few sentences.
#pragma once

#include <optional>
#include <string>

#include "base/language.hpp"
#include "checkout/comparison.hpp"

namespace pos::checkout {

// All of `comparison` but the explanation is there. A day without a test is taken as it is, and that is said.
[[nodiscard]] std::string explain_change(const Comparison& comparison, const std::optional<HourlyTest>& first,
                                         const std::optional<HourlyTest>& second, Language language);

}  // namespace pos::checkout
