// SPDX-License-Identifier: MIT
#include "history/judge_again.hpp"

#include <doctest/doctest.h>

#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;

TEST_CASE("judge again: rows without a decision are those stored for good, from a time on, by this model") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied", 1, 1}, alert());
  NewRow open{ten_o_clock + 60, "denied", 2, 2};
  open.open = true;
  store.add(open, approve());
  store.add({ten_o_clock + 60, "approved", 0, 3, true}, approve());  // made up
  store.commit("state");
  CHECK_FALSE(store.holds_unjudged(ten_o_clock));
  store.begin_file("b.csv");
  store.add({ten_o_clock + 30, "denied", 4, 4}, approve());
  store.commit("state");
  CHECK(store.holds_unjudged(ten_o_clock + 30));
  CHECK_FALSE(store.holds_unjudged(ten_o_clock + 31));
  CHECK_FALSE(Store(path, {"def", "new.model"}).holds_unjudged(ten_o_clock));
}

TEST_CASE(
    "judge again: what was judged, and what was to be, is open; what was made up is gone; the monitor begins anew") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store other(path, {"def", "old.model"});
    other.begin_file("z.csv");
    other.add({ten_o_clock - 600, "denied", 1, 9}, alert());
    other.add({ten_o_clock - 600, "approved", 0, 10, true}, alert());
    other.commit("of another model");
  }
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock, "denied", 1, 1}, alert());
  store.add({ten_o_clock, "failed", 2, 2}, approve());
  store.add({ten_o_clock, "reversed", 3, 3}, approve());
  store.add({ten_o_clock, "approved", 0, 4, true}, alert());
  store.commit("state");
  std::int64_t late = 0;
  Reader(path).rows_of(always, [&](const ReadRow& row) {
    if (row.record.status == "failed") late = row.id;
  });
  store.add({ten_o_clock + 60, "denied", 5, 5}, alert());  // waits, and is committed first
  store.open_again(std::vector<std::int64_t>{late});
  std::vector<std::string> rows;
  Reader(path).rows_of(always, [&](const ReadRow& row) {
    rows.push_back(row.record.status + (row.open ? " open" : "") + (row.record.made_up ? " made up" : ""));
  });
  CHECK(rows == std::vector<std::string>{"denied", "approved made up", "denied open", "failed open", "reversed",
                                         "denied open"});
  CHECK(store.models().monitor_state().empty());
  CHECK(Store(path, {"def", "old.model"}).models().monitor_state() == "of another model");
}
