// SPDX-License-Identifier: MIT
// An hour of the day as people write it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pos::read {

// The numbers of a date in the order in which they stand: it is only asked whether two dates are the same, so nobody
// needs to know which one is the month.
using DateText = std::array<unsigned, 3>;

struct HourOfDay {
  int hour = 0;  // 0 to 23
  std::optional<DateText> date;
};

// Reads `7`, `07`, `07h`, `07h00`, `07h 00`, `07h00min`, `07:00` and `07:00:00`, and all of them behind a date and a
// blank or `T`: `2026-03-09 07:00`, `09/03/2026 07h`, `9.3.2026 7:00`. Where it is none of these, or minutes and
// seconds are not 0, or there is no such day, nothing, and `problem` says why.
[[nodiscard]] std::optional<HourOfDay> parse_hour_of_day(std::string_view text, std::string& problem);

}  // namespace pos::read
