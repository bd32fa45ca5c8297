// SPDX-License-Identifier: MIT
#include "model/monitor/status_names.hpp"

#include <stdexcept>

#include "base/text.hpp"

namespace pos::model {

StatusId StatusNames::id(std::string_view name) {
  if (const auto known = ids_.find(name); known != ids_.end()) return known->second;
  if (!is_status_name(name)) throw std::invalid_argument("not a status name");
  if (names_.size() < max_statuses) return add(name);
  const auto other = ids_.find(other_status);
  return other != ids_.end() ? other->second : add(other_status);
}

StatusId StatusNames::add(std::string_view name) {
  const auto id = static_cast<StatusId>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(name, id);
  return id;
}

}  // namespace pos::model
