// SPDX-License-Identifier: MIT
#include "read/time_zone.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

namespace pos::read {
namespace {

// Hours ahead of UTC. Instants by `date -u -d '2026-03-08 07:00' +%s`.
double ahead(const TimeZone& zone, std::int64_t utc) { return static_cast<double>(zone.local(utc) - utc) / 3600; }

}  // namespace

TEST_CASE("TimeZone: the second in which clocks change, from either side") {
  constexpr std::int64_t spring = 1772953200, autumn = 1793512800;  // 2026-03-08 07:00, 2026-11-01 06:00
  const TimeZone zone("America/New_York");
  CHECK(ahead(zone, spring - 1) == -5);
  CHECK(ahead(zone, spring) == -4);
  CHECK(ahead(zone, autumn - 1) == -4);
  CHECK(ahead(zone, autumn) == -5);
  CHECK(ahead(zone, spring - 1) == -5);  // back past what was looked up last
}

TEST_CASE("TimeZone: rules go on behind the years the database lists") {
  CHECK(ahead(TimeZone("Europe/Berlin"), 2540160000) == 2);   // 2050-06-30 00:00
  CHECK(ahead(TimeZone("Europe/Berlin"), 2524608000) == 1);   // 2050-01-01 00:00
  CHECK(ahead(TimeZone("Asia/Kolkata"), 2524608000) == 5.5);  // no change since 1945
}

TEST_CASE("TimeZone: a name is none that leads out of the database, or to something else in it") {
  for (const std::string name : {"/usr/share/zoneinfo/Europe/Berlin", "../zoneinfo/Europe/Berlin", "America",
                                 "tzdata.zi", "libc:localtime", "Fixed/UTC+01:00:00", "Europe/Berlin\n"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(static_cast<void>(TimeZone(name).local(0)), Error);
  }
}

}  // namespace pos::read
