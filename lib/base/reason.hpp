// SPDX-License-Identifier: MIT
// What reasons say that programs go by, too: written and found again in one place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pos {

// How often chance does what is so surprising: "about 3 times a day", "about once in 12 days", "less than once in 100
// years".
//
// surprise: as Scored has it, the logarithm to base 10 of the days between two of them.
[[nodiscard]] std::string odds(double surprise);

// Behind what is wrong, where it has lasted for so long that it is no news any more: "below: 61 in 30 min, 600
// expected; taken as normal from now on: 10 % of what the week taught".
//
// share: of what `taught` had taught, "the week" say.
[[nodiscard]] std::string taken_as_normal(double share, std::string_view taught);
// "10 % of what the week taught"; empty: the reason says nothing of the kind.
[[nodiscard]] std::string_view taken_as_normal_at(std::string_view reason);

// What came in the window that an alert is about, and what was expected there.
struct ToldWindow {
  bool is_above = false;
  double count = 0;
  double expected = 0;  // 0: "less than 0.01"
};
// Of "above: 729 in 10 min, 408 expected, ...", "below: ...", "no data since ...", "did not open: ..."; nothing: the
// reason is another one.
[[nodiscard]] std::optional<ToldWindow> told_by(std::string_view reason);

// Of "below: 56 in 30 min, 358 expected, ..." and "no data since 23:47, 96 expected in 3 min", what was expected a minute;
// nothing: the reason is another one.
[[nodiscard]] std::optional<double> expected_a_minute(std::string_view reason);

// Of "no data since 23:47, 96 expected in 3 min", the minute of the day; nothing: the reason is another one.
[[nodiscard]] std::optional<int> silent_since(std::string_view reason);

// "did not open: nothing since 21:00 yesterday, 412 expected since 09:00". The clocks as they are to stand there.
[[nodiscard]] std::string did_not_open(std::string_view nothing_since, double expected, std::string_view opening);
// 412; nothing: the reason says nothing of the kind.
[[nodiscard]] std::optional<double> expected_since_opening(std::string_view reason);

}  // namespace pos
