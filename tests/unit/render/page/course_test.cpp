// SPDX-License-Identifier: MIT
#include "render/page/course.hpp"

#include <doctest/doctest.h>

#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;

namespace {

std::string_view word(LocalSeconds first, std::int64_t count, double expected, const char* reason) {
  const auto incident =
      sample::incident("approved", Severity::critical, first, first + 600, 5, count, expected, 9, reason, 0);
  return region_word(incident.parts.front(), Language::en);
}

}  // namespace

TEST_CASE("course: silent is what had nothing from its begin on") {
  CHECK(word(at(10, 30), 0, 97, "no data since 10:30, 97 expected in 3 min") == "silent");
  CHECK(word(at(10, 30), 40, 400, "no data since 10:30, 97 expected in 3 min") == "silent");  // and came back
  CHECK(word(at(2, 10), 0, 40, "no data since 01:50, 40 expected in 20 min") == "silent");    // told late
  CHECK(word(at(0, 3), 0, 40, "no data since 23:50, 40 expected in 13 min") == "silent");
}

TEST_CASE("course: a silence behind a fall is its end, and what came meanwhile is below") {
  CHECK(word(at(1, 57), 146, 320, "no data since 02:07, 320 expected in 10 min") == "below");
  CHECK(word(at(1, 57), 146, 320, "below: 113 in 10 min, 320 expected, not over yet; no data since 02:07") == "below");
  CHECK(word(at(1, 57), 0, 320, "no data, x") == "below");
}
