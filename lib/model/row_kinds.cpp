// SPDX-License-Identifier: MIT
#include "model/row_kinds.hpp"

namespace pos::model {

std::uint32_t RowKinds::with_labels(std::uint32_t status, const Transaction& row) {
  constexpr char separator = '\n';  // which no label has
  text_.clear();
  for (const std::string_view label : row.labels) (text_ += label) += separator;
  const std::uint32_t labels = joined_.of(text_);
  if (labels == labels_.size()) labels_.emplace_back(row.labels.begin(), row.labels.end());
  const auto [at, is_new] = numbers_.try_emplace({status, labels}, static_cast<std::uint32_t>(kinds_.size()));
  if (is_new) kinds_.push_back({status, labels});
  return at->second;
}

}  // namespace pos::model
