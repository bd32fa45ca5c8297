// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <doctest/doctest.h>

#include <barrier>
#include <map>
#include <thread>

#include "sqlite/connection.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

TEST_CASE("store: what is stored comes back as it was") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("day.csv");
  store.add({ten_o_clock + 7, "denied", 151, 1}, alert());
  store.commit("where the monitor stands\n");
  CHECK(store.models().monitor_state() == "where the monitor stands\n");

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
    Store store(path, {"abc", "pos.model"});
    CHECK(feed(store, rows) == 20);
    CHECK(feed(store, rows) == 0);
  }
  const auto more = ten_minutes(10);
  rows.insert(rows.end(), more.begin(), more.begin() + 10);
  Store store(path, {"abc", "pos.model"});
  CHECK(feed(store, rows) == 10);
  CHECK(records_of(path).size() == 30);
}

TEST_CASE("store: equal rows of one file are as many as they are, however often it is read") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const Row same{ten_o_clock, "approved", 5};
  Store store(path, {"abc", "pos.model"});
  CHECK(feed(store, {same, same}, "state", 1) == 2);  // committed one by one
  CHECK(feed(store, {same, same}) == 0);
  CHECK(feed(store, {same, same, same}) == 1);
  CHECK(records_of(path).size() == 3);
}

TEST_CASE("store: a row found keeps the decision it has") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), {"abc", "pos.model"});
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
  Store store(folder.file("pos.db"), {"abc", "pos.model"});
  std::vector<Row> rows;
  for (int i = 0; i < 400; ++i) rows.push_back({ten_o_clock + (i * 7919 % 400) * 60, "approved", i});
  CHECK(feed(store, rows) == 400);
  CHECK(feed(store, rows) == 0);
}

TEST_CASE("store: rows and the monitor's state are committed together or not at all") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, {"abc", "pos.model"});
    feed(store, ten_minutes(), "ten minutes");
    store.begin_file("a.csv");
    store.add({ten_o_clock + 3600, "approved", 1, 1}, approve());  // and the program ends
  }
  Store again(path, {"abc", "pos.model"});
  CHECK(again.models().monitor_state() == "ten minutes");
  CHECK(records_of(path).size() == 20);
}

TEST_CASE("store: each model has its monitor's state") {
  const TemporaryFolder folder;
  Store one(folder.file("pos.db"), {"abc", "pos.model"});
  feed(one, ten_minutes(), "one");
  Store two(folder.file("pos.db"), {"def", "pos.model"});
  CHECK(two.models().monitor_state().empty());
  feed(two, ten_minutes(20), "two");
  CHECK(one.models().monitor_state() == "one");
}

TEST_CASE("store: an open row waits for its decision in another run") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, {"abc", "pos.model"});
    store.begin_file("a.csv");
    NewRow open{ten_o_clock, "denied", 5, 1};
    open.open = true;
    store.add(open, approve());
    store.commit("state");
  }
  Store store(path, {"abc", "pos.model"});
  const auto rows = unseen(store);
  REQUIRE(rows.size() == 1);
  CHECK(rows.front().record.count == 5);
  store.decide(rows.front().id, alert(), Store::Finality::final);
  store.commit("state");
  CHECK(unseen(store).empty());
  CHECK(records_of(path).front().scored.decision == Decision::alert);
}

TEST_CASE("store: a model that goes on with a stream takes what others have judged, and what they left open") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Scored judged = approve();
  judged.expected = 5;
  {
    Store before(path, {"abc", "pos.model"});
    before.begin_file("a.csv");
    for (int minute = 0; minute < 5; ++minute) {
      NewRow row{ten_o_clock + minute * 60, "denied", minute, 1};
      row.open = minute >= 3;
      before.add(row, minute == 1 ? approve() : judged);  // that one is a stray
    }
    NewRow made_up{ten_o_clock + 60, "approved", 0, 2, true};
    before.add(made_up, judged);
    before.commit("before");
    CHECK(unseen(before, ten_o_clock).size() == 2);
  }
  Store after(path, {"def", "new.model"});
  const auto rows = unseen(after, ten_o_clock);
  REQUIRE(rows.size() == 4);
  CHECK(rows[1].record.count == 2);
  CHECK_FALSE(rows[1].record.open);
  CHECK(rows[3].record.open);
  CHECK(unseen(after, ten_o_clock + 4 * 60).size() == 1);
  CHECK(after.models().end_of_others() == ten_o_clock + 4 * 60);
  after.take_over(ten_o_clock + 4 * 60);  // its monitor has seen the first of the open minutes
  CHECK(after.waiting() == 0);
  after.decide(rows[3].id, alert(), Store::Finality::final);
  after.commit("after");
  CHECK_FALSE(after.models().end_of_others());
  CHECK(unseen(after, ten_o_clock + 4 * 60).empty());
  CHECK(records_of(path)[3].scored.decision == Decision::approve);
  CHECK(records_of(path)[5].scored.decision == Decision::alert);

  Store back(path, {"abc", "pos.model"});  // what is new to the old one has been decided meanwhile
  const auto decided = unseen(back, ten_o_clock + 3 * 60);
  REQUIRE(decided.size() == 2);
  CHECK_FALSE(decided[0].record.open);
  CHECK_FALSE(decided[1].record.open);
}

