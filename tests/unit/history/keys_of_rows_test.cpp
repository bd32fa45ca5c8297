// SPDX-License-Identifier: MIT
// Rows that have keys, decisions on keys, and what is kept of rows of open minutes.
#include <doctest/doctest.h>

#include <algorithm>

#include "history/follower.hpp"
#include "history/prune.hpp"
#include "history/store.hpp"
#include "sqlite/connection.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

namespace {

Scored of_key(std::string_view key, double expected) {
  Scored scored = alert();
  scored.key = key;
  scored.where = "terminal=7";
  scored.expected = expected;
  return scored;
}

NewRow with_keys(LocalSeconds time, std::string_view status, std::uint64_t hash, std::string_view keys) {
  NewRow row{time, status, 5, hash};
  row.keys = keys;
  return row;
}

// `alfa: denied above=30 in merchant=alfa`
std::vector<std::string> told(const std::string& path) {
  std::vector<std::string> rows;
  Reader(path).rows_of(always, [&](const ReadRow& row) {
    const Scored& scored = row.record.scored;
    std::string words = row.record.keys + ": " + row.record.status;
    if (scored.expected) words += " " + std::to_string(static_cast<int>(*scored.expected));
    if (!scored.key.empty()) words += " of " + scored.key + ", " + scored.where;
    rows.push_back(words + (row.open ? ", open" : ""));
  });
  return rows;
}

std::int64_t count(const std::string& path, const std::string& what) {
  return Connection(path, Access::read).integer("SELECT count(*) FROM " + what);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("store: rows with and without keys come back as they were, however many are stored at once") {
  for (const int rows : {1, 5, 17, 39}) {
    CAPTURE(rows);
    const TemporaryFolder folder;
    const std::string path = folder.file("pos.db");
    Store store(path, {"abc", "pos.model"});
    store.begin_file("a.csv");
    Words expected;
    for (int i = 0; i < rows; ++i) {
      const std::string name = "merchant=m" + std::to_string(i % 4);
      const bool has_keys = i % 3 != 0;
      const bool alerts = i % 5 == 1;
      store.add(with_keys(ten_o_clock + i, "denied", static_cast<std::uint64_t>(i), has_keys ? name : ""),
                alerts ? of_key(name, i) : approve());
      expected.push_back((has_keys ? name : "") + ": denied" +
                         (alerts ? " " + std::to_string(i) + " of " + name + ", terminal=7" : ""));
    }
    store.commit("state");
    CHECK(told(path) == expected);
    store.begin_file("b.csv");
    for (int i = 0; i < rows; ++i) {
      const StoredRow* found = store.find(ten_o_clock + i, static_cast<std::uint64_t>(i));
      REQUIRE(found != nullptr);
      CHECK(found->record.keys.empty() == (i % 3 == 0));
    }
  }
}

TEST_CASE("store: the first place of a history comes with a decision, and is seen by who has read before") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  Reader reader(path);
  store.begin_file("a.csv");
  NewRow open{ten_o_clock, "denied", 5, 1};
  open.open = true;
  store.add(open, approve());
  store.commit("state");
  const auto place = [&] {
    std::string found;
    reader.rows_of(always, [&](const ReadRow& row) { found = row.record.scored.where; });
    return found;
  };
  CHECK(place().empty());
  Scored scored = alert();
  scored.where = "bin=4";
  store.decide(unseen(store)[0].id, scored, Store::Finality::final);
  store.commit("state");
  CHECK(place() == "bin=4");
  store.begin_file("b.csv");
  CHECK(store.find(ten_o_clock, 1)->record.scored.where == "bin=4");
}

TEST_CASE("store: silences of two keys in one minute are two") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  for (int again = 0; again < 2; ++again) {
    for (const char* key : {"merchant=a", "merchant=b"}) {
      NewRow row = with_keys(ten_o_clock, "approved", 1, key);
      row.made_up = true;
      store.add(row, of_key(key, 9));
    }
    store.commit("state");
  }
  CHECK(told(path) ==
        Words{"merchant=a: approved 9 of merchant=a, terminal=7", "merchant=b: approved 9 of merchant=b, terminal=7"});
}

