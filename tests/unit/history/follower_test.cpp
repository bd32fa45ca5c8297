// SPDX-License-Identifier: MIT
#include "history/follower.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "history/prune.hpp"
#include "history/reader.hpp"
#include "history/row_hash.hpp"
#include "history/store.hpp"
#include "sqlite/connection.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/history/ten_o_clock.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

namespace {

Scored judged() {
  Scored scored;
  scored.expected = 5;
  return scored;
}

// A history and one who follows it.
struct Followed {
  TemporaryFolder folder;
  std::string path = folder.file("pos.db");
  Store store{path, {"abc", "pos.model"}};
  Follower follower{path};
  std::optional<Cursor> cursor;
  std::vector<std::string> got;  // `MINUTE status count`
  std::size_t looks = 0;

  Followed() { store.begin_posts("test"); }

  void add(LocalSeconds minute, const std::string& status, std::int64_t count, bool open, bool made_up = false,
           const Scored& scored = judged()) {
    const LocalSeconds time = ten_o_clock + minute * 60;
    store.add({time, status, count, row_hash(time, status + std::to_string(count)), made_up, open}, scored);
  }
  void decide(LocalSeconds minute) {
    commit();  // decisions are for what is stored
    const LocalSeconds begin = ten_o_clock + minute * 60;
    store.decide({begin, begin + 60}, {}, judged(), Store::Finality::final);
  }
  void commit() { store.commit("state"); }

  std::vector<std::string> look() {
    got.clear();
    bool more = true;
    while (more) {
      ++looks;
      more = follower.advance(cursor, ten_o_clock, [this](const Record& row) {
        got.push_back(std::to_string((row.time - ten_o_clock) / 60) + " " + row.status + " " +
                      std::to_string(row.count));
      });
    }
    return got;
  }
};

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("follower: rows come when they are decided, by time, each once") {
  Followed f;
  CHECK(f.look() == Rows());
  f.add(1, "a", 1, true);
  f.add(2, "a", 2, true);
  f.add(1, "b", 3, true);
  f.commit();
  CHECK(f.look() == Rows());
  f.decide(1);
  f.add(2, "b", 4, true);
  f.add(1, "c", 0, false, true);
  f.commit();
  CHECK(f.look() == Rows{"1 a 1", "1 b 3", "1 c 0"});
  CHECK_FALSE(f.follower.may_have_news());
  CHECK(f.look() == Rows());
  f.add(3, "a", 5, true);
  f.decide(2);
  f.commit();
  CHECK(f.follower.may_have_news());
  CHECK(f.look() == Rows{"2 a 2", "2 b 4"});
  f.decide(3);
  f.commit();
  CHECK(f.look() == Rows{"3 a 5"});
  CHECK(f.cursor->place->done == f.store.last_id());
}

// Against a model of the history in memory: what is final is told once, whatever the moments of looking.
TEST_CASE("follower: minutes that lie between each other, at random moments") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Followed f;
    std::mt19937 random(seed);
    std::map<std::string, int> told;
    std::size_t expected = 0;
    LocalSeconds first_open = 0;
    LocalSeconds newest = 3;
    const auto look = [&] {
      LocalSeconds before = -1;
      for (const std::string& row : f.look()) {
        ++told[row];
        const LocalSeconds minute = std::stoll(row);
        CHECK(minute >= before);
        CHECK(minute < first_open);
        before = minute;
      }
    };
    for (int step = 0; step < 300; ++step) {
      for (unsigned rows = random() % 4; rows > 0; --rows) {
        const LocalSeconds minute = first_open + static_cast<LocalSeconds>(random()) % (newest - first_open + 1);
        f.add(minute, "s" + std::to_string(random() % 3), static_cast<std::int64_t>(++expected), true);
      }
      if (random() % 8 == 0) f.add(newest, "silent", 0, true, true);  // made up for now: it goes with the next decision
      if (random() % 3 == 0) {
        f.decide(first_open++);
        newest = std::max(newest, first_open + static_cast<LocalSeconds>(random() % 4));
      }
      if (random() % 2 == 0) f.commit();
      if (random() % 3 == 0) look();
    }
    while (first_open <= newest) f.decide(first_open++);
    f.commit();
    look();
    CHECK(told.size() == expected);
    CHECK(std::ranges::all_of(told, [](const auto& row) { return row.second == 1; }));
  }
}

