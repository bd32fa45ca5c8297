// SPDX-License-Identifier: MIT
#include "report/approval.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::report;

namespace {

Report of(std::vector<StatusTotal> statuses) {
  Report report;
  report.volume = "approved";
  report.statuses = std::move(statuses);
  return report;
}

StatusTotal total(const char* status, std::int64_t count, double expected, std::int64_t rows_expected) {
  StatusTotal one{status, {}};
  one.total.count = count;
  one.total.expected = expected;
  one.total.rows_expected = rows_expected;
  return one;
}

}  // namespace

TEST_CASE("approval: approved of approved, denied and failed; no other status counts") {
  const Report report =
      of({total("approved", 800, 900, 1), total("Denied", 150, 80, 1), total("failed", 50, 20, 1), total("reversed", 999, 1, 1)});
  CHECK(approval_rate(report) == doctest::Approx(0.8));            // 800 / 1000
  CHECK(expected_approval_rate(report) == doctest::Approx(0.9));  // 900 / 1000
}

TEST_CASE("approval: the volume stands for approved, whatever its name") {
  Report report = of({total("aprovada", 30, 0, 0), total("denied", 10, 5, 1)});
  CHECK_FALSE(approval_rate(report));
  report.volume = "aprovada";
  CHECK(approval_rate(report) == doctest::Approx(0.75));
  CHECK_FALSE(expected_approval_rate(report));  // nobody said what was expected of aprovada
}

TEST_CASE("approval: where nothing can be denied, or nothing came, there is no rate") {
  CHECK_FALSE(approval_rate(of({total("approved", 30, 30, 1)})));
  CHECK_FALSE(approval_rate(of({total("approved", 0, 30, 1), total("denied", 0, 3, 1)})));
  CHECK_FALSE(approval_rate(of({})));
}
