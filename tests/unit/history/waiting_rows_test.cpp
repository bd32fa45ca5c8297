// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <doctest/doctest.h>

#include "sqlite/connection.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;

TEST_CASE("store: held back, nothing is written until it is told to") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.hold(true);
  store.add({ten_o_clock, "denied", 1, 1}, alert());
  store.commit("state");
  CHECK(store.waiting() == 1);
  CHECK(store.models().monitor_state().empty());
  CHECK(records_of(path).empty());
  store.hold(false);
  store.commit("state");
  CHECK(store.waiting() == 0);
  CHECK(records_of(path).size() == 1);
}

TEST_CASE("store: as many rows as come are stored in their order, each with its own words") {
  for (const int count : {1, 3, 4, 5, 15, 16, 17, 21, 39}) {
    CAPTURE(count);
    const TemporaryFolder folder;
    const std::string path = folder.file("pos.db");
    Store store(path, {"abc", "pos.model"});
    store.begin_file("a.csv");
    for (int i = 0; i < count; ++i) {
      Scored scored = i % 2 == 0 ? approve(i) : alert();
      scored.reason += std::to_string(i);
      store.add({ten_o_clock + i, i % 3 == 0 ? "denied" : "approved", i, static_cast<std::uint64_t>(i)}, scored);
    }
    store.commit("state");
    const auto records = records_of(path);
    REQUIRE(records.size() == static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
      const Record& record = records[static_cast<std::size_t>(i)];
      CHECK(record.count == i);
      CHECK(record.time == ten_o_clock + i);
      CHECK(record.status == (i % 3 == 0 ? "denied" : "approved"));
      CHECK((record.scored.decision == Decision::alert) == (i % 2 == 1));
      CHECK(record.scored.reason.ends_with(std::to_string(i)));
    }
    CHECK(store.last_id() == count);
    store.begin_file("b.csv");  // all of them are known, and none twice
    for (int i = 0; i < count; ++i) CHECK(store.find(ten_o_clock + i, static_cast<std::uint64_t>(i)) != nullptr);
    for (int i = 0; i < count; ++i) CHECK(store.find(ten_o_clock + i, static_cast<std::uint64_t>(i)) == nullptr);
  }
}

TEST_CASE("store: a row that another program stored meanwhile is not stored again, a posted one is") {
  for (const bool posted : {false, true}) {
    CAPTURE(posted);
    const TemporaryFolder folder;
    const std::string path = folder.file("pos.db");
    Store store(path, {"abc", "pos.model"});
    posted ? store.begin_posts("pos-serve") : store.begin_file("a.csv");
    store.add({ten_o_clock, "denied", 1, 1}, approve());
    {
      Store other(path, {"abc", "pos.model"});
      other.begin_file("a.csv");
      other.add({ten_o_clock, "denied", 1, 1}, approve());
      other.commit("state");
    }
    store.commit("state");
    CHECK(records_of(path).size() == (posted ? 2 : 1));
  }
}

TEST_CASE("store: what was made up is stored once, however often it is") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  for (const char* status : {"approved", "denied", "approved"}) {
    store.begin_file("a.csv");
    store.add({ten_o_clock, status, 0, 1, true}, alert());
    store.commit("state");
  }
  CHECK(records_of(path).size() == 2);
  const auto made_up = store.made_up({ten_o_clock, ten_o_clock + 1});
  REQUIRE(made_up.size() == 2);
  CHECK(made_up[0].record.status == "approved");
  CHECK(store.made_up({ten_o_clock, ten_o_clock}).empty());
}

TEST_CASE("store: decisions on open rows make void what was made up for now") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  NewRow row{ten_o_clock, "denied", 5, 1};
  row.open = true;
  store.add(row, approve());
  NewRow silence{ten_o_clock, "approved", 0, 2, true};
  silence.open = true;
  store.add(silence, alert());
  store.commit("state");
  CHECK(store.made_up({ten_o_clock, ten_o_clock + 60}).empty());  // made up again by the next run
  CHECK(records_of(path).size() == 2);
  const auto open = unseen(store);
  REQUIRE(open.size() == 1);
  store.decide(open[0].id, alert(), Store::Finality::for_now);
  store.commit("state");
  CHECK(records_of(path).size() == 1);
  CHECK(unseen(store).size() == 1);
  store.decide(open[0].id, approve(), Store::Finality::final);
  store.commit("state");
  CHECK(unseen(store).empty());
  CHECK(records_of(path).front().scored.decision == Decision::approve);
}

TEST_CASE("store: whether it can be written is seen without a change of what is in it") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  feed(store, ten_minutes());
  CHECK_NOTHROW(store.check_writable(1000));
  CHECK(records_of(path).size() == 20);
  CHECK(store.models().monitor_state() == "state");
  sqlite::Connection(path, sqlite::Access::write)
      .execute("CREATE TRIGGER full BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");
  CHECK_THROWS(store.check_writable(1000));
}
