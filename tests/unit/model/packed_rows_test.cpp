// SPDX-License-Identifier: MIT
#include "model/packed_rows.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/row.hpp"
#include "model/random.hpp"

using namespace pos;
using namespace pos::model;

namespace {

bool same(const PackedRow& a, const PackedRow& b) {
  return a.time == b.time && a.time.offset == b.time.offset && a.time.clock == b.time.clock && a.minute == b.minute &&
         a.count == b.count && a.line == b.line && a.status == b.status && a.label == b.label;
}

void check_same(PackedRows packed, const std::vector<PackedRow>& rows) {
  REQUIRE(packed.size() == rows.size());
  std::size_t i = 0;
  for (PackedRows::Cursor at(packed); at.next(); ++i) REQUIRE(same(at.row(), rows[i]));
  CHECK(i == rows.size());
  if (!rows.empty()) CHECK(same(packed.last(), rows.back()));
  i = 0;
  for (PackedRows::Drain at(std::move(packed)); at.next(); ++i) REQUIRE(same(at.row(), rows[i]));
  CHECK(i == rows.size());
}

}  // namespace

TEST_CASE("packed rows: each comes back as it was") {
  Random random(3, 0);
  const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random.below(n)); };
  for (int round = 0; round < 50; ++round) {
    const auto rarely = static_cast<std::uint64_t>(2 + below(200));
    PackedRow row;
    row.time = {20'000, 0};
    row.minute = minute_of(row.time);
    PackedRows packed;
    std::vector<PackedRow> rows;
    for (std::int64_t left = below(3000); left > 0; --left) {
      const std::int64_t before = minute_of(row.time);
      if (below(7) == 0) row.time.second_of_day = (row.time.second_of_day + 60) % 86'400;
      if (random.below(rarely) == 0)
        row.time = {static_cast<std::int32_t>(below(40'000) - 20'000), static_cast<std::int32_t>(below(86'400))};
      if (random.below(rarely) == 0) row.time.day = below(2) == 0 ? LocalTime::no_day : INT32_MAX;
      if (random.below(rarely) == 0) row.time.offset = static_cast<std::int16_t>(below(3000) - 1500);
      if (random.below(rarely) == 0) row.time.clock = static_cast<LocalTime::Clock>(below(3));
      row.minute += minute_of(row.time) - before;
      if (random.below(rarely) == 0) row.minute += below(10'000) - 5000;
      if (random.below(rarely) == 0) row.label = static_cast<std::int8_t>(below(3) - 1);
      row.line += random.below(rarely) == 0 ? below(1'000'000) - 500'000 : 1;
      row.status = static_cast<std::uint32_t>(below(rarely) == 0 ? below(100'000) : below(7));
      row.count = random.below(rarely) == 0 ? below(Transaction::max_count + 1) : below(300);
      packed.add(row);
      rows.push_back(row);
    }
    check_same(std::move(packed), rows);
  }
}

TEST_CASE("packed rows: the ends of what a row can say") {
  const LocalTime last{INT32_MAX, 86'399, INT16_MAX, LocalTime::Clock::twice};
  const LocalTime first{INT32_MIN + 1, 0, INT16_MIN, LocalTime::Clock::instant};
  std::vector<PackedRow> rows;
  for (const LocalTime& time : {LocalTime(), last, first, last, LocalTime(), LocalTime{LocalTime::no_day, 86'399}}) {
    rows.push_back({time, INT64_MAX / 4, Transaction::max_count, INT64_MAX / 4, UINT32_MAX, 1});
    rows.push_back({time, -INT64_MAX / 4, 0, 0, 0, 0});
  }
  PackedRows packed;
  for (const PackedRow& row : rows) packed.add(row);
  check_same(std::move(packed), rows);
  CHECK(PackedRows().size() == 0);
}
