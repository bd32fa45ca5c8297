// SPDX-License-Identifier: MIT
#include "report/review.hpp"

#include <doctest/doctest.h>

using namespace pos::report;

TEST_CASE("review: whether the budget was kept is said where what is not judged does not matter") {
  CHECK(is_kept({0, 0, 0}, 10, 0.5) == Kept::yes);      // at most 0.37 a day
  CHECK(is_kept({0, 0, 0}, 5, 0.5) == Kept::unknown);   // 0.74
  CHECK(is_kept({10, 0, 0}, 10, 0.5) == Kept::unknown);  // nobody judged
  CHECK(is_kept({12, 0, 12}, 10, 0.5) == Kept::no);      // at least 0.62
  CHECK(is_kept({0, 0, 0}, 0, 0.5) == Kept::unknown);
}

TEST_CASE("review: false alarms a day are those that were called so, at most also those that nobody judged") {
  const Judged judged{.incidents = 5, .true_alarms = 1, .false_alarms = 1};
  CHECK(judged.unjudged() == 3);
  CHECK(false_at_least(judged, 10)->a_day == doctest::Approx(0.1));
  CHECK(false_at_least(judged, 10)->interval.high == doctest::Approx(0.557).epsilon(0.001));
  CHECK(false_at_most(judged, 10)->alarms == 4);
  CHECK_FALSE(false_at_most(judged, 0));
}
