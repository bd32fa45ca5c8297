// SPDX-License-Identifier: MIT
#include "model/history.hpp"

#include <algorithm>

namespace pos::model {

void History::add(const Transaction& transaction, std::optional<bool> label) {
  const std::uint32_t kind = kinds_.of(transaction);
  const std::uint32_t status = kinds_[kind].status;
  if (status == of_status_.size()) of_status_.push_back({is_issue(transaction.status), 0, 0});
  OfStatus& of_status = of_status_[status];
  ++of_status.rows;
  of_status.highest = std::max(of_status.highest, transaction.count);
  if (rows_.size() == 0) first_ = transaction.time;
  labelled_ = labelled_ && label.has_value();
  const auto line = static_cast<std::int64_t>(rows_.size()) + 1;  // nobody asks
  rows_.add({transaction.time, minute_of(transaction.time), transaction.count, line, kind,
             static_cast<std::int8_t>(label ? int{*label} : -1)});
}

std::vector<std::string> History::statuses() const {
  auto names = this->names();
  std::sort(names.begin(), names.end());
  return names;
}

HistoryFeatures::HistoryFeatures(const History& history, const StatusCodes& codes) {
  for (const std::string& name : history.names()) {
    const Features of_status = features_of({{}, name, 0}, codes);
    codes_.push_back(of_status.front());
    issues_.push_back(of_status.back());
  }
}

}  // namespace pos::model
