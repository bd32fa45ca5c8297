// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <thread>
#include <vector>

#include "history/reader.hpp"
#include "history/row_hash.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;

namespace {

constexpr LocalSeconds ten_o_clock = 1'773'050'400;  // 2026-03-09 10:00
constexpr Period always{0, 1LL << 40};

struct Row {
  LocalSeconds time;
  std::string status;
  std::int64_t count;

  [[nodiscard]] std::uint64_t hash() const { return row_hash(time, status + "," + std::to_string(count)); }
};

Scored approve(double score = 0.5) {
  Scored scored;
  scored.score = score;
  return scored;
}

Scored alert() {
  Scored scored;
  scored.score = 0.75;
  scored.alert = true;
  scored.expected = 30.25;
  scored.surprise = 4.5;
  scored.severity = Severity::critical;
  scored.decision = Decision::alert;
  scored.reason = "above: 151 in 1 min, 43 expected";
  return scored;
}

// What pos-score does with a file. Returns how many rows were new.
int feed(Store& store, const std::vector<Row>& rows, const std::string& state = "state", std::size_t per_commit = 3) {
  store.begin_file("a.csv");
  int added = 0;
  for (const Row& row : rows) {
    if (store.find(row.time, row.hash()) != nullptr) continue;
    store.add({row.time, row.status, row.count, row.hash()}, approve());
    ++added;
    if (store.waiting() >= per_commit) store.commit(state);
  }
  store.commit(state);
  return added;
}

std::vector<Record> records_of(const std::string& path) {
  std::vector<Record> records;
  Reader(path).records(always, [&](const Record& record) { records.push_back(record); });
  return records;
}

std::vector<Row> ten_minutes(int from = 0) {
  std::vector<Row> rows;
  for (int minute = from; minute < from + 10; ++minute) {
    rows.push_back({ten_o_clock + minute * 60, "approved", 30 + minute});
    rows.push_back({ten_o_clock + minute * 60, "denied", 2});
  }
  return rows;
}

}  // namespace

TEST_CASE("store: what is stored comes back as it was") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, "abc", "pos.model");
  store.begin_file("day.csv");
  store.add({ten_o_clock + 7, "denied", 151, 1}, alert());
  store.commit("where the monitor stands\n");
  CHECK(store.monitor_state() == "where the monitor stands\n");

  const auto records = records_of(path);
  REQUIRE(records.size() == 1);
  const Record& record = records.front();
  CHECK(record.time == ten_o_clock + 7);
  CHECK(record.status == "denied");
  CHECK(record.count == 151);
  CHECK(record.scored.score == 0.75);
  CHECK(record.scored.alert);
  CHECK(record.scored.expected == 30.25);
  CHECK(record.scored.surprise == 4.5);
  CHECK(record.scored.severity == Severity::critical);
  CHECK(record.scored.decision == Decision::alert);
  CHECK(record.scored.reason == "above: 151 in 1 min, 43 expected");
}

TEST_CASE("store: the same file twice changes nothing, one that grew adds what is new") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  auto rows = ten_minutes();
  {
    Store store(path, "abc", "pos.model");
    CHECK(feed(store, rows) == 20);
    CHECK(feed(store, rows) == 0);
  }
  const auto more = ten_minutes(10);
  rows.insert(rows.end(), more.begin(), more.begin() + 10);
  Store store(path, "abc", "pos.model");
  CHECK(feed(store, rows) == 10);
  CHECK(records_of(path).size() == 30);
}

TEST_CASE("store: equal rows of one file are as many as they are, however often it is read") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const Row same{ten_o_clock, "approved", 5};
  Store store(path, "abc", "pos.model");
  CHECK(feed(store, {same, same}, "state", 1) == 2);  // committed one by one
  CHECK(feed(store, {same, same}) == 0);
  CHECK(feed(store, {same, same, same}) == 1);
  CHECK(records_of(path).size() == 3);
}

