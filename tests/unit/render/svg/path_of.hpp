// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

// What the path of this class draws: its `d`.
inline std::string path_of(std::string_view svg, std::string_view name) {
  const auto at = svg.find(" d=\"", svg.find("class=\"" + std::string(name) + "\"")) + 4;
  return std::string(svg.substr(at, svg.find('"', at) - at));
}

}  // namespace pos::render
