// SPDX-License-Identifier: MIT
#include "read/known_statuses.hpp"

#include <algorithm>

namespace pos::read {

void KnownStatuses::learn(std::string_view spelt, std::string_view status) {
  std::string padded(spelt);
  padded.resize(spelt.size() + sizeof(std::uint64_t));
  const std::string_view safe(padded.data(), spelt.size());
  if (spellings_ == most || find(safe) != unknown) return;
  const auto known = std::ranges::find(names_, status);
  const auto number = static_cast<std::uint32_t>(known - names_.begin());
  if (known == names_.end()) names_.emplace_back(status);
  std::size_t at = place(key_of(safe));
  while (table_[at].number != unknown) at = (at + 1) % table_.size();
  table_[at] = {key_of(safe), number, std::string(spelt)};
  ++spellings_;
}

}  // namespace pos::read
