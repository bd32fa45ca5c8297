// SPDX-License-Identifier: MIT
#include "report/approval.hpp"

#include "base/text.hpp"

namespace pos::report {
namespace {

// number_of(total) is what counts of a status, if it is known.
template <typename NumberOf>
std::optional<double> rate(const Report& report, NumberOf number_of) {
  const auto approval = approval_of(report);
  if (!approval) return std::nullopt;
  const std::optional<double> approved = number_of(report.statuses[approval->approved].total);
  std::optional<double> all = approved;
  for (const std::size_t other : approval->others) {
    const std::optional<double> number = number_of(report.statuses[other].total);
    all = all && number ? std::optional(*all + *number) : std::nullopt;
  }
  return all && *all > 0 ? std::optional(*approved / *all) : std::nullopt;
}

}  // namespace

std::optional<Approval> approval_of(const Report& report) {
  std::optional<std::size_t> approved;
  Approval approval;
  for (std::size_t i = 0; i < report.statuses.size(); ++i) {
    const std::string& status = report.statuses[i].status;
    const std::string name = fold_name(status);
    if (status == report.volume) {
      approved = i;
    } else if (name == "denied" || name == "failed") {
      approval.others.push_back(i);
    }
  }
  if (!approved || approval.others.empty()) return std::nullopt;
  approval.approved = *approved;
  return approval;
}

std::optional<double> approval_rate(const Report& report) {
  return rate(report, [](const Total& total) { return std::optional(static_cast<double>(total.count)); });
}

std::optional<double> expected_approval_rate(const Report& report) {
  return rate(report, [](const Total& total) {
    return total.rows_expected > 0 ? std::optional(total.expected) : std::nullopt;
  });
}

}  // namespace pos::report
