// SPDX-License-Identifier: MIT
#include "base/event.hpp"

#include <algorithm>
#include <chrono>

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

Occurrence last_of(const Event& event, LocalSeconds time, LocalSeconds every) {
  const LocalSeconds by = (time - event.from) / every * every;
  return {event.from + by, event.to ? std::optional(*event.to + by) : std::nullopt};
}

}  // namespace

std::string wrong_words(const Event& event) {
  if (event.name.empty()) return "name is empty";
  if (!is_plain_text(event.name)) return "name '" + printable(event.name) + "' has a control character";
  if (!is_plain_text(event.kind)) return "kind '" + printable(event.kind) + "' has a control character";
  return {};
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
