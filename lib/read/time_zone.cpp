// SPDX-License-Identifier: MIT
#include "read/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"

namespace pos::read {

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {
  if (name_.empty() || name_ == "UTC") return;
  wall_ = Zone([this](std::int64_t minute) { return static_cast<int>(offset(minute * 60).value_or(0) / 60); });
}

// Nothing: the database has no such zone.
std::optional<std::int64_t> TimeZone::offset(std::int64_t utc_seconds) const {
  if (is_unknown_) return std::nullopt;
  if (name_.empty() || name_ == "UTC") return 0;
  if (utc_seconds < from_ || utc_seconds >= to_) {
    try {
      const auto info = date::locate_zone(name_)->get_info(date::sys_seconds{std::chrono::seconds{utc_seconds}});
      from_ = info.begin.time_since_epoch().count();
      to_ = info.end.time_since_epoch().count();
      offset_ = info.offset.count();
    } catch (const std::runtime_error&) {
      is_unknown_ = true;
      return std::nullopt;
    }
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
