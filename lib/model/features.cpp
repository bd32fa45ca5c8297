// SPDX-License-Identifier: MIT
#include "model/features.hpp"

#include <utility>

namespace pos::model {

bool is_issue(std::string_view status) { return status == "denied" || status == "failed" || status == "reversed"; }

StatusCodes::StatusCodes(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) codes_.emplace(names_[i], static_cast<std::int64_t>(i));
}

std::optional<std::int64_t> StatusCodes::code(std::string_view status) const {
  const auto found = codes_.find(status);
  if (found == codes_.end()) return std::nullopt;
  return found->second;
}

Features features_of(const Transaction& transaction, const StatusCodes& codes) {
  const int minute = transaction.time.minute_of_day();
  return {codes.code(transaction.status).value_or(static_cast<std::int64_t>(codes.names().size())), transaction.count,
          minute / 60, minute % 60, is_issue(transaction.status) ? 1 : 0};
}

}  // namespace pos::model
