// SPDX-License-Identifier: MIT
#include "render/svg/bar.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "unit/render/count_of.hpp"

using namespace pos;
using namespace pos::render;

TEST_CASE("bar svg: normal and abnormal share the bar by their counts") {
  std::string out;
  append_bar_svg(out, {10, 100, 2, 25, 0, 0}, 200);
  CHECK(count_of(out, "width=\"37.500%\"") == 1);                // 75 of 200
  CHECK(count_of(out, "x=\"37.500%\" width=\"12.500%\"") == 1);  // 25 of 200
  out.clear();
  append_bar_svg(out, {}, 0);
  CHECK(count_of(out, "width=\"0.000%\"") == 2);
}
