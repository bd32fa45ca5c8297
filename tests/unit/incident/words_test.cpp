// SPDX-License-Identifier: MIT
#include "incident/words.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::incident;

namespace {

constexpr LocalSeconds at_10_17 = 1'773'051'420;  // date -ud '2026-03-09 10:17' +%s
constexpr LocalSeconds next_day = 86'400;

Part seen(const std::string& status, std::int64_t count, std::optional<double> expected) {
  Part part;
  part.status = status;
  part.count = count;
  part.expected = expected;
  part.first = at_10_17;
  return part;
}

}  // namespace

TEST_CASE("words: how far a status is from normal") {
  CHECK(level_words(48, 10.0) == "4.8x normal");
  CHECK(level_words(20, 10.0) == "2x normal");
  CHECK(level_words(12'000, 1.0) == "12000x normal");
  CHECK(level_words(42, 100.0) == "58 % below normal");
  CHECK(level_words(1, 1000.0) == "99 % below normal");
  CHECK(level_words(0, 10.0) == "not seen");
  CHECK(level_words(104, 100.0) == "as normal");
  CHECK(level_words(100, 100.0) == "as normal");
}

TEST_CASE("words: without an expectation there is no level") {
  CHECK(level_words(48, std::nullopt).empty());
  CHECK(level_words(0, 0.0).empty());
  CHECK(part_words(seen("denied", 48, std::nullopt), "approved", at_10_17) == "denied since 10:17");
}

TEST_CASE("words: a ratio to next to nothing is not said, as two digits of it would make another one") {
  CHECK(level_words(4, 0.00088) == "far above normal");
  CHECK(level_words(4, 0.0) == "far above normal");
  CHECK(level_words(4, 0.1) == "40x normal");
}

TEST_CASE("words: what a status was on the whole does not contradict its alerts") {
  Part denied = seen("denied", 8'646, 9'343.0);
  denied.reason = "above: 729 in 10 min, 408 expected, by chance less than once in 100 years";
  CHECK(part_words(denied, "approved", at_10_17) == "denied at times 1.8x normal since 10:17");  // 729 / 408
  CHECK(what_words(denied, "approved", Language::pt) == "denied por vezes 1,8x o normal");
  CHECK(is_rise(denied));
  denied.count = 9'343;
  CHECK(what_words(denied, "approved") == "denied at times 1.8x normal");
  denied.count = 18'686;
  CHECK(what_words(denied, "approved") == "denied 2x normal");

  Part approved = seen("approved", 120, 100.0);
  approved.reason = "below: 12 in 30 min, 48 expected, not over yet";
  CHECK(what_words(approved, "approved") == "approvals at times 75 % below normal");
  CHECK_FALSE(is_rise(approved));
  approved.reason = "no data since 10:17, 96 expected in 3 min";
  CHECK(what_words(approved, "approved") == "approvals at times not seen");
}

TEST_CASE("words: a part is its name, its level and its begin, with the date on another day") {
  CHECK(part_words(seen("denied", 48, 10.0), "approved", at_10_17 + 600) == "denied 4.8x normal since 10:17");
  CHECK(part_words(seen("denied", 48, 10.0), "approved", at_10_17 + next_day) ==
        "denied 4.8x normal since 2026-03-09 10:17");
}

TEST_CASE("words: the volume is called what people count") {
  CHECK(part_words(seen("approved", 42, 100.0), "approved", at_10_17) == "approvals 58 % below normal since 10:17");
  CHECK(part_words(seen("Approved", 0, 100.0), "Approved", at_10_17) == "approvals not seen since 10:17");
  CHECK(part_words(seen("aprovada", 0, 100.0), "aprovada", at_10_17) == "aprovada not seen since 10:17");
  CHECK(part_words(seen("approved", 42, 100.0), "sold", at_10_17) == "approved 58 % below normal since 10:17");
}

TEST_CASE("words: what is wrong, without its begin, always says something") {
  CHECK(what_words(seen("approved", 42, 100.0), "approved") == "approvals 58 % below normal");
  CHECK(what_words(seen("denied", 48, std::nullopt), "approved") == "denied unusual");
  CHECK(what_words(seen("denied", 100, 100.0), "approved") == "denied unusual");  // it fell and rose
}

TEST_CASE("words: in Portuguese, with its numbers and dates") {
  CHECK(part_words(seen("denied", 48, 10.0), "approved", at_10_17 + next_day, Language::pt) ==
        "denied 4,8x o normal desde 09/03/2026 10:17");
  CHECK(part_words(seen("approved", 42, 100.0), "approved", at_10_17, Language::pt) ==
        "aprovações 58 % abaixo do normal desde 10:17");
  CHECK(part_words(seen("denied", 0, 9.0), "approved", at_10_17, Language::pt) ==
        "denied sem ocorrências desde 10:17");
}
