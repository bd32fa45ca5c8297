// SPDX-License-Identifier: MIT
// What the isolation forest knows of a transaction.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"

namespace pos::model {

inline constexpr std::size_t feature_count = 5;
enum Feature : std::uint32_t { status_feature, count_feature, hour_feature, minute_feature, issue_feature };
inline constexpr std::array<std::string_view, feature_count> feature_names = {"status", "count", "hour", "minute",
                                                                              "issue"};

// Status code, count, hour 0-23, minute 0-59, issue 0 or 1: all integers, so that a split can be one.
using Features = std::array<std::int64_t, feature_count>;

// The original project's rule: denied, failed and reversed are issues.
[[nodiscard]] bool is_issue(std::string_view status);

// The statuses of a training set and their codes: places in byte order, as scikit-learn's LabelEncoder.
class StatusCodes {
 public:
  StatusCodes() = default;
  // Each name once, in the order of their codes.
  explicit StatusCodes(std::vector<std::string> names);

  [[nodiscard]] std::span<const std::string> names() const { return names_; }
  // Nothing for a status that was not in the training set.
  [[nodiscard]] std::optional<std::int64_t> code(std::string_view status) const;

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::int64_t, std::less<>> codes_;
};

// A status that training never saw gets the code behind the last: to the forest it is as far out as
// a status can be.
[[nodiscard]] Features features_of(const Transaction& transaction, const StatusCodes& codes);

}  // namespace pos::model
