// SPDX-License-Identifier: MIT
// The zone a stream's times are told in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/zone.hpp"

namespace pos::read {

// Looks up a zone of the system's IANA database (tzdata). The database is opened when the first
// conversion needs it: most files have times without a zone, which need none.
class TimeZone {
 public:
  // `name` as in tzdata (`America/Sao_Paulo`); empty, `UTC`: no database needed.
  explicit TimeZone(std::string name = {});
  TimeZone(const TimeZone& other) : TimeZone(other.name_) {}
  TimeZone& operator=(const TimeZone&) = delete;

  // For people.
  [[nodiscard]] std::string name() const { return name_.empty() ? "UTC" : name_; }

  // Wall-clock seconds since 1970-01-01 00:00 local, for seconds since the epoch.
  // Errors: pos::Error(Fault::usage) where the database has no such zone.
  [[nodiscard]] std::int64_t local(std::int64_t utc_seconds) const;
  // Likewise, with the instant.
  [[nodiscard]] LocalTime local_time(std::int64_t utc_seconds) const;

  // For times of the wall clock. A zone that the database does not have is none: they need no more than that.
  [[nodiscard]] const Zone& wall() const { return wall_; }

 private:
  [[nodiscard]] std::optional<std::int64_t> offset(std::int64_t utc_seconds) const;

  std::string name_;
  Zone wall_;
  // The offset last used and the span it holds for: rows come in order, so one look-up serves months.
  mutable std::int64_t from_ = 1, to_ = 0, offset_ = 0;
  mutable bool is_unknown_ = false;
};

}  // namespace pos::read
