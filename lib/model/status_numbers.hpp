// SPDX-License-Identifier: MIT
// Numbers for the statuses of a history, from 0 in the order they come.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pos::model {

// Cost     A comparison of names where they come in one order, as mostly in the minutes of a feed: what came after each
//          the last time is looked at first.
class StatusNumbers {
 public:
  [[nodiscard]] std::uint32_t of(std::string_view name) {
    if (last_ < next_.size() && names_[next_[last_]] == name) return last_ = next_[last_];
    const std::uint32_t number = look_up(name);
    next_[last_] = number;
    return last_ = number;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::uint32_t look_up(std::string_view name);

  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::uint32_t> next_;
  std::uint32_t last_ = 0;
};

}  // namespace pos::model
