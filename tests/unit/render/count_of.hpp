// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace pos::render {

// How often `part` stands in `all`.
inline std::size_t count_of(std::string_view all, std::string_view part) {
  std::size_t n = 0;
  for (auto at = all.find(part); at != std::string_view::npos; at = all.find(part, at + 1)) ++n;
  return n;
}

}  // namespace pos::render
