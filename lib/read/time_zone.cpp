// SPDX-License-Identifier: MIT
#include "read/time_zone.hpp"

#include <absl/time/time.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"

namespace pos::read {
namespace {

// Abseil takes paths and forms of its own as well.
bool is_name(const std::string& name) {
  const auto is_odd = [](char c) { return c == '.' || c == ':' || static_cast<unsigned char>(c) <= ' '; };
  return !name.starts_with('/') && !name.starts_with("Fixed/") && std::none_of(name.begin(), name.end(), is_odd);
}

}  // namespace

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {
  if (name_.empty() || name_ == "UTC") return;
  wall_ = Zone([this](std::int64_t minute) { return static_cast<int>(offset(minute * 60).value_or(0) / 60); });
}

// Nothing: the database has no such zone.
std::optional<std::int64_t> TimeZone::offset(std::int64_t utc_seconds) const {
  if (is_unknown_) return std::nullopt;
  if (name_.empty() || name_ == "UTC") return 0;
  if (utc_seconds < from_ || utc_seconds >= to_) {
    absl::TimeZone zone;  // Abseil keeps those it has read
    if (!is_name(name_) || !absl::LoadTimeZone(name_, &zone)) {
      is_unknown_ = true;
      return std::nullopt;
    }
    const absl::Time time = absl::FromUnixSeconds(utc_seconds);
    offset_ = zone.At(time).offset;
    // What the clocks showed when they were set, with this offset.
    const auto instant = [this](absl::CivilSecond wall) { return wall - absl::CivilSecond() - offset_; };
    absl::TimeZone::CivilTransition change;
    using Seconds = std::numeric_limits<std::int64_t>;
    from_ = zone.PrevTransition(time + absl::Seconds(1), &change) ? instant(change.to) : Seconds::min();
    to_ = zone.NextTransition(time, &change) ? instant(change.from) : Seconds::max();
  }
  return offset_;
}

std::int64_t TimeZone::local(std::int64_t utc_seconds) const {
  const auto ahead = offset(utc_seconds);
  if (!ahead) throw Error(Fault::usage, "time zone '" + name_ + "' is not known (names are as in /usr/share/zoneinfo)");
  return utc_seconds + *ahead;
}

LocalTime TimeZone::local_time(std::int64_t utc_seconds) const {
  const std::int64_t wall = local(utc_seconds);
  LocalTime time = to_local_time(wall);
  time.offset = static_cast<std::int16_t>((wall - utc_seconds) / 60);
  time.clock = LocalTime::Clock::instant;
  return time;
}

}  // namespace pos::read