TEST_CASE("store: streams of one history do not know of each other") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const std::vector<Row> rows = ten_minutes();
  Store store(path, {"abc", "pos.model"});
  CHECK(feed(store, rows) == 20);
  store.keep_answer("key", {1, "one"}, ten_o_clock);
  store.commit("state");
  {
    Store other(path, {"abc", "pos.model"}, "it's");
    CHECK(other.models().monitor_state().empty());
    CHECK_FALSE(other.answer("key", ten_o_clock));
    CHECK(feed(other, rows) == 20);
    CHECK(feed(other, rows) == 0);
    CHECK_FALSE(other.newest_of("posts"));
    CHECK(store.try_lock_monitor());
    CHECK(other.try_lock_monitor());
  }
  CHECK_FALSE(Store(path, {"def", "new.model"}).try_lock_monitor());  // another model of the same stream
  CHECK(records_of(path).size() == 20);
  const auto count = [&path](std::string_view stream) {
    int records = 0;
    Reader(path, stream).records(always, [&records](const Record&) { ++records; });
    return records;
  };
  CHECK(count("") == 20);
  CHECK(count("it's") == 20);
  CHECK_THROWS_WITH(count("x"), doctest::Contains("has no stream 'x': choose one with --stream: '', 'it's'"));
  int all = 0;
  Reader::of_all_streams(path).records(always, [&all](const Record&) { ++all; });
  CHECK(all == 40);
}

TEST_CASE("store: made-up rows are kept apart from those of the input") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), {"abc", "pos.model"});
  store.begin_file("a.csv");
  NewRow silence{ten_o_clock, "approved", 0, 1};
  silence.made_up = true;
  store.add(silence, alert());
  store.begin_file("a.csv");
  CHECK(store.find(ten_o_clock, 1) == nullptr);
  CHECK(store.made_up({ten_o_clock, ten_o_clock + 60}).size() == 1);
  CHECK(store.made_up({ten_o_clock + 60, ten_o_clock + 120}).empty());
}

TEST_CASE("store: three programs that feed the same file at once store each row once") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  std::vector<Row> rows;
  for (int minute = 0; minute < 500; ++minute) {
    rows.push_back({ten_o_clock + minute * 60, "approved", 30});
    rows.push_back({ten_o_clock + minute * 60, "approved", 30});
    rows.push_back({ten_o_clock + minute * 60, "denied", minute % 3});
  }
  // None commits before all have rows to commit, which nobody has stored: or the first would be done before the second
  // has begun, on a machine with other things to do.
  std::barrier all_have_rows(3);
  std::vector<std::thread> programs;
  for (int i = 0; i < 3; ++i) {
    programs.emplace_back([&] {
      Store store(path, {"abc", "pos.model"});
      feed(store, rows, "state", 7, [&] { all_have_rows.arrive_and_wait(); });
      all_have_rows.arrive_and_drop();
    });
  }
  for (std::thread& program : programs) program.join();
  std::map<std::string, int> seen;
  for (const Record& record : records_of(path)) ++seen[std::to_string(record.time) + record.status];
  CHECK(records_of(path).size() == rows.size());
  CHECK(seen[std::to_string(ten_o_clock) + "approved"] == 2);
}

TEST_CASE("store: two writers of one time, each of its own stream, do not meet") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto rows = ten_minutes();
  std::barrier both_have_rows(2);
  std::vector<std::thread> programs;
  for (const char* stream : {"", "shop"}) {
    programs.emplace_back([&, stream] {
      Store store(path, {"abc", "pos.model"}, stream);
      CHECK(store.try_lock_monitor());
      feed(store, rows, stream, 7, [&] { both_have_rows.arrive_and_wait(); });
      both_have_rows.arrive_and_drop();
    });
  }
  for (std::thread& program : programs) program.join();
  for (const char* stream : {"", "shop"}) {
    int records = 0;
    Reader(path, stream).records(always, [&records](const Record&) { ++records; });
    CHECK(records == 20);
    CHECK(Store(path, {"abc", "pos.model"}, stream).models().monitor_state() == stream);
  }
}

TEST_CASE("store: names of a commit that failed have no number, and get one with the next") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  Connection(path, Access::write)
      .execute(
          "CREATE TRIGGER full BEFORE INSERT ON scored BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
  store.add({ten_o_clock, "denied", 5, 1}, approve());
  CHECK_THROWS(store.commit("state"));
  CHECK(store.waiting() == 1);
  Connection(path, Access::write).execute("DROP TRIGGER full");
  Store other(path, {"def", "other.model"});
  other.begin_file("b.csv");  // its names take the numbers that those would have had
  other.add({ten_o_clock, "failed", 7, 2}, approve());
  other.commit("state");
  store.commit("state");
  const auto records = records_of(path);
  REQUIRE(records.size() == 2);
  CHECK(records[0].status == "failed");
  CHECK(records[1].status == "denied");
  CHECK(store.newest_of("a.csv") == ten_o_clock);
  CHECK(Connection(path, Access::read).integer("SELECT count(*) FROM transactions WHERE source = 'a.csv'") == 1);
}

TEST_CASE("store: a card number in a status does not get into the history") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied 4111111111111111", 1, 1}, approve());
  store.commit("state");
  CHECK(records_of(path).front().status == "denied 411111******1111");
}

TEST_CASE("store: what was dropped is never written") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  store.add({ten_o_clock, "denied", 5, 1}, approve());
  store.keep_answer("k1", {7, ""}, ten_o_clock);
  CHECK(store.waiting() == 2);
  store.drop_waiting();
  store.commit("state");
  CHECK(records_of(path).empty());
  CHECK(store.last_id() == 0);
  CHECK_FALSE(store.answer("k1", ten_o_clock));
}
