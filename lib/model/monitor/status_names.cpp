// SPDX-License-Identifier: MIT
#include "model/monitor/status_names.hpp"

#include <stdexcept>

#include "base/text.hpp"

namespace pos::model {

StatusId StatusNames::id(std::string_view name) {
  if (last_ < next_.size() && names_[next_[last_]] == name) return last_ = next_[last_];
  const StatusId id = look_up(name);
  if (last_ < next_.size()) next_[last_] = id;
  return last_ = id;
}

StatusId StatusNames::look_up(std::string_view name) {
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
  next_.push_back(id);
  return id;
}

}  // namespace pos::model
