// SPDX-License-Identifier: MIT
#include "model/where/cell_table.hpp"

#include <doctest/doctest.h>

#include <map>

#include "base/error.hpp"
#include "model/random.hpp"

using namespace pos::model;

namespace {

CellKey key(std::uint64_t number) { return {number, number}; }

void add_rows(CellTable& table, std::uint64_t number, double rows) {
  const std::array<Amount, 1> amount{{{0, rows}}};
  table.add(key(number), rows, amount);
}

std::string bytes_of(const CellTable& table) {
  ByteWriter out;
  table.save(out);
  return out.take();
}

}  // namespace

TEST_CASE("cell table: exact until it is full") {
  CellTable table(500, 1);
  std::map<std::uint64_t, double> sums;
  Random random(1, 0);
  for (int i = 0; i < 5000; ++i) {
    const std::uint64_t number = random.below(500);
    add_rows(table, number, 1.0);
    sums[number] += 1.0;
  }
  REQUIRE(table.size() == sums.size());
  for (const auto& [number, sum] : sums) CHECK(table.number(table.find(key(number)).value(), 0) == sum);
  CHECK_FALSE(table.has_rest());
}

TEST_CASE("cell table: the smallest makes room, what it had is the rest, and its rank goes to the new one") {
  CellTable table(2, 1);
  add_rows(table, 1, 10.0);
  add_rows(table, 2, 3.0);
  add_rows(table, 3, 1.0);  // takes the place of 2: rank 4
  CHECK_FALSE(table.find(key(2)));
  CHECK(table.rest(0) == 3.0);
  CHECK(table.number(table.find(key(3)).value(), 0) == 1.0);
  add_rows(table, 4, 1.0);  // 3 is the smallest: rank 5
  add_rows(table, 3, 1.0);  // 4 is: rank 6
  CHECK(table.find(key(1)));
  CHECK(table.find(key(3)));
  CHECK(table.rest(0) == 5.0);
}

TEST_CASE("cell table: what comes often stays among ten times as many others, and nothing is lost") {
  CellTable table(100, 1);
  Random random(2, 0);
  double rows = 0.0;
  for (int i = 0; i < 100'000; ++i) {
    const bool often = random.below(20) == 0;
    add_rows(table, often ? 7 : 1000 + random.below(1000), 1.0);
    rows += 1.0;
  }
  CHECK(table.number(table.find(key(7)).value(), 0) == doctest::Approx(5000).epsilon(0.1));
  double kept = table.rest(0);
  for (std::size_t slot = 0; slot < table.size(); ++slot) kept += table.number(slot, 0);
  CHECK(kept == rows);
}

TEST_CASE("cell table: one that was stored goes on as the other, evictions included") {
  CellTable table(50, 2);
  Random random(3, 0);
  for (int i = 0; i < 3000; ++i) {
    add_rows(table, random.below(200), static_cast<double>(1 + random.below(3)));
    if (i % 500 == 499) table.halve();
    if (i % 100 != 99) continue;
    const std::string bytes = bytes_of(table);
    CellTable restored(50, 2);
    ByteReader in(bytes);
    restored.restore(in);
    in.finish();
    REQUIRE(bytes_of(restored) == bytes);
    table = restored;
  }
  CellTable uncut(50, 2);
  Random again(3, 0);
  for (int i = 0; i < 3000; ++i) {
    add_rows(uncut, again.below(200), static_cast<double>(1 + again.below(3)));
    if (i % 500 == 499) uncut.halve();
  }
  CHECK(bytes_of(uncut) == bytes_of(table));
}

TEST_CASE("cell table: more numbers leave the others as they are") {
  CellTable table(10, 1);
  add_rows(table, 1, 5.0);
  table.widen(3);
  const std::array<Amount, 1> amount{{{2, 4.0}}};
  table.add(key(1), 4.0, amount);
  CHECK(table.number(0, 0) == 5.0);
  CHECK(table.number(0, 1) == 0.0);
  CHECK(table.number(0, 2) == 4.0);
}

TEST_CASE("cell table: bytes that it cannot have written are refused") {
  CellTable table(3, 1);
  for (const std::uint64_t number : {1U, 2U, 3U}) add_rows(table, number, 1.0);
  const std::string bytes = bytes_of(table);
  const auto restore = [](std::string_view text, std::size_t capacity) {
    CellTable restored(capacity, 1);
    ByteReader in(text);
    restored.restore(in);
  };
  CHECK_NOTHROW(restore(bytes, 3));
  CHECK_THROWS_AS(restore(bytes, 2), pos::Error);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(restore(std::string_view(bytes).substr(0, size), 3), pos::Error);
  }
}
