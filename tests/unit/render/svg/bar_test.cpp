// SPDX-License-Identifier: MIT
#include "render/svg/bar.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace pos;
using namespace pos::render;

namespace {

std::size_t count_of(std::string_view all, std::string_view part) {
  std::size_t n = 0;
  for (auto at = all.find(part); at != std::string_view::npos; at = all.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("bar svg: normal and abnormal share the bar by their counts") {
  std::string out;
  append_bar_svg(out, {10, 100, 2, 25, 0, 0}, 200);
  CHECK(count_of(out, "width=\"37.500%\"") == 1);                // 75 of 200
  CHECK(count_of(out, "x=\"37.500%\" width=\"12.500%\"") == 1);  // 25 of 200
  out.clear();
  append_bar_svg(out, {}, 0);
  CHECK(count_of(out, "width=\"0.000%\"") == 2);
}