TEST_CASE("follower: many rows come in parts, whole minutes each, and go on from there") {
  Followed f;
  for (int i = 0; i < 60'000; ++i) f.add(i / 1500, "a", i, false);
  f.commit();
  CHECK(f.look().size() == 60'000);
  CHECK(f.looks == 6);  // 10,500 rows each, and the end
  CHECK(
      std::ranges::is_sorted(f.got, {}, [](const std::string& row) { return std::stoi(row.substr(row.rfind(' '))); }));
}

TEST_CASE("follower: rows for minutes that are past come late, those made up again do not") {
  Followed f;
  f.add(5, "a", 1, false);
  f.commit();
  CHECK(f.look().size() == 1);
  f.add(3, "late", 2, false);
  f.add(3, "silent", 0, false, true);
  f.add(6, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows{"3 late 2", "6 a 3"});
}

TEST_CASE("follower: rows that nobody judged are left out among judged ones") {
  Followed f;
  f.add(1, "a", 1, false);
  f.add(9, "stray", 2, false, false, {});
  f.add(2, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows{"1 a 1", "2 a 3"});
  Followed forest;
  forest.add(1, "a", 1, false, false, {});
  forest.add(100, "ahead of the clock", 2, false, false, {});
  forest.commit();
  CHECK(forest.look() == Rows{"1 a 1"});
}

TEST_CASE("follower: open rows for which nobody goes on keep nobody waiting") {
  Followed f;
  f.add(1, "a", 1, true);
  f.commit();
  CHECK(f.look() == Rows());
  Store next(f.path, {"def", "next.model"});
  next.begin_file("day.csv");
  next.add({ten_o_clock + 120, "a", 2, 2, false, false}, judged());
  next.commit({});
  CHECK(f.look() == Rows{"1 a 1", "2 a 2"});
  // Its program comes back, and decides: that row was told.
  f.decide(1);
  f.commit();
  CHECK(f.look() == Rows());
  // Of the same model: left behind by over an hour.
  next.add({ten_o_clock + 180, "a", 3, 3, false, true}, judged());
  next.add({ten_o_clock + 180 + 3600, "a", 4, 4, false, false}, judged());
  next.commit({});
  CHECK(f.look() == Rows());
  next.add({ten_o_clock + 240 + 3600, "a", 5, 5, false, false}, judged());
  next.commit({});
  CHECK(f.look() == Rows{"3 a 3", "63 a 4", "64 a 5"});
}

TEST_CASE("follower: a history that was pruned or restored goes on behind the time it had") {
  Followed f;
  f.add(1, "a", 1, false);
  f.add(2, "a", 2, false);
  f.commit();
  CHECK(f.look().size() == 2);
  static_cast<void>(prune(f.path, ten_o_clock + 3600));  // all: ids begin anew
  f.add(2, "a", 2, false);                               // once more
  f.add(2, "b", 9, false);
  f.add(3, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows{"2 b 9", "3 a 3"});
  f.add(4, "a", 4, false);
  f.commit();
  CHECK(f.look() == Rows{"4 a 4"});
}

TEST_CASE("follower: what was told of a pipe is not told again") {
  Followed f;
  f.cursor.emplace();
  Record record;
  record.time = ten_o_clock + 120;
  record.status = "a";
  record.count = 2;
  f.cursor->pass(record);
  f.add(1, "a", 1, false);
  f.add(2, "a", 2, false);
  f.add(2, "a", 2, false);  // a second one
  f.add(3, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows{"2 a 2", "3 a 3"});
  // An older version knew the time alone.
  Followed old;
  old.cursor = Cursor{ten_o_clock + 120, {}, {}};
  old.add(2, "a", 2, false);
  old.add(3, "a", 3, false);
  old.commit();
  CHECK(old.look() == Rows{"3 a 3"});
}

TEST_CASE("follower: rows that are judged again keep quiet") {
  Followed f;
  for (int minute = 0; minute < 5; ++minute) f.add(minute, "a", minute, false);
  f.add(2, "silent", 0, false, true);
  f.commit();
  CHECK(f.look().size() == 6);
  f.store.open_again({});
  f.add(1, "new", 7, true);
  f.commit();
  CHECK(f.look() == Rows());
  for (int minute = 0; minute < 5; ++minute) f.decide(minute);
  f.add(2, "silent", 0, false, true);
  f.commit();
  CHECK(f.look() == Rows{"1 new 7"});
  f.add(6, "a", 8, false);
  f.commit();
  CHECK(f.look() == Rows{"6 a 8"});
}

TEST_CASE("follower: a stream is followed by itself") {
  Followed f;
  Store other(f.path, {"abc", "pos.model"}, "shop");
  other.begin_posts("test");
  f.add(2, "a", 1, true);
  f.commit();
  other.add({ten_o_clock, "b", 2, 2, false, false}, judged());
  other.commit({});
  CHECK(f.look() == Rows());  // its minute is open, whatever the other stream does
  f.decide(2);
  f.commit();
  CHECK(f.look() == Rows{"2 a 1"});
  std::optional<Cursor> cursor;
  std::size_t rows = 0;
  static_cast<void>(Follower(f.path, "shop").advance(cursor, ten_o_clock, [&rows](const Record&) { ++rows; }));
  CHECK(rows == 1);
}

TEST_CASE("follower: a file in no order comes when it is whole") {
  Followed f;
  f.add(0, "a", 1, false);
  f.commit();
  CHECK(f.look().size() == 1);
  f.store.begin_file("day.csv");
  f.store.hide_rows();
  f.add(9, "a", 2, false);
  f.commit();
  f.add(5, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows());
  // The program is killed, and the next one holds its rows too.
  {
    Store next(f.path, {"abc", "pos.model"});
    next.begin_file("day.csv");
    next.hide_rows();
    next.add({ten_o_clock + 60, "a", 4, 4, false, false}, judged());
    next.commit({});
    CHECK(f.look() == Rows());
    next.show_rows();
  }
  CHECK(f.look() == Rows{"1 a 4", "5 a 3", "9 a 2"});
}

TEST_CASE("follower: rows stored before a file in no order come while that is stored") {
  Followed f;
  f.add(0, "a", 1, false);
  f.add(1, "a", 2, false);
  f.commit();
  f.store.begin_file("day.csv");
  f.store.hide_rows();
  f.add(2, "a", 3, false);
  f.commit();
  CHECK(f.look() == Rows{"0 a 1", "1 a 2"});
}

TEST_CASE("follower: behind rows that were made up alone, a late row comes as any other") {
  Followed f;
  f.add(5, "a", 0, false, true);
  f.commit();
  CHECK(f.look() == Rows{"5 a 0"});
  f.add(1, "a", 7, false);
  f.add(5, "a", 8, false);
  f.commit();
  CHECK(f.look() == Rows{"1 a 7", "5 a 8"});
}

TEST_CASE("follower: streams are told apart in the oldest version that has them, and are one in those before") {
  Followed f;
  f.add(0, "a", 1, false);
  f.store.commit("pos-monitor 1\nvolume a\n");
  {
    Store shop(f.path, {"abc", "pos.model"}, "shop");
    shop.begin_posts("test");
    shop.add({ten_o_clock, "b", 1, 1, false, false}, judged());
    shop.commit("pos-monitor 1\nvolume b\n");
  }
  for (const auto& [version, volume] : {std::pair(5, "a"), std::pair(4, "b")}) {
    Connection(f.path, Access::write).execute(("PRAGMA user_version = " + std::to_string(version)).c_str());
    CHECK(Follower(f.path).volume() == volume);
    CHECK(Reader(f.path).volume() == volume);
  }
}
