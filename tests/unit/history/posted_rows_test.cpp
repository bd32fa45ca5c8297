// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <doctest/doctest.h>

#include "sqlite/connection.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

TEST_CASE("store: posted rows are as many as came, whoever writes beside") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  for (int i = 0; i < 3; ++i) {
    Store other(path, {"def", "other.model"});
    feed(other, ten_minutes(10 * i));
    store.add({ten_o_clock, "denied", 5, 1}, approve());
    store.commit({});
  }
  CHECK(records_of(path).size() == 63);
  CHECK(store.newest_of("pos-serve") == ten_o_clock);
  CHECK(store.newest_of("a.csv") == ten_o_clock + 29 * 60);  // of whatever model
}

TEST_CASE("store: posted rows that nobody goes on with keep the decision they have") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "m"});
  NewRow row{ten_o_clock, "denied", 5, 1};
  row.open = true;
  store.begin_posts("pos-serve");
  store.add(row, approve());
  store.commit({});
  store.begin_file("a.csv");  // pos-score goes on with it
  store.add(row, approve());
  store.commit({});
  store.settle_posts("elsewhere");
  CHECK(unseen(store).size() == 2);
  {
    Store other(path, {"other", "m"});
    REQUIRE(other.try_lock_monitor());
    store.settle_posts("pos-serve");  // another program may go on with it
    CHECK(unseen(store).size() == 2);
  }
  Store(path, {"abc", "m"}, "another stream").settle_posts("pos-serve");
  CHECK(unseen(store).size() == 2);
  store.settle_posts("pos-serve");
  CHECK(unseen(store).size() == 1);
}

TEST_CASE("store: the decision on a minute goes to its open rows, by their status") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  const auto post = [&](LocalSeconds time, const std::string& status, bool open) {
    NewRow row{time, status, 5, 1};
    row.open = open;
    store.add(row, approve());
  };
  post(ten_o_clock, "denied", true);
  post(ten_o_clock + 59, "denied 4111111111111111", true);
  post(ten_o_clock, "odd", true);
  post(ten_o_clock, "denied", false);
  post(ten_o_clock + 60, "denied", true);
  store.commit({});
  Scored rest = approve();
  rest.expected = 1;
  const std::vector<StatusDecision> decisions = {{"denied", alert()}, {"denied 4111111111111111", alert()}};
  const auto told = [&] {
    std::vector<std::string> rows;
    Reader(path).rows_of(always, [&](const ReadRow& row) {
      rows.push_back((row.open ? "open " : "") + row.record.scored.reason.substr(0, 5) +
                     std::to_string(static_cast<int>(row.record.scored.expected.value_or(0))));
    });
    return rows;
  };
  store.decide({ten_o_clock, ten_o_clock + 60}, decisions, rest, Store::Finality::for_now);
  store.commit({});
  CHECK(told() == std::vector<std::string>{"open above30", "open above30", "open 0", "0", "open 0"});
  store.decide({ten_o_clock, ten_o_clock + 60}, decisions, rest, Store::Finality::final);
  store.commit({});
  CHECK(told() == std::vector<std::string>{"above30", "above30", "1", "0", "open 0"});
}

TEST_CASE("store: an answer kept by a clock that was ahead is as old as the next one kept") {
  const TemporaryFolder folder;
  Store store(folder.file("a.db"), {"sha", "model"});
  store.keep_answer("k1", {7, "added\n"}, ten_o_clock + 365 * 86'400);
  store.commit("");
  CHECK(store.answer("k1", ten_o_clock));
  store.keep_answer("k2", {8, "added\n"}, ten_o_clock);
  store.commit("");
  CHECK(store.answer("k1", ten_o_clock + 86'400));
  CHECK_FALSE(store.answer("k1", ten_o_clock + 86'401));
}

TEST_CASE("store: an answer is kept under its key for a day") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, {"abc", "pos.model"});
    store.keep_answer("k1", {7, "added\n"}, ten_o_clock);
    CHECK_FALSE(store.answer("k1", ten_o_clock));
    store.commit({});
  }
  Store store(path, {"def", "other.model"});
  REQUIRE(store.answer("k1", ten_o_clock + 86'400));
  CHECK(store.answer("k1", ten_o_clock)->request == 7);
  CHECK(store.answer("k1", ten_o_clock)->added == "added\n");
  CHECK_FALSE(store.answer("k2", ten_o_clock));
  CHECK_FALSE(store.answer("k1", ten_o_clock + 86'401));
  store.keep_answer("k1", {8, "other\n"}, ten_o_clock + 86'401);  // the old one makes room
  store.commit({});
  CHECK(store.answer("k1", ten_o_clock + 86'401)->request == 8);
}
