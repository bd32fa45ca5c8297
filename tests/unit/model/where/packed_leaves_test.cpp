// SPDX-License-Identifier: MIT
#include "model/where/packed_leaves.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "model/random.hpp"

using namespace pos::model;

namespace {

struct TestLeaves {
  std::vector<std::array<std::string, 2>> texts;
  std::vector<std::array<std::string_view, 2>> views;
  std::vector<PlacedLeaf> leaves;

  // Call once all texts are there.
  void add(std::uint32_t status, std::uint64_t count) { counts.emplace_back(status, count); }
  std::span<const PlacedLeaf> all() {
    views.clear();
    leaves.clear();
    views.reserve(texts.size());
    for (std::size_t k = 0; k < texts.size(); ++k) {
      views.push_back({texts[k][0], texts[k][1]});
      leaves.push_back({views.back(), counts[k].first, counts[k].second});
    }
    return leaves;
  }
  std::vector<std::pair<std::uint32_t, std::uint64_t>> counts;
};

TestLeaves random_leaves(std::size_t size, std::uint64_t values) {
  TestLeaves made;
  Random random(4, 0);
  for (std::size_t k = 0; k < size; ++k) {
    made.texts.push_back({"m" + std::to_string(random.below(values)), "a" + std::to_string(random.below(3))});
    made.add(static_cast<std::uint32_t>(random.below(3)), 1 + random.below(5));
  }
  return made;
}

double rows_in(const Rows& rows) {
  double sum = 0.0;
  for (const auto& c : rows.combinations) sum += c.rows;
  return sum;
}

}  // namespace

TEST_CASE("packed leaves: what was packed comes back") {
  TestLeaves made;
  made.texts = {{"m1", ""}, {"m1", ""}, {"m2", "x"}};
  made.add(0, 5);
  made.add(1, 2);
  made.add(no_place, 300);
  const std::string bytes = pack_leaves(2, {}, made.all()).bytes;
  const Rows rows = unpack_leaves(2, {}, bytes, Volume::status);
  REQUIRE(rows.combinations.size() == 2);
  const std::size_t is_m2 = rows.values[0][rows.combinations[1].values[0]].text == "m2" ? 1 : 0;
  const Rows::Combination& m1 = rows.combinations[1 - is_m2];
  const Rows::Combination& m2 = rows.combinations[is_m2];
  CHECK(rows.values[1][m1.values[1]].text.empty());
  CHECK(m1.rows == 7.0);
  CHECK(m2.rows == 300.0);
  CHECK(m2.first == m2.last);  // its status has no place
  const Rows of_all = unpack_leaves(2, {}, bytes, Volume::sum);
  double all = 0.0;
  for (const Amount& amount : of_all.amounts) all += amount.number == 0 ? amount.value : 0.0;
  CHECK(all == 307.0);
}

TEST_CASE("packed leaves: neither their order nor how they are split matters") {
  TestLeaves made = random_leaves(500, 40);
  const std::string bytes = pack_leaves(2, {}, made.all()).bytes;
  TestLeaves split;
  for (std::size_t k = made.texts.size(); k-- > 0;) {
    for (std::uint64_t i = 0; i < made.counts[k].second; ++i) {
      split.texts.push_back(made.texts[k]);
      split.add(made.counts[k].first, 1);
    }
  }
  CHECK(pack_leaves(2, {}, split.all()).bytes == bytes);
}

TEST_CASE("packed leaves: of too many values those that most rows have are kept") {
  TestLeaves made = random_leaves(300, 50);
  made.texts.push_back({"often", "a1"});
  made.add(1, 1000);
  const PackedLeaves packed = pack_leaves(2, {10, 10, 5000}, made.all());
  CHECK(packed.crowded == std::vector<bool>{true, false});
  const Rows rows = unpack_leaves(2, {10, 10, 5000}, packed.bytes, Volume::status);
  CHECK(rows.values[0].size() == 10);
  const auto has = [&](std::string_view text) {
    return std::ranges::find(rows.values[0], text, &Rows::Value::text) != rows.values[0].end();
  };
  CHECK(has("often"));
  CHECK(has(other_values));
  CHECK(rows_in(rows) == rows_in(unpack_leaves(2, {}, pack_leaves(2, {}, made.all()).bytes, Volume::status)));
}

TEST_CASE("packed leaves: of too many combinations the column of most values gives up, down to one") {
  TestLeaves made = random_leaves(1000, 200);
  for (const std::size_t most : {100U, 9U, 1U}) {
    const WhereLimits limits{2000, 4000, most};
    const PackedLeaves packed = pack_leaves(2, limits, made.all());
    const Rows rows = unpack_leaves(2, limits, packed.bytes, Volume::status);
    CHECK(rows.combinations.size() <= most);
    CHECK(packed.crowded[0]);
    CHECK(packed.crowded[1] == (most == 1));
  }
}

TEST_CASE("packed leaves: counts have a bound, and so have values") {
  TestLeaves made;
  made.texts = {{std::string(70, 'x'), "a"}, {std::string(65, 'x'), "a"}};
  made.add(0, UINT64_MAX);
  made.add(0, UINT64_MAX);
  const std::string bytes = pack_leaves(2, {}, made.all()).bytes;
  const Rows rows = unpack_leaves(2, {}, bytes, Volume::status);
  REQUIRE(rows.combinations.size() == 1);
  CHECK(rows.values[0][0].text.size() == max_where_value);
  CHECK(rows.combinations[0].rows == 0x1p53);
}

TEST_CASE("packed leaves: bytes that are cut or changed are refused, or mean other rows") {
  TestLeaves made = random_leaves(20, 5);
  const std::string bytes = pack_leaves(2, {}, made.all()).bytes;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS((void)unpack_leaves(2, {}, bytes.substr(0, size), Volume::status), pos::Error);
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int change : {1, 0x7F, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ change);
      try {
        (void)unpack_leaves(2, {}, changed, Volume::status);
      } catch (const pos::Error& error) {
        CHECK(error.fault() == pos::Fault::bad_data);
      }
    }
  }
}
