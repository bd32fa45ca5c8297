// SPDX-License-Identifier: MIT
#include "pipeline/catch_up.hpp"

#include <doctest/doctest.h>

#include "pipeline/kept_rows.hpp"
#include "unit/pipeline/recording.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

std::vector<Input> between(const std::vector<Input>& rows, int from, int to) {
  std::vector<Input> some;
  std::ranges::copy_if(rows, std::back_inserter(some),
                       [&](const Input& row) { return row.minute >= from && row.minute < to; });
  return some;
}

std::ptrdiff_t count_made_up(const std::vector<std::string>& lines) {
  return std::ranges::count_if(lines, [](const auto& line) { return line.find("made up") != std::string::npos; });
}

}  // namespace

TEST_CASE("catch up: a model that takes a stream over knows what came, and decides the rest as the first would have") {
  const auto rows = bad_day();
  for (const int cut : {20, 35, 57, 65, 76, 80}) {
    CAPTURE(cut);
    const TemporaryFolder folder;
    for (const auto& [name, then] : {std::pair("one.db", "abc"), std::pair("two.db", "def")}) {
      run_on(folder.file(name), between(rows, 0, cut));
      run_on(folder.file(name), rows, "a.csv", then);
    }
    CHECK(stored(folder.file("two.db")) == stored(folder.file("one.db")));
  }
}

TEST_CASE("catch up: between two files nothing is known, and in one of them nothing came") {
  const auto rows = calm(0, 200, 31);
  const auto with_gap = [&] {
    auto some = between(rows, 0, 30);
    std::ranges::copy(between(rows, 50, 60), std::back_inserter(some));
    return some;
  }();
  const TemporaryFolder folder;
  const auto made_up_by_second_model = [&](const std::string& name) {
    run_on(folder.file(name), between(rows, 60, 62), "c.csv", "def");
    return count_made_up(stored(folder.file(name)));
  };
  run_on(folder.file("one.db"), with_gap);
  const auto told = count_made_up(stored(folder.file("one.db")));
  CHECK(told > 10);
  CHECK(made_up_by_second_model("one.db") == told);
  run_on(folder.file("two.db"), between(rows, 0, 30));
  run_on(folder.file("two.db"), between(rows, 50, 60), "b.csv");
  CHECK(made_up_by_second_model("two.db") == 0);
}

TEST_CASE("catch up: a model taking over says nothing of minutes that another has decided, but of those behind them") {
  const auto rows = calm(0, 60, 32);
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  run_on(path, between(rows, 0, 50));
  history::Store store(path, {"def", "new.model"});
  Lines nothing;
  Stream stream(trained(), {}, nothing);
  CatchUp unseen;
  int open = 0;
  unseen.run(store, stream, [&](const history::StoredRow& row) {
    CHECK(row.record.time == to_seconds(on_a_day(49)));
    stream.restore(pipeline::transaction_of(row.record, stream), {0, 0, row.id});
    ++open;
  });
  CHECK(open == 2);
  CHECK(unseen.newest() == to_seconds(on_a_day(49)));
  CHECK(stream.next_minute() == to_seconds(on_a_day(49)));
  CHECK_FALSE(unseen.is_decided(to_seconds(on_a_day(0)) - 60));
  CHECK(unseen.is_decided(to_seconds(on_a_day(0))));
  CHECK(unseen.is_decided(to_seconds(on_a_day(20))));
  CHECK(unseen.is_decided(to_seconds(on_a_day(48))));
  CHECK_FALSE(unseen.is_decided(to_seconds(on_a_day(49))));
  CHECK_FALSE(unseen.is_decided(to_seconds(on_a_day(50))));
}

TEST_CASE("catch up: open rows wait where the next file may have more of their minutes") {
  const auto rows = calm(0, 60, 33);
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  run_on(path, rows);
  history::Store store(path, {"abc", "pos.model"});
  Lines nothing;
  model::Model model = trained();
  model.monitor = model::Monitor::from_state(store.models().monitor_state());
  Stream stream(model, {}, nothing);
  CatchUp unseen;
  unseen.run_to_open(store, stream, [](const history::StoredRow&) { FAIL("handed over"); });
  REQUIRE(unseen.later().size() == 2);
  CHECK(unseen.later()[0].record.status == "approved");
  CHECK(unseen.later()[1].record.status == "denied");
}
