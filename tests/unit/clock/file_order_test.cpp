// SPDX-License-Identifier: MIT
#include "clock/file_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>

using namespace pos;
using clock::FileOrder;
using clock::Minute;

namespace {

constexpr std::int32_t first_day = 20'521;  // 2026-03-09

struct Claimed {
  Minute minute;  // since midnight of the first day
  std::string status;
};

// A row of the most usual status a minute, others now and then, one of them hardly ever.
std::vector<Claimed> shop(int days) {
  std::mt19937 random(1);
  std::vector<Claimed> rows;
  for (Minute minute = 0; minute < days * 1440; ++minute) {
    rows.push_back({minute, "approved"});
    if (random() % 2 == 0) rows.push_back({minute, "denied"});
    if (random() % 3 == 0) rows.push_back({minute, "failed"});
    if (random() % 300 == 0) rows.push_back({minute, "reversed"});
  }
  return rows;
}

std::vector<Claimed> newest_first(std::vector<Claimed> rows) {
  std::ranges::reverse(rows);
  return rows;
}

std::vector<Claimed> by_status(std::vector<Claimed> rows) {
  std::ranges::stable_sort(rows, {}, &Claimed::status);
  return rows;
}

std::vector<Claimed> shuffled(std::vector<Claimed> rows) {
  std::ranges::shuffle(rows, std::mt19937(2));
  return rows;
}

enum class Dates { given, missing };

// For each row its minute since midnight of the first day; nothing where it is not believed.
std::vector<std::optional<Minute>> read(const std::vector<Claimed>& rows, Dates dates,
                                        std::optional<clock::Stretch> confirmed = std::nullopt) {
  const auto time = [&](const Claimed& row) {
    const Minute minute = row.minute + 10'000 * 1440;  // so that days before the first divide well
    const auto day = static_cast<std::int32_t>(minute / 1440 - 10'000 + first_day);
    return LocalTime{dates == Dates::given ? day : LocalTime::no_day, static_cast<std::int32_t>(minute % 1440 * 60)};
  };
  FileOrder order;
  for (const Claimed& row : rows) order.see(time(row), row.status);
  order.end_first(confirmed);
  for (const Claimed& row : rows) static_cast<void>(order.place(time(row), row.status));
  order.end_second();
  order.reread();
  std::vector<std::optional<Minute>> minutes;
  for (const Claimed& row : rows) {
    const auto [minute, says] = order.place(time(row), row.status);
    REQUIRE(says != FileOrder::Says::undecided);
    const Minute begin = dates == Dates::given ? Minute{first_day} * 1440 : 0;
    minutes.push_back(says == FileOrder::Says::believed ? std::optional(minute - begin) : std::nullopt);
  }
  return minutes;
}

// Rows that are believed when they were, and rows that are not believed.
struct Right {
  std::size_t believed = 0;
  std::size_t not_believed = 0;
};

Right compare(const std::vector<Claimed>& rows, Dates dates, Minute shift = 0) {
  Right right;
  const auto minutes = read(rows, dates);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!minutes[i]) ++right.not_believed;
    if (minutes[i] == rows[i].minute + shift) ++right.believed;
  }
  return right;
}

}  // namespace

TEST_CASE("file order: rows have their time in whatever order they stand") {
  const auto rows = shop(2);
  for (const auto& order : {rows, newest_first(rows), by_status(rows), newest_first(by_status(rows)), shuffled(rows)}) {
    CHECK(compare(order, Dates::given).believed == rows.size());
  }
}

TEST_CASE("file order: clocks without a date are of one day, however they are sorted") {
  const auto rows = shop(1);
  for (const auto& order : {rows, newest_first(rows), by_status(rows), newest_first(by_status(rows)), shuffled(rows)}) {
    CAPTURE(order.front().status);
    CAPTURE(order.front().minute);
    CHECK(compare(order, Dates::missing).believed == rows.size());
  }
}

