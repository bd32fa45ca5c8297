// SPDX-License-Identifier: MIT
#include "pipeline/recorder.hpp"

#include <doctest/doctest.h>

#include "pipeline/whole_file.hpp"
#include "sqlite/connection.hpp"
#include "unit/pipeline/recording.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

std::vector<Input> first(const std::vector<Input>& rows, std::size_t count) {
  return {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<Input> behind(const std::vector<Input>& rows, std::size_t count) {
  return {rows.begin() + static_cast<std::ptrdiff_t>(count), rows.end()};
}

// What pos-score does with a file in no order; returns what it shows.
Lines go_over(const std::string& path, const std::vector<Input>& rows) {
  Lines shown;
  history::Store store(path, {"abc", "pos.model"});
  Recorder recorder(store, shown);
  WholeFile whole(recorder);
  recorder.open(trained(), {}, whole);
  whole.begin();
  recorder.begin_file("a.csv");
  bool has_stored = false;
  for (const Input& row : rows) {
    if (recorder.stored({on_a_day(row.minute), row.status, row.count}, bytes_of(row)) != nullptr) {
      has_stored = true;
    } else {
      whole.count({on_a_day(row.minute), row.status, row.count});
    }
  }
  recorder.begin_file("a.csv");
  if (has_stored) recorder.go_on();
  whole.judge(
      recorder.stream(), [&](LocalSeconds time) { recorder.restore_until(time); },
      [&] {
        recorder.restore_until(INT64_MAX);
        recorder.stream().finish_for_now();
      });
  std::int64_t line = 1;
  for (const Input& row : rows) {
    const std::string bytes = bytes_of(row);
    ++line;
    if (recorder.recall_row(transaction_of(row), bytes, bytes)) continue;
    whole.show(recorder.stream(),
               {bytes, on_a_day(row.minute), row.status, row.count, recorder.origin(line), false, Standing::judged});
  }
  const Input& last = rows.back();
  recorder.recall_until(std::nullopt, text_of(last.minute), on_a_day(last.minute));
  whole.end(text_of(last.minute), on_a_day(last.minute));
  recorder.commit();
  return shown;
}

}  // namespace

TEST_CASE("recorder: a file that grows from run to run leaves the history that one run leaves") {
  const TemporaryFolder folder;
  const auto rows = bad_day();
  run_on(folder.file("whole.db"), rows);
  const auto whole = stored(folder.file("whole.db"));
  CHECK(std::ranges::count_if(whole, [](const auto& line) { return line.find("made up") != std::string::npos; }) > 8);
  for (const std::size_t step : {1, 7, 40}) {
    CAPTURE(step);
    const std::string path = folder.file("by" + std::to_string(step) + ".db");
    for (std::size_t i = step == 1 ? 90 : step; i < rows.size(); i += step) run_on(path, first(rows, i));
    run_on(path, rows);
    CHECK(stored(path) == whole);
  }
}

TEST_CASE("recorder: files that go on where the last one ended leave the history that one file leaves") {
  const TemporaryFolder folder;
  const auto rows = calm(0, 60, 22);
  run_on(folder.file("whole.db"), rows);
  for (const std::size_t cut : {60, 61, 100}) {
    CAPTURE(cut);
    const std::string path = folder.file("cut" + std::to_string(cut) + ".db");
    run_on(path, first(rows, cut));
    run_on(path, behind(rows, cut), "b.csv");
    CHECK(stored(path) == stored(folder.file("whole.db")));
  }
}

TEST_CASE("recorder: a file that is read again shows what it did, in its place, and changes nothing") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto rows = bad_day();
  Lines shown;
  {
    Recording run(path);
    run.read(rows);
    run.end();
    shown = run.shown;
  }
  const auto before = stored(path);
  Recording again(path);
  again.read(rows);
  again.end();
  REQUIRE(again.shown.lines.size() == shown.lines.size());
  for (std::size_t i = 0; i < shown.lines.size(); ++i) CHECK(again.shown.lines[i] == shown.lines[i]);
  CHECK(std::ranges::equal(again.shown.made_up, shown.made_up,
                           [](const LocalTime& a, const LocalTime& b) { return to_seconds(a) == to_seconds(b); }));
  CHECK(stored(path) == before);
}

