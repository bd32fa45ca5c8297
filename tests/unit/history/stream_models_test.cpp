// SPDX-License-Identifier: MIT
#include "history/stream_models.hpp"

#include <doctest/doctest.h>

#include "sqlite/connection.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;

namespace {

Scored judged_by_a_monitor() {
  Scored scored = approve();
  scored.expected = 5;
  return scored;
}

void put(Store& store, std::string_view file, const std::vector<LocalSeconds>& times, const Scored& scored) {
  store.begin_file(file);
  for (const LocalSeconds time : times) store.add({time, "denied", 5, static_cast<std::uint64_t>(time)}, scored);
  store.commit("state");
}

}  // namespace

TEST_CASE("stream models: what another model has judged is counted by minute, and each file from when to when") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store old(path, {"abc", "pos.model"});
  put(old, "a.csv", {ten_o_clock - 60, ten_o_clock, ten_o_clock + 59, ten_o_clock + 60}, judged_by_a_monitor());
  put(old, "b.csv", {ten_o_clock + 600, ten_o_clock + 660}, judged_by_a_monitor());
  put(old, "c.csv", {ten_o_clock + 30}, approve());  // could not be judged
  Store store(path, {"def", "new.model"});
  CHECK(store.models().has_others());
  const Unseen unseen{ten_o_clock};
  CHECK(store.models().count(unseen) ==
        std::map<std::int64_t, std::int64_t>{
            {ten_o_clock / 60, 2}, {ten_o_clock / 60 + 1, 1}, {ten_o_clock / 60 + 10, 1}, {ten_o_clock / 60 + 11, 1}});
  const auto files = store.models().files(unseen);
  REQUIRE(files.size() == 2);
  CHECK(files[0].begin == ten_o_clock);
  CHECK(files[0].end == ten_o_clock + 60);
  CHECK(files[1].begin == ten_o_clock + 600);
  CHECK(files[1].end == ten_o_clock + 660);
  CHECK(store.models().end_of_others() == ten_o_clock + 660);
  CHECK(old.models().count(unseen).empty());
}

TEST_CASE("stream models: rows are given once, however many there are, from the first open one on") {
  const TemporaryFolder folder;
  Store store(folder.file("pos.db"), {"abc", "pos.model"});
  store.begin_file("a.csv");
  for (int i = 0; i < 20'001; ++i) {
    NewRow row{ten_o_clock + i / 3, "denied", i, static_cast<std::uint64_t>(i)};
    row.open = true;
    store.add(row, approve());
  }
  store.commit("state");
  Unseen unseen{ten_o_clock + 86'400};
  std::vector<std::size_t> at_once;
  std::int64_t count = 0;
  for (;;) {
    const auto rows = store.models().next(unseen);
    at_once.push_back(rows.size());
    if (rows.empty()) break;
    for (const StoredRow& row : rows) REQUIRE(row.record.count == count++);
  }
  CHECK(at_once == std::vector<std::size_t>{10'000, 10'000, 1, 0});
}

TEST_CASE("stream models: a stream keeps its number, whatever model is in use") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store one(path, {"abc", "pos.model"});
  Store other(path, {"abc", "pos.model"}, "shop");
  const std::int64_t number = one.models().number();
  CHECK(other.models().number() != number);
  CHECK_FALSE(one.models().has_others());
  one.models().use({"def", "new.model"});
  CHECK(one.models().number() == number);
  CHECK(one.models().model() != number);
  CHECK(one.models().has_others());
  CHECK(Store(path, {"def", "new.model"}).models().model() == one.models().model());
  sqlite::Connection db(path, sqlite::Access::read);
  CHECK(streams_of(db) == std::vector<std::string>{"", "shop"});
}

TEST_CASE("stream models: the day that a model was trained to is kept, and filled in where it was not known") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto trained_to = [&] { return Reader(path).trained_to(); };
  Store before(path, {"abc", "pos.model"});
  put(before, "a.csv", {ten_o_clock}, approve());
  CHECK_FALSE(trained_to());
  { const Store known(path, {"abc", "pos.model", ten_o_clock - 60}); }
  CHECK(trained_to() == ten_o_clock - 60);
  { const Store again(path, {"abc", "pos.model", ten_o_clock}); }
  CHECK(trained_to() == ten_o_clock - 60);
}
