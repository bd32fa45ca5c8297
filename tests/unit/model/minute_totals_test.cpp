// SPDX-License-Identifier: MIT
#include "model/minute_totals.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::model;

TEST_CASE("minute totals: a minute and status has room up to 2^53, and a row that does not fit takes none") {
  constexpr std::int64_t most = Transaction::max_count;
  MinuteTotals totals;
  const LocalTime ten{20'000, 36'000};
  const LocalTime same_minute{20'000, 36'059};
  const LocalTime next_minute{20'000, 36'060};
  CHECK(totals.takes({ten, "approved", most - (std::int64_t{1} << 40)}));
  CHECK_FALSE(totals.takes({same_minute, "approved", (std::int64_t{1} << 40) + 1}));
  CHECK(totals.takes({same_minute, "approved", std::int64_t{1} << 40}));
  CHECK(totals.takes({same_minute, "denied", most}));
  CHECK(totals.takes({next_minute, "approved", most}));
  CHECK_FALSE(totals.takes({ten, "approved", most}));
  CHECK(totals.takes({ten, "approved", 1}));  // small counts are not looked at
}
