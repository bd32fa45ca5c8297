// SPDX-License-Identifier: MIT
// What transactions say of some hours, in words that carry the numbers.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "checkout/cause.hpp"
#include "checkout/hours_sum.hpp"

namespace pos::checkout {

[[nodiscard]] std::string clock_text(int minute);  // `09:05`, of a day
// low: the hours sold less than expected.
[[nodiscard]] std::string cause_text(Cause cause, const HoursSum& sum, const Transactions& transactions, bool low,
                                     Language language);
// Of hours that the history does not tell of.
[[nodiscard]] std::string unknown_text(const std::vector<int>& hours, const Transactions& transactions,
                                       Language language);
// What came in one hour: `1,230 denied, 53 reversed; nothing in 3 of 60 minutes`.
[[nodiscard]] std::string evidence_text(int hour, const HoursSum& sum, const Transactions& transactions,
                                        Language language);

// Something came in these minutes of the day; to is not among them.
[[nodiscard]] bool came_between(const Transactions& transactions, int from, int to);

}  // namespace pos::checkout
