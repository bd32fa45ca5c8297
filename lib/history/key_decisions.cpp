// SPDX-License-Identifier: MIT
#include "history/key_decisions.hpp"

#include <algorithm>
#include <optional>

#include "base/keys.hpp"

namespace pos::history {

void KeyDecisions::add(std::int64_t status, std::string_view key, std::size_t place) {
  places_[status].insert_or_assign(std::string(key), place);
}

void KeyDecisions::match(sqlite::Statement& rows, const std::function<void(std::int64_t, std::size_t)>& take) const {
  while (rows.step()) {
    const auto places = places_.find(rows.integer(1));
    if (places == places_.end()) continue;
    std::optional<std::size_t> last;
    for (std::string_view rest = rows.text(2); !rest.empty();) {
      const auto found = places->second.find(take_key(rest));
      if (found != places->second.end()) last = std::max(last.value_or(0), found->second);
    }
    if (last) take(rows.integer(0), *last);
  }
}

}  // namespace pos::history
