// SPDX-License-Identifier: MIT
// The wall clock of the server.
#pragma once

#include "base/record.hpp"
#include "cli/period.hpp"
#include "read/fields.hpp"
#include "read/time_zone.hpp"

namespace pos::serve {

// Seconds since 1970, of the zone's clock on the wall (seconds) and of UTC (utc). `zone` must outlive it.
class WallClock {
 public:
  explicit WallClock(const read::TimeZone& zone) : zone_(zone) {}

  [[nodiscard]] LocalSeconds seconds() const { return zone_.local(cli::now()); }
  [[nodiscard]] std::int64_t utc() const { return cli::now(); }
  [[nodiscard]] LocalTime time() const { return zone_.local_time(cli::now()); }
  [[nodiscard]] const read::TimeZone& zone() const { return zone_; }

 private:
  const read::TimeZone& zone_;
};

}  // namespace pos::serve
