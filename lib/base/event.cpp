// SPDX-License-Identifier: MIT
#include "base/event.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "base/text.hpp"

namespace pos {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr LocalSeconds day_length = 86'400;
constexpr LocalSeconds end_of_calendar = 253'402'300'800;  // the year 10000
constexpr LocalSeconds begin_of_calendar = -62'167'219'200;  // the year 0

sys_days date_of(LocalSeconds time) {
  return std::chrono::floor<days>(std::chrono::sys_seconds(std::chrono::seconds(time)));
}

LocalSeconds begin_of(sys_days date) { return LocalSeconds{date.time_since_epoch().count()} * day_length; }

year year_of(LocalSeconds time) { return year_month_day(date_of(time)).year(); }

// The same day and clock in another year; nothing: it has no such day.
std::optional<LocalSeconds> moved(LocalSeconds time, years by) {
  const sys_days date = date_of(time);
  const year_month_day there = year_month_day(date) + by;
  if (!there.ok()) return std::nullopt;
  return begin_of(sys_days(there)) + time - begin_of(date);
}

LocalSeconds moved_end(LocalSeconds end, years by) {
  if (const auto there = moved(end, by)) return *there;
  return begin_of(sys_days((year_of(end) + by) / std::chrono::March / 1));
}

std::optional<Occurrence> last_yearly(const Event& event, LocalSeconds time) {
  if (std::max(event.from, time) >= end_of_calendar) return std::nullopt;
  constexpr years longest(8);  // from one 29 February to the next, over 2100
  const years last = year_of(time) - year_of(event.from);
  for (years by = last; by.count() >= 0 && by >= last - longest; --by) {
    const auto from = moved(event.from, by);
    if (!from || *from > time) continue;
    return Occurrence{*from, event.to ? std::optional(moved_end(*event.to, by)) : std::nullopt};
  }
  return std::nullopt;
}

std::string wrong_text(std::string_view what, std::string_view text) {
  const auto says = [&](const std::string& why) { return std::string(what) + " '" + printable(text) + "' " + why; };
  if (!is_utf8(text)) return says("is not UTF-8");
  if (!is_plain_text(text)) return says("has a control character");
  // (Bytes within a character are 10xxxxxx.)
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
  if (letters <= most_event_letters) return {};
  return says("has " + std::to_string(letters) + " characters: " + std::to_string(most_event_letters) + " are the most");
}

Occurrence last_of(const Event& event, LocalSeconds time, LocalSeconds every) {
  const LocalSeconds by = (time - event.from) / every * every;
  return {event.from + by, event.to ? std::optional(*event.to + by) : std::nullopt};
}

}  // namespace

std::string event_kind(std::string_view given) {
  using Names = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Names, 7> other_names = {{{"fechado", "closed"},
                                                        {"fechada", "closed"},
                                                        {"feriado", "holiday"},
                                                        {"holidays", "holiday"},
                                                        {"excluir", "exclude"},
                                                        {"excluido", "exclude"},
                                                        {"excluído", "exclude"}}};
  std::string name = fold_name(given);
  const auto* const found =
      std::find_if(other_names.begin(), other_names.end(), [&](const Names& one) { return one.first == name; });
  return found == other_names.end() ? name : std::string(found->second);
}

std::string wrong_words(const Event& event) {
  if (event.name.empty()) return "name is empty";
  const std::string wrong = wrong_text("name", event.name);
  return wrong.empty() ? wrong_text("kind", event.kind) : wrong;
}

std::string wrong_times(const Event& event) {
  const auto is_said = [](LocalSeconds time) { return time >= begin_of_calendar && time < end_of_calendar; };
  if (is_said(event.from) && is_said(event.to.value_or(event.from))) return {};
  return "it begins or ends outside of the years 0 to 9999";
}

std::optional<Occurrence> last_begun(const Event& event, LocalSeconds time) {
  if (event.until) time = std::min(time, *event.until - 1);
  if (time < event.from) return std::nullopt;
  switch (event.repeat) {
    case Repeat::daily:
      return last_of(event, time, day_length);
    case Repeat::weekly:
      return last_of(event, time, 7 * day_length);
    case Repeat::yearly:
      return last_yearly(event, time);
    case Repeat::never:
      break;
  }
  return Occurrence{event.from, event.to};
}

std::vector<Occurrence> occurrences(const Event& event, const Period& period, std::size_t most) {
  std::vector<Occurrence> all;
  const auto lies_in = [&](const Occurrence& one) { return one.to.value_or(one.from + 1) > period.begin; };
  for (auto one = last_begun(event, period.end - 1); one && lies_in(*one) && all.size() < most;
       one = last_begun(event, one->from - 1)) {
    all.push_back(*one);
  }
  std::reverse(all.begin(), all.end());
  return all;
}

}  // namespace pos
