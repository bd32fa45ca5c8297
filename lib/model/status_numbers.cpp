// SPDX-License-Identifier: MIT
#include "model/status_numbers.hpp"

namespace pos::model {

std::uint32_t StatusNumbers::look_up(std::string_view name) {
  if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name);
  numbers_.emplace(name, number);
  next_.push_back(number);
  return number;
}

}  // namespace pos::model
