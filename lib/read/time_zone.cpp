// SPDX-License-Identifier: MIT
#include "read/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>
#include <utility>

#include "base/error.hpp"

namespace pos::read {

TimeZone::TimeZone(std::string name) : name_(std::move(name)) {}

std::int64_t TimeZone::local(std::int64_t utc_seconds) const {
  if (name_.empty() || name_ == "UTC") return utc_seconds;
  if (utc_seconds < from_ || utc_seconds >= to_) {
    try {
      const auto info = date::locate_zone(name_)->get_info(date::sys_seconds{std::chrono::seconds{utc_seconds}});
      from_ = info.begin.time_since_epoch().count();
      to_ = info.end.time_since_epoch().count();
      offset_ = info.offset.count();
    } catch (const std::runtime_error&) {
      throw Error(Fault::usage, "time zone '" + name_ + "' is not known (names are as in /usr/share/zoneinfo)");
    }
  }
  return utc_seconds + offset_;
}

}  // namespace pos::read
