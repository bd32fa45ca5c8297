// SPDX-License-Identifier: MIT
#include "report/record_store.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"

using namespace pos;
using namespace pos::report;

namespace {

constexpr std::size_t memory = 1000;  // a dozen records

Record record(LocalSeconds time, std::int64_t number) {
  Record record{time, number % 3 == 0 ? "approved" : "denied", number, {}};
  record.scored.score = 0.1 * static_cast<double>(number);
  if (number % 2 == 0) record.scored.expected = 0.5;
  if (number % 5 == 0) record.scored.reason = std::string(static_cast<std::size_t>(number % 70), 'r');
  return record;
}

void add(RecordStore& store, const Record& record) { store.add(record, to_local_time(record.time)); }

std::vector<Record> all(const RecordStore& store) {
  std::vector<Record> records;
  store.each([&](const Record& record) { records.push_back(record); });
  return records;
}

std::string folder() { return std::filesystem::temp_directory_path().string(); }

}  // namespace

TEST_CASE("record store: what comes in any order comes out by time, in memory and from disk") {
  std::vector<Record> want;
  for (std::int64_t i = 0; i < 500; ++i) want.push_back(record(i * 7919 % 100 * 60, i));
  RecordStore small(folder(), memory), large(folder());
  for (const Record& record : want) {
    add(small, record);
    add(large, record);
  }
  small.sort();
  large.sort();
  std::ranges::stable_sort(want, {}, &Record::time);
  for (const RecordStore* store : {&small, &large}) {
    const std::vector<Record> got = all(*store);
    REQUIRE(got.size() == want.size());
    for (std::size_t i = 0; i < want.size(); ++i) {
      REQUIRE(got[i].time == want[i].time);
      REQUIRE(got[i].count == want[i].count);
      REQUIRE(got[i].status == want[i].status);
      REQUIRE(got[i].scored.score == want[i].scored.score);
      REQUIRE(got[i].scored.expected == want[i].scored.expected);
      REQUIRE(got[i].scored.reason == want[i].scored.reason);
    }
    CHECK(store->first() == 0);
    CHECK(store->last() == 99 * 60);
    CHECK(all(*store).size() == want.size());  // as often as wanted
  }
}

TEST_CASE("record store: a record larger than all the memory is one like the others") {
  RecordStore store(folder(), memory);
  for (std::int64_t i = 0; i < 50; ++i) {
    Record long_one = record((50 - i) * 60, i);
    if (i % 10 == 0) long_one.scored.reason = std::string(20'000, 'x');
    add(store, long_one);
  }
  store.sort();
  const std::vector<Record> got = all(store);
  REQUIRE(got.size() == 50);
  CHECK(got[9].count == 40);
  CHECK(got[9].scored.reason.size() == 20'000);
  CHECK(got[10].scored.reason != got[9].scored.reason);
}

TEST_CASE("record store: a key and a place come back, and cost others nothing") {
  RecordStore store(folder(), memory);
  for (std::int64_t i = 0; i < 50; ++i) {
    Record one = record(i * 60, i);
    if (i % 3 == 1) one.scored.key = "merchant=m" + std::to_string(i);
    if (i % 3 != 0) one.scored.where = "bin=" + std::to_string(i) + ": 9 of 10 denied, 1 expected";
    add(store, one);
  }
  CHECK(store.has_keys());
  CHECK(store.has_places());
  store.sort();
  const std::vector<Record> got = all(store);
  REQUIRE(got.size() == 50);
  CHECK(got[1].scored.key == "merchant=m1");
  CHECK(got[1].keys == "merchant=m1");
  CHECK(got[1].scored.where == "bin=1: 9 of 10 denied, 1 expected");
  CHECK(got[2].scored.key.empty());
  CHECK(got[2].keys.empty());
  CHECK(got[2].scored.where == "bin=2: 9 of 10 denied, 1 expected");
  CHECK(got[3].scored.where.empty());
  CHECK(got[3].scored.reason == record(180, 3).scored.reason);
}

TEST_CASE("record store: clocks get their days later, those of the file at hand alone") {
  RecordStore store(folder(), memory);
  for (std::int64_t i = 0; i < 100; ++i) store.add(record(0, i), {5, 60, 0, {}});
  const std::int64_t second_file = store.size();
  for (std::int64_t i = 0; i < 100; ++i) store.add(record(0, i), {LocalTime::no_day, 0, 0, {}});
  int seen = 0;
  store.date(second_file, [&](LocalTime& time, std::string_view) {
    CHECK(!time.dated());
    time.day = 4 + seen++ % 2;
  });
  CHECK(seen == 100);
  store.sort();
  const std::vector<Record> got = all(store);
  constexpr LocalSeconds day = 86'400;
  REQUIRE(got.size() == 200);
  CHECK(got[49].time == 4 * day);
  CHECK(got[50].time == 5 * day);
  CHECK(got[99].time == 5 * day);
  CHECK(got[100].time == 5 * day + 60);
}

TEST_CASE("record store: a folder that cannot be written is told, where it is needed") {
  RecordStore store("/nonexistent", memory);
  add(store, record(0, 1));
  CHECK(all(store).size() == 1);
  const auto add_many = [&store] {
    for (std::int64_t i = 0; i < 100; ++i) add(store, record(0, i));
  };
  CHECK_THROWS_AS(add_many(), Error);
}
