// SPDX-License-Identifier: MIT
// When a silence holds, and of what.
#include <algorithm>

#include "incident/state.hpp"

namespace pos::incident {
namespace {

constexpr LocalSeconds day_seconds = 86'400;

LocalSeconds day_number(LocalSeconds time) { return (time >= 0 ? time : time - (day_seconds - 1)) / day_seconds; }

// 0 is Monday; 1970-01-01 was a Thursday.
int weekday(LocalSeconds day) { return static_cast<int>(((day + 3) % 7 + 7) % 7); }

}  // namespace

std::optional<LocalSeconds> WallSpan::begin_of(LocalSeconds time) const {
  if (days == 0) return time < first + length ? std::optional(first) : std::nullopt;
  const LocalSeconds clock = first - day_number(first) * day_seconds;
  // One that began yesterday may still last; a week on there is one for sure.
  for (LocalSeconds day = day_number(std::max(time, first)) - 1;; ++day) {
    const LocalSeconds begin = day * day_seconds + clock;
    const bool comes = ((days >> weekday(day)) & 1) != 0;
    if (comes && begin >= first && time < begin + length) return begin;
  }
}

bool WallSpan::covers(LocalSeconds time) const {
  const auto begin = begin_of(time);
  return begin && *begin <= time;
}

// One star at a time is enough to go back to: the last one may take whatever an earlier one could.
bool matches_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool Silence::matches(const std::string& of_group, const Part& part) const {
  if (!group.empty() && !matches_pattern(group, of_group)) return false;
  if (!status.empty() && !matches_pattern(status, part.status)) return false;
  return severity == Severity::none || part.severity <= severity;
}

std::vector<const Silence*> silences_of(const Incident& incident, const std::vector<Silence>& silences,
                                        ClockSeconds now, LocalSeconds wall) {
  std::vector<const Silence*> found;
  for (const Part& part : incident.parts) {
    const auto silence = std::ranges::find_if(
        silences, [&](const Silence& s) { return s.active(now, wall) && s.matches(incident.group, part); });
    if (silence == silences.end()) return {};
    std::erase(found, &*silence);
    found.push_back(&*silence);
  }
  return found;
}

const Silence* silenced_by(const Incident& incident, const std::vector<Silence>& silences, ClockSeconds now,
                           LocalSeconds wall) {
  const auto found = silences_of(incident, silences, now, wall);
  return found.empty() ? nullptr : found.back();
}

}  // namespace pos::incident