TEST_CASE("file order: clocks without a date pass the midnights that every usual status passes") {
  const auto rows = shop(3);
  CHECK(compare(rows, Dates::missing).believed == rows.size());
  CHECK(compare(newest_first(rows), Dates::missing, -2 * 1440).believed == rows.size());
  // A status with one row in some hours may not know its day.
  const auto rare = static_cast<std::size_t>(std::ranges::count(rows, "reversed", &Claimed::status));
  CHECK(compare(by_status(rows), Dates::missing).believed >= rows.size() - rare);
}

TEST_CASE("file order: one wrong clock is not believed, wherever its row stands") {
  const auto rows = shop(1);
  for (const Dates dates : {Dates::given, Dates::missing}) {
    for (const bool grouped : {false, true}) {
      const auto base = grouped ? by_status(rows) : rows;
      // In a file by status: among the rows of the usual one. A rare one has no row in most minutes, and a wrong clock
      // that takes such a place cannot be told from a row that was moved.
      const auto end = grouped ? std::size_t{1440} : rows.size();
      for (const std::size_t place : {std::size_t{0}, end / 2, end}) {
        for (const Minute off : {-60, 60, -510, 510, -1560, 1560, 400 * 1440, -9000 * 1440}) {
          if (dates == Dates::missing && std::abs(off) > 700) continue;  // a clock cannot say that
          auto claimed = base;
          const Minute minute = base[std::min(place, end - 1)].minute;
          claimed.insert(claimed.begin() + static_cast<std::ptrdiff_t>(place), {minute + off, "approved"});
          CAPTURE(dates == Dates::given);
          CAPTURE(grouped);
          CAPTURE(place);
          CAPTURE(off);
          const Right right = compare(claimed, dates);
          CHECK(right.not_believed == 1);
          CHECK(right.believed == rows.size());
        }
      }
    }
  }
}

TEST_CASE("file order: among rows in no order a time without others near it is not believed") {
  auto rows = shuffled(shop(1));
  rows.insert(rows.begin() + 100, {400 * 1440, "approved"});
  rows.insert(rows.begin() + 200, {-60, "approved"});
  const Right right = compare(rows, Dates::given);
  CHECK(right.not_believed == 2);
  CHECK(right.believed == rows.size() - 2);
}

TEST_CASE("file order: what the clock confirms needs no other row") {
  auto rows = shop(1);
  rows.push_back({1600, "approved"});
  const Minute now = Minute{first_day} * 1440 + 1601;
  for (const auto& order : {rows, newest_first(rows), shuffled(rows)}) {
    const auto believed = [&](std::optional<clock::Stretch> confirmed) {
      const auto minutes = read(order, Dates::given, confirmed);
      return std::ranges::count(minutes, Minute{1600});
    };
    CHECK(believed(std::nullopt) == 0);
    CHECK(believed(clock::Stretch{now - 60, now}) == 1);
    CHECK(believed(clock::Stretch{now, now + 60}) == 0);
  }
}

TEST_CASE("file order: a row that was moved has its time all the same") {
  auto rows = shop(1);
  std::rotate(rows.begin() + 700, rows.begin() + 705, rows.end());  // five rows of noon at the end
  const Right right = compare(rows, Dates::given);
  CHECK(right.not_believed == 0);
  CHECK(right.believed == rows.size());
}

TEST_CASE("file order: nights without rows, rare rows and short files are believed") {
  std::vector<Claimed> nights;
  for (const Claimed& row : shop(5)) {
    if (row.minute % 1440 >= 540 && row.minute % 1440 < 1080) nights.push_back(row);
  }
  CHECK(compare(nights, Dates::given).believed == nights.size());
  CHECK(compare(shuffled(nights), Dates::given).believed == nights.size());

  std::vector<Claimed> rare;
  std::mt19937 random(3);
  for (Minute minute = 0; minute < 10 * 1440; minute += 1 + static_cast<Minute>(random() % 120))
    rare.push_back({minute, "approved"});
  CHECK(compare(rare, Dates::given).believed == rare.size());
  CHECK(compare(shuffled(rare), Dates::given).believed == rare.size());

  CHECK(compare({{5, "approved"}}, Dates::given).believed == 1);
  CHECK(compare({{5, "approved"}, {5, "denied"}, {700, "approved"}}, Dates::given).believed >= 2);
  CHECK(compare({}, Dates::given).believed == 0);
}
