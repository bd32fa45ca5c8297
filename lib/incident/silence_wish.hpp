// SPDX-License-Identifier: MIT
// The silence that somebody asks for, on a command line or a page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/local_time.hpp"
#include "incident/state.hpp"

namespace pos::incident {

struct SilenceWish {
  std::string group, status;  // patterns, as Silence has them
  Severity severity = Severity::none;
  std::string author, comment;
  std::int64_t seconds = 0;            // how long
  std::optional<LocalTime> from = {};  // by the clock on the wall; none: from now on
  int days = 0;                        // again on these, as WallSpan::days
};

// From now on, or by the clock on the wall. A time without a date is the next one: today's, or tomorrow's where that of
// today is over; of one that comes again the first may have begun already. Nothing: all of it is over.
[[nodiscard]] std::optional<Silence> silence_of(const SilenceWish& wish, ClockSeconds now, LocalSeconds wall);

// From now on until the wall shows that later time.
[[nodiscard]] Silence silence_until(const SilenceWish& wish, LocalSeconds until, ClockSeconds now, LocalSeconds wall);

// `day`, or a list such as `sat,sun`, as WallSpan::days; nothing: it is none.
[[nodiscard]] std::optional<int> days_of(std::string_view list);
// "day", "mon,wed"; empty: it does not come again.
[[nodiscard]] std::string every_words(int days);

// Some key, COLUMN=VALUE, may match this pattern, which is not empty.
[[nodiscard]] bool may_match_key(std::string_view pattern);

// What somebody says, as it is kept: control characters would steer the terminal of whoever lists it.
[[nodiscard]] std::string kept_words(std::string_view text);

}  // namespace pos::incident
