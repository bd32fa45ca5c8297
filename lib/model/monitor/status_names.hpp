// SPDX-License-Identifier: MIT
// Numbers statuses in the order they were first asked for, so that the rest works with integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pos::model {

using StatusId = std::uint32_t;

inline constexpr std::size_t max_statuses = 1000;
inline constexpr std::string_view other_status = "(other)";

// Edge     After max_statuses distinct names every new one is other_status, which then counts as
//          one status for all of them: memory is bounded whatever the input says.
// Errors   id() throws std::invalid_argument for what is no status name.
class StatusNames {
 public:
  [[nodiscard]] StatusId id(std::string_view name);
  [[nodiscard]] const std::string& name(StatusId id) const { return names_.at(id); }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  StatusId look_up(std::string_view name);
  StatusId add(std::string_view name);

  std::vector<std::string> names_;
  std::unordered_map<std::string, StatusId, Hash, std::equal_to<>> ids_;
  // Minutes name their statuses in one order, mostly: what came after each the last time is looked at first.
  std::vector<StatusId> next_;
  StatusId last_ = 0;
};

}  // namespace pos::model