TEST_CASE("store: a row found keeps the decision it has") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), "abc", "pos.model");
  const Row row{ten_o_clock, "denied", 5};
  store.begin_file("a.csv");
  store.add({row.time, row.status, row.count, row.hash()}, alert());
  store.begin_file("b.csv");  // the name does not matter, the row does
  const StoredRow* found = store.find(row.time, row.hash());
  REQUIRE(found != nullptr);
  CHECK(found->record.scored.decision == Decision::alert);
  CHECK(store.find(row.time, row.hash()) == nullptr);  // it stood there once
  CHECK(store.find(row.time + 1, row.hash()) == nullptr);
}

TEST_CASE("store: rows far out of order are known too") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), "abc", "pos.model");
  std::vector<Row> rows;
  for (int i = 0; i < 400; ++i) rows.push_back({ten_o_clock + (i * 7919 % 400) * 60, "approved", i});
  CHECK(feed(store, rows) == 400);
  CHECK(feed(store, rows) == 0);
}

TEST_CASE("store: rows and the monitor's state are committed together or not at all") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, "abc", "pos.model");
    feed(store, ten_minutes(), "ten minutes");
    store.begin_file("a.csv");
    store.add({ten_o_clock + 3600, "approved", 1, 1}, approve());  // and the program ends
  }
  Store again(path, "abc", "pos.model");
  CHECK(again.monitor_state() == "ten minutes");
  CHECK(records_of(path).size() == 20);
}

TEST_CASE("store: each model has its monitor's state") {
  const TemporaryFolder folder;
  Store one(folder.file("pos.db"), "abc", "pos.model");
  feed(one, ten_minutes(), "one");
  Store two(folder.file("pos.db"), "def", "pos.model");
  CHECK(two.monitor_state().empty());
  feed(two, ten_minutes(20), "two");
  CHECK(one.monitor_state() == "one");
}

TEST_CASE("store: an open row waits for its decision in another run") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, "abc", "pos.model");
    store.begin_file("a.csv");
    NewRow open{ten_o_clock, "denied", 5, 1};
    open.open = true;
    store.add(open, approve());
    store.commit("state");
  }
  Store store(path, "abc", "pos.model");
  CHECK(Store(path, "def", "other.model").open_rows().empty());
  const auto rows = store.open_rows();
  REQUIRE(rows.size() == 1);
  CHECK(rows.front().record.count == 5);
  store.decide(rows.front().id, alert());
  store.commit("state");
  CHECK(store.open_rows().empty());
  CHECK(records_of(path).front().scored.decision == Decision::alert);
}

TEST_CASE("store: made-up rows are kept apart from those of the input") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), "abc", "pos.model");
  store.begin_file("a.csv");
  NewRow silence{ten_o_clock, "approved", 0, 1};
  silence.made_up = true;
  store.add(silence, alert());
  store.begin_file("a.csv");
  CHECK(store.find(ten_o_clock, 1) == nullptr);
  CHECK(store.made_up({ten_o_clock, ten_o_clock + 60}).size() == 1);
  CHECK(store.made_up({ten_o_clock + 60, ten_o_clock + 120}).empty());
}

TEST_CASE("store: two programs that feed the same file at once store each row once") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  std::vector<Row> rows;
  for (int minute = 0; minute < 500; ++minute) {
    rows.push_back({ten_o_clock + minute * 60, "approved", 30});
    rows.push_back({ten_o_clock + minute * 60, "approved", 30});
    rows.push_back({ten_o_clock + minute * 60, "denied", minute % 3});
  }
  std::vector<std::thread> programs;
  for (int i = 0; i < 3; ++i) {
    programs.emplace_back([&] {
      Store store(path, "abc", "pos.model");
      feed(store, rows, "state", 7);
    });
  }
  for (std::thread& program : programs) program.join();
  std::map<std::string, int> seen;
  for (const Record& record : records_of(path)) ++seen[std::to_string(record.time) + record.status];
  CHECK(records_of(path).size() == rows.size());
  CHECK(seen[std::to_string(ten_o_clock) + "approved"] == 2);
}

TEST_CASE("store: a card number in a status does not get into the history") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, "abc", "pos.model");
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied 4111111111111111", 1, 1}, approve());
  store.commit("state");
  CHECK(records_of(path).front().status == "denied 411111******1111");
}
