// SPDX-License-Identifier: MIT
// Days and hours that are not like others, as people tell them.
#include "model/monitor/special_days.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

constexpr std::int64_t edge = 30;  // minutes

DayKind kind_of(std::string_view word) {
  if (word == "closed") return DayKind::closed;
  if (word == "holiday") return DayKind::holiday;
  return word == "exclude" ? DayKind::excluded : DayKind::ordinary;
}

// Minutes before and after, that belong to it.
std::int64_t wider(DayKind kind) { return kind == DayKind::closed ? edge : 0; }

std::int64_t begin_minute(const Occurrence& one) { return minute_begin(one.from) / 60; }
std::int64_t end_minute(const Occurrence& one) {
  return one.to ? minute_begin(*one.to + 59) / 60 : (day_of(begin_minute(one)) + 1) * minutes_per_day;
}

struct Bound {
  std::int64_t minute;
  std::size_t kind;
  int step;  // 1: one begins, -1: one ends
};

}  // namespace

SpecialDays::SpecialDays(std::span<const Event> events) {
  std::vector<Bound> bounds;
  for (const Event& event : events) {
    const DayKind kind = kind_of(event.kind);
    if (kind == DayKind::ordinary) continue;
    if (event.repeat != Repeat::never) {
      repeated_.push_back({event, kind});
      repeated_.back().event.name.clear();  // another name is no other day
      continue;
    }
    const Occurrence once{event.from, event.to};
    bounds.push_back({begin_minute(once) - wider(kind), static_cast<std::size_t>(kind), 1});
    bounds.push_back({end_minute(once) + wider(kind), static_cast<std::size_t>(kind), -1});
  }
  std::ranges::sort(bounds, {}, &Bound::minute);
  std::array<int, 4> open{1, 0, 0, 0};  // events by kind; all is ordinary beside them
  for (auto bound = bounds.begin(); bound != bounds.end();) {
    const std::int64_t minute = bound->minute;
    for (; bound != bounds.end() && bound->minute == minute; ++bound) open[bound->kind] += bound->step;
    const auto last = std::find_if(open.rbegin(), open.rend(), [](int events_open) { return events_open > 0; });
    changes_.push_back({minute, static_cast<DayKind>(std::distance(last, open.rend()) - 1)});
  }
}

// The last one that has begun ends last: none is longer than the time to the next.
bool SpecialDays::Repeated::holds(std::int64_t local_minute) const {
  const auto last = last_begun(event, (local_minute + wider(kind)) * 60 + 59);
  return last && local_minute < end_minute(*last) + wider(kind);
}

DayKind SpecialDays::at(std::int64_t local_minute) const {
  const auto next = std::ranges::upper_bound(changes_, local_minute, {}, &Change::minute);
  DayKind kind = next == changes_.begin() ? DayKind::ordinary : std::prev(next)->kind;
  for (const Repeated& one : repeated_) {
    if (one.kind > kind && one.holds(local_minute)) kind = one.kind;
  }
  return kind;
}

}  // namespace pos::model
