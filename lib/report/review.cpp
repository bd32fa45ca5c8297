// SPDX-License-Identifier: MIT
#include "report/review.hpp"

namespace pos::report {
namespace {

std::optional<FalseRate> rate_of(std::int64_t alarms, double days) {
  if (days <= 0) return std::nullopt;
  const Interval counts = poisson_interval(alarms);
  return FalseRate{alarms, static_cast<double>(alarms) / days, {counts.low / days, counts.high / days}};
}

}  // namespace

std::optional<FalseRate> false_at_least(const Judged& judged, double days) { return rate_of(judged.false_alarms, days); }

std::optional<FalseRate> false_at_most(const Judged& judged, double days) {
  return rate_of(judged.false_alarms + judged.unjudged(), days);
}

Kept is_kept(const Judged& judged, double days, double budget) {
  const auto least = false_at_least(judged, days);
  const auto most = false_at_most(judged, days);
  if (!least) return Kept::unknown;
  return least->interval.low > budget ? Kept::no : most->interval.high <= budget ? Kept::yes : Kept::unknown;
}

}  // namespace pos::report