TEST_CASE("store: the decision on a minute goes to rows of a key, and the whole's to the others") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  const auto post = [&](std::string_view status, std::string_view keys) {
    NewRow row = with_keys(ten_o_clock, status, 1, keys);
    row.open = true;
    store.add(row, approve());
  };
  post("denied", "merchant=a\tacquirer=x");
  post("denied", "merchant=aa\tacquirer=x");
  post("denied", "");
  post("failed", "merchant=a");
  post("failed", "merchant=b");
  store.commit({});
  Scored whole = approve();
  whole.expected = 100;
  Scored rest = approve();
  rest.expected = 1;
  // Row 1 has two decisions, and the later one; of `failed` the whole says nothing.
  const std::vector<StatusDecision> decisions = {{"denied", of_key("acquirer=x", 20), "acquirer=x"},
                                                 {"denied", whole},
                                                 {"denied", of_key("merchant=a", 10), "merchant=a"},
                                                 {"failed", of_key("merchant=a", 5), "merchant=a"}};
  const Period minute{ten_o_clock, ten_o_clock + 60};
  const auto rows = [](std::string_view failed, const std::string& open) {
    const auto of = [](std::string_view key) { return " of " + std::string(key) + ", terminal=7"; };
    return Words{"merchant=a\tacquirer=x: denied 10" + of("merchant=a") + open,
                 "merchant=aa\tacquirer=x: denied 20" + of("acquirer=x") + open, ": denied 100" + open,
                 "merchant=a: failed 5" + of("merchant=a") + open, "merchant=b: failed" + std::string(failed) + open};
  };
  store.decide(minute, decisions, rest, Store::Finality::for_now);
  store.commit({});
  CHECK(told(path) == rows("", ", open"));
  // A key that alerts no more gives its rows back to the whole.
  store.decide(minute, std::vector<StatusDecision>{{"denied", whole}}, rest, Store::Finality::for_now);
  store.commit({});
  CHECK(told(path)[0] == "merchant=a\tacquirer=x: denied 100, open");
  store.decide(minute, decisions, rest, Store::Finality::final);
  store.commit({});
  CHECK(told(path) == rows(" 1", ""));
}

TEST_CASE("store: labels of open rows are there until the row is decided for good") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto labels = [](Store& store) {
    Words all;
    for (const StoredRow& row : unseen(store)) {
      if (row.record.open) all.push_back(row.open_labels);
    }
    return all;
  };
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  const auto post = [&](LocalSeconds time, bool open, std::string_view text) {
    NewRow row{time, "denied", 5, 1};
    row.open = open;
    row.open_labels = text;
    store.add(row, approve());
  };
  post(ten_o_clock, true, "a");
  post(ten_o_clock, false, "decided when it was stored");
  post(ten_o_clock, true, "");
  post(ten_o_clock + 60, true, "b");
  post(ten_o_clock + 120, true, "c");
  post(ten_o_clock + 180, true, "d");
  store.commit({});
  CHECK(count(path, "open_labels") == 4);
  CHECK(labels(store) == Words{"a", "", "b", "c", "d"});

  const Period minute{ten_o_clock, ten_o_clock + 60};
  store.decide(minute, {}, approve(), Store::Finality::for_now);
  const std::int64_t id_of_b = unseen(store)[2].id;
  store.decide(id_of_b, alert(), Store::Finality::for_now);
  store.commit({});
  CHECK(labels(store) == Words{"a", "", "b", "c", "d"});
  store.decide(minute, {}, approve(), Store::Finality::final);
  store.decide(id_of_b, alert(), Store::Finality::final);
  store.commit({});
  CHECK(labels(store) == Words{"c", "d"});
  CHECK(count(path, "open_labels") == 2);
  {
    Store next(path, {"def", "new.model"});  // whose monitor has seen the first of them
    next.take_over(ten_o_clock + 180);
    next.commit("state");
    CHECK(labels(next) == Words{"d"});
  }
  CHECK(count(path, "open_labels") == 1);
  store.settle_posts("pos-serve");
  CHECK(count(path, "open_labels") == 0);
}

TEST_CASE("store: pieces of a monitor's state are those of its model, and committed with it") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto names = [](Store& store) {
    Words all;
    for (const StatePiece& piece : store.models().pieces()) all.push_back(piece.name + " " + *piece.text);
    return all;
  };
  const std::string bytes("\0\xff", 2);
  Store store(path, {"abc", "pos.model"});
  store.commit("state", std::vector<StatePiece>{{"merchant=b", "1"}, {"merchant=a", bytes}, {"merchant=c", ""}});
  CHECK(names(store) == Words{"merchant=a " + bytes, "merchant=b 1", "merchant=c "});
  store.commit("state",
               std::vector<StatePiece>{{"merchant=b", "2"}, {"merchant=c", std::nullopt}, {"x", std::nullopt}});
  CHECK(names(store) == Words{"merchant=a " + bytes, "merchant=b 2"});
  CHECK(store.models().monitor_state() == "state");

  Store retrained(path, {"def", "new.model"});
  CHECK(names(retrained).empty());
  retrained.commit("state", std::vector<StatePiece>{{"merchant=a", "new"}});
  store.open_again({});  // the model begins where its file has it
  CHECK(names(store).empty());
  CHECK(names(retrained) == Words{"merchant=a new"});
  Store other(path, {"abc", "pos.model"}, "shop");
  CHECK(names(other).empty());
}

TEST_CASE("store: pieces of a commit that failed are not there") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied", 5, 1}, approve());
  Connection(path, Access::write)
      .execute("CREATE TRIGGER full BEFORE UPDATE OF monitor ON model BEGIN SELECT RAISE(ABORT, 'full'); END");
  CHECK_THROWS(store.commit("state", std::vector<StatePiece>{{"merchant=a", "1"}}));
  CHECK(store.models().pieces().empty());
}

