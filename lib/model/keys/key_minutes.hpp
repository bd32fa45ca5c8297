// SPDX-License-Identifier: MIT
// What keys had in the minutes that are not closed yet.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "model/keys/key_monitor.hpp"

namespace pos::model {

// Minutes are those of MinuteAssembler, which says which are open.
class KeyMinutes {
 public:
  void add(std::int64_t minute, const KeyCount& count) { open_[minute].push_back(count); }

  // Of a minute that closes, which is forgotten; good until the next call.
  std::span<const KeyCount> take(std::int64_t minute) {
    taken_.clear();
    while (!open_.empty() && open_.begin()->first <= minute) {
      if (open_.begin()->first == minute) taken_.swap(open_.begin()->second);
      open_.erase(open_.begin());
    }
    return taken_;
  }

 private:
  std::map<std::int64_t, std::vector<KeyCount>> open_;
  std::vector<KeyCount> taken_;
};

}  // namespace pos::model
