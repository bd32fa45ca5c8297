// SPDX-License-Identifier: MIT
#include "model/history.hpp"

#include <algorithm>

namespace pos::model {

void History::add(const Transaction& transaction, std::optional<bool> label) {
  auto found = status_numbers_.find(transaction.status);
  if (found == status_numbers_.end()) {
    found = status_numbers_.emplace(transaction.status, static_cast<std::int32_t>(status_names_.size())).first;
    status_names_.emplace_back(transaction.status);
  }
  labelled_ = labelled_ && label.has_value();
  rows_.push_back({transaction.time, found->second, label.value_or(false), transaction.count});
}

std::vector<std::string> History::statuses() const {
  auto names = status_names_;
  std::sort(names.begin(), names.end());
  return names;
}

std::vector<Features> History::features(const StatusCodes& codes) const {
  std::vector<Features> all;
  all.reserve(rows_.size());
  for (const Kept& row : rows_) {
    all.push_back(features_of({row.time, status(row), row.count}, codes));
  }
  return all;
}

std::vector<bool> History::labels() const {
  std::vector<bool> all;
  all.reserve(rows_.size());
  for (const Kept& row : rows_) all.push_back(label(row));
  return all;
}

void History::replay(const std::function<void()>& file,
                     const std::function<void(const Transaction&, bool label)>& row) const {
  auto next_file = files_.begin();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (; next_file != files_.end() && *next_file == i; ++next_file) file();
    const Kept& kept = rows_[i];
    row({kept.time, status(kept), kept.count}, label(kept));
  }
}

}  // namespace pos::model
