// SPDX-License-Identifier: MIT
// What people know of a day or an hour: a holiday, a promotion, a deployment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"

namespace pos {

enum class Repeat : std::uint8_t { never, daily, weekly, yearly };

struct Event {
  LocalSeconds from = 0;
  std::optional<LocalSeconds> to;  // which is not part of it; nothing: it began at a time, and nobody said until when
  std::string name;                // plain text
  std::string kind;                // in lower case; empty: none
  // It comes again by the clock on the wall, and is over before it does. `until`: it does not begin from there on.
  Repeat repeat = Repeat::never;
  std::optional<LocalSeconds> until = {};

  friend bool operator==(const Event&, const Event&) = default;
};

// More would hide what they stand beside.
inline constexpr std::int64_t most_event_letters = 200;

// A kind as events have it: by fold_name(), and the three that mean something to the monitor by their Portuguese names, too:
// `feriado` is `holiday`. Unknown to it, a closed day would be an alarm at night.
[[nodiscard]] std::string event_kind(std::string_view given);

// Why its words cannot be used: no name, a control character, bytes that are no UTF-8, too many letters. Empty: they can.
[[nodiscard]] std::string wrong_words(const Event& event);

// Why its times cannot be kept: SQL has no name for them. Empty: they can.
[[nodiscard]] std::string wrong_times(const Event& event);

// One time that an event happens.
struct Occurrence {
  LocalSeconds from = 0;
  std::optional<LocalSeconds> to;

  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// The last one that begins at `time` or before; nothing: it has not begun by then. No list is made: it costs the same
// however often the event has come by then.
// Edge     29 February comes in leap years only. What ends on one ends with the 28th in other years.
[[nodiscard]] std::optional<Occurrence> last_begun(const Event& event, LocalSeconds time);

// Those that lie in the period, or in part, in order of time; of more than `most` the newest.
[[nodiscard]] std::vector<Occurrence> occurrences(const Event& event, const Period& period, std::size_t most);

}  // namespace pos