TEST_CASE("recorder: rows that are shown again are explained again") {
  const TemporaryFolder folder;
  Settings settings;
  settings.explain = true;
  for (const bool again : {false, true}) {
    CAPTURE(again);
    Recording run(folder.file("pos.db"), settings);
    run.read(bad_day());
    run.end();
    CHECK(run.shown.scored.size() > bad_day().size());
    CHECK(std::ranges::all_of(run.shown.scored, [](const Scored& scored) { return scored.explanation.has_value(); }));
  }
}

TEST_CASE("recorder: where nothing is new, a commit writes nothing") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Recording run(path);
  run.read(calm(0, 10, 23));
  run.recorder.commit();
  sqlite::Connection other(path, sqlite::Access::read);
  const std::int64_t version = other.integer("PRAGMA data_version");
  run.recorder.commit();
  CHECK(other.integer("PRAGMA data_version") == version);
  run.recorder.push({on_a_day(10), "approved", 30}, "00:10", "x", 1);
  CHECK(run.recorder.waiting() > 0);
  run.recorder.commit();
  CHECK(other.integer("PRAGMA data_version") != version);
}

TEST_CASE("recorder: a policy without a monitor decides each row as it comes, and leaves no state") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Settings settings;
  settings.policy = Policy::seed;
  Recording run(path, settings);
  run.read({{0, "approved", 30}, {0, "denied", 3}});
  CHECK(run.shown.lines.size() == 2);
  run.recorder.commit();
  CHECK(run.store.models().monitor_state().empty());
  const auto lines = stored(path);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].find("rule") == std::string::npos);
  CHECK(lines[1].ends_with("alert rule: denied"));
}

TEST_CASE("recorder: rows of a minute that is not over are shown once, and stored with their decision") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  auto rows = calm(0, 61, 24);
  rows.back().count = 40;  // denied
  run_on(path, first(rows, rows.size() - 1));
  Recording next(path);
  CHECK(next.recorder.stream().next_minute() == to_seconds(on_a_day(60)));
  next.read({rows.back(), {61, "approved", 30}, {61, "denied", 3}}, "b.csv");
  REQUIRE(next.shown.lines.size() == 1);
  CHECK(next.shown.lines[0].starts_with("01:00,denied,40|"));
  CHECK(next.shown.scored[0].decision == Decision::alert);
  next.end();
  const auto lines = stored(path);
  CHECK(std::ranges::count_if(lines, [](const auto& line) { return line.find(" open") != std::string::npos; }) == 2);
  CHECK(lines[lines.size() - 4].find(" alert ") == std::string::npos);  // approved of 01:00, judged by both runs
  CHECK(lines[lines.size() - 4].find(" -1.000000 ") == std::string::npos);
}

TEST_CASE("recorder: rows that are judged again are shown by nobody, and have the decisions they had") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  run_on(path, bad_day());
  const auto before = stored(path);
  Recording again(path);
  again.store.open_again({});
  CHECK(stored(path) != before);
  again.recorder.open(trained(), {});
  again.recorder.settle_stored([&] { again.recorder.stream().finish_for_now(); });
  again.recorder.commit();
  CHECK(again.shown.lines.empty());
  CHECK(stored(path) == before);
}

TEST_CASE("recorder: a file in no order leaves the history that it leaves in order, also when it grew meanwhile") {
  const TemporaryFolder folder;
  const auto rows = bad_day();
  run_on(folder.file("in-order.db"), rows);
  auto mixed = rows;
  std::ranges::reverse(mixed);
  const std::string path = folder.file("mixed.db");
  const Lines shown = go_over(path, mixed);
  CHECK(stored(path) == stored(folder.file("in-order.db")));
  const Lines again = go_over(path, mixed);
  CHECK(again.lines == shown.lines);
  CHECK(stored(path) == stored(folder.file("in-order.db")));

  const std::string grown = folder.file("grown.db");
  auto some = first(rows, 90);
  std::ranges::reverse(some);
  go_over(grown, some);
  go_over(grown, mixed);
  CHECK(stored(grown) == stored(folder.file("in-order.db")));
}
