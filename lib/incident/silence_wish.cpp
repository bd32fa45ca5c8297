// SPDX-License-Identifier: MIT
#include "incident/silence_wish.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace pos::incident {
namespace {

constexpr LocalSeconds a_day = 86'400;
constexpr ClockSeconds year_9999 = 253'402'300'799;
constexpr std::size_t most_said = 500;  // bytes of a name, of a comment
constexpr std::array<std::string_view, 7> day_names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

LocalSeconds midnight_before(LocalSeconds wall) { return wall - ((wall % a_day) + a_day) % a_day; }

WallSpan span_of(const SilenceWish& wish, LocalSeconds wall) {
  WallSpan span{0, wish.seconds, wish.days};
  if (wish.from->dated()) {
    span.first = LocalSeconds{wish.from->day} * a_day + wish.from->second_of_day;
    return span;
  }
  span.first = midnight_before(wall) + wish.from->second_of_day;
  // One that goes over midnight may have begun yesterday.
  const bool is_short = span.length <= a_day;
  if ((is_short && wall < span.first - a_day + span.length) || span.days != 0) span.first -= a_day;
  if (wall >= span.first + span.length && span.days == 0) span.first += a_day;
  return span;
}

Silence from_now(const SilenceWish& wish, ClockSeconds now) {
  Silence silence;
  silence.group = wish.group;
  silence.status = wish.status;
  hide_card_numbers(silence.status);  // as incidents have them; `*` stands for any digit, too
  hide_card_numbers(silence.group);
  silence.severity = wish.severity;
  silence.author = wish.author;
  silence.comment = wish.comment;
  silence.begin = now;
  silence.end = now + wish.seconds;
  return silence;
}

// It says itself when it holds. (A day more: the clock may be put back before.)
Silence by_the_wall(Silence silence, const WallSpan& span, ClockSeconds now, LocalSeconds wall) {
  silence.span = span;
  silence.end = span.days != 0 ? year_9999 : now + (span.first + span.length - wall) + a_day;
  return silence;
}

}  // namespace

std::optional<Silence> silence_of(const SilenceWish& wish, ClockSeconds now, LocalSeconds wall) {
  const Silence silence = from_now(wish, now);
  if (!wish.from) return silence;
  const WallSpan span = span_of(wish, wall);
  if (!span.begin_of(wall)) return std::nullopt;
  return by_the_wall(silence, span, now, wall);
}

Silence silence_until(const SilenceWish& wish, LocalSeconds until, ClockSeconds now, LocalSeconds wall) {
  return by_the_wall(from_now(wish, now), {wall, until - wall, 0}, now, wall);
}

std::optional<int> days_of(std::string_view list) {
  if (list == "day") return WallSpan::every_day;
  int days = 0;
  for (const std::string& piece : split_list(list)) {
    const auto name = std::ranges::find(day_names, piece);
    if (name == day_names.end()) return std::nullopt;
    days |= 1 << (name - day_names.begin());
  }
  return days == 0 ? std::nullopt : std::optional(days);
}

std::string every_words(int days) {
  if (days == WallSpan::every_day) return "day";
  std::string words;
  for (std::size_t day = 0; day < day_names.size(); ++day) {
    if (((days >> day) & 1) != 0) words.append(words.empty() ? "" : ",").append(day_names[day]);
  }
  return words;
}

bool may_match_key(std::string_view pattern) { return pattern.find_first_of("=*?") != std::string_view::npos; }

std::string kept_words(std::string_view text) { return printable(text, most_said); }

}  // namespace pos::incident