TEST_CASE("store: pieces of a commit that had to wait come with the next state") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.set_patience(std::chrono::milliseconds(1));
  Connection other(path, Access::write);
  other.transaction([&] {
    CHECK_THROWS(store.commit("state", std::vector<StatePiece>{{"where/0", "old"}, {"merchant=a", "1"}}));
  });
  store.commit({});  // no state, which these would be of
  CHECK(store.models().pieces().empty());
  store.commit("state", std::vector<StatePiece>{{"merchant=a", "2"}});
  const auto pieces = store.models().pieces();
  REQUIRE(pieces.size() == 2);
  CHECK(*pieces[0].text == "2");
  CHECK(*pieces[1].text == "old");
}

TEST_CASE("reader: rows of one key, and which columns keys are of") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied", 1, 1}, approve());
  store.commit("state");
  CHECK_FALSE(Reader(path).has_keys());
  store.add(with_keys(ten_o_clock + 2, "denied", 2, "merchant=a\tacquirer=x"), of_key("acquirer=x", 1));
  store.add(with_keys(ten_o_clock + 1, "failed", 3, "merchant=a"), approve());
  store.add(with_keys(ten_o_clock + 3, "denied", 4, "merchant=aa"), approve());
  store.add(with_keys(ten_o_clock + 9, "denied", 5, "merchant=a"), approve());
  store.commit("state");
  Reader reader(path);
  CHECK(reader.has_keys());
  CHECK(reader.families() == Words{"acquirer", "merchant"});
  const auto rows = [&](std::string_view key) {
    Words all;
    reader.records({ten_o_clock, ten_o_clock + 9}, key,
                   [&](const Record& record) { all.push_back(record.status + " " + record.scored.key); });
    return all;
  };
  CHECK(rows("merchant=a") == Words{"failed ", "denied acquirer=x"});
  CHECK(rows("acquirer=x") == Words{"denied acquirer=x"});
  CHECK(rows("merchant").empty());
}

TEST_CASE("reader: a key is in the history as a whole or not at all; places are where they are looked for") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add(with_keys(ten_o_clock, "denied", 2, "merchant=ab\tacquirer=x"), approve());
  store.commit("state", std::vector<StatePiece>{{"keys", "1"}, {"wherever", "1"}});
  Reader reader(path);
  CHECK(reader.has_key("merchant=ab"));
  CHECK(reader.has_key("acquirer=x"));
  for (const std::string_view none : {"merchant=a", "merchant", "b", "", "merchant=ab\tacquirer=x\t"})
    CHECK_FALSE(reader.has_key(none));
  CHECK(reader.has_places());  // by a name that begins like theirs
  store.commit("state", std::vector<StatePiece>{{"wherever", std::nullopt}});
  CHECK_FALSE(Reader(path).has_places());
}

TEST_CASE("follower: a row comes with its keys, and with the key and the place of its decision") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  Follower follower(path);
  store.begin_file("a.csv");
  for (int i = 0; i < 99; ++i) store.add({ten_o_clock, "approved", i, static_cast<std::uint64_t>(i)}, approve());
  store.commit("state");
  CHECK_FALSE(follower.has_keys_or_places());
  CHECK_FALSE(follower.families());  // too few rows to say
  store.add(with_keys(ten_o_clock + 60, "denied", 100, "merchant=a\tacquirer=x"), of_key("merchant=a", 9));
  store.add({ten_o_clock + 120, "denied", 1, 101}, alert());
  store.commit("state");
  Words rows;
  std::optional<Cursor> cursor;
  static_cast<void>(follower.advance(cursor, ten_o_clock, [&](const Record& record) {
    if (record.status == "denied") rows.push_back(record.scored.key + "|" + record.scored.where + "|" + record.keys);
  }));
  CHECK(rows == Words{"merchant=a|terminal=7|merchant=a\tacquirer=x", "||"});
  CHECK(follower.has_keys_or_places());
  CHECK(follower.families() == Words{"acquirer", "merchant"});
}

TEST_CASE("cursor: records of one minute that differ but in their key are two") {
  Cursor cursor;
  Record record{ten_o_clock, "denied", 9, of_key("merchant=a", 1)};
  cursor.pass(record);
  Behind behind(cursor);
  record.scored.key = "merchant=b";
  CHECK_FALSE(behind.holds(record));
  record.scored.key = "merchant=a";
  CHECK(behind.holds(record));
}

TEST_CASE("prune: keys that no row has any more are gone, and whoever stores meanwhile has them anew") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add(with_keys(ten_o_clock, "denied", 1, "merchant=a"), approve());
  store.add(with_keys(ten_o_clock + 60, "denied", 2, "merchant=b"), approve());
  store.commit("state");
  CHECK(prune(path, ten_o_clock + 60).rows == 1);
  CHECK(count(path, "key_set WHERE name = 'merchant=b'") == 1);
  CHECK(count(path, "key_set") == 1);
  store.add(with_keys(ten_o_clock + 120, "denied", 3, "merchant=a"), approve());
  store.commit("state");
  CHECK(told(path) == Words{"merchant=b: denied", "merchant=a: denied"});
}
