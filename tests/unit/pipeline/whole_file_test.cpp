// SPDX-License-Identifier: MIT
#include "pipeline/whole_file.hpp"

#include <doctest/doctest.h>

#include <set>

#include "unit/pipeline/recording.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

std::vector<Input> in_no_order(std::vector<Input> rows) {
  model::Random random(41, 0);
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
  return rows;
}

// Gone over twice, as pos-score does.
void go_over(WholeFile& whole, Stream& stream, const std::vector<Input>& rows) {
  whole.begin();
  for (const Input& row : rows) whole.count({on_a_day(row.minute), row.status, row.count});
  whole.judge(
      stream, [](LocalSeconds) {}, [&] { stream.finish(); });
  for (const Input& row : rows)
    whole.show(stream, {bytes_of(row), on_a_day(row.minute), row.status, row.count, {}, false, Standing::judged});
  whole.end(text_of(rows.back().minute), on_a_day(rows.back().minute));
}

// Without how their time is written, which is like one row or another.
std::multiset<std::string> what_is_said(const std::vector<std::string>& lines) {
  std::multiset<std::string> said;
  for (const std::string& line : lines) {
    const auto made_up = line.find("made up") != std::string::npos;
    said.insert(made_up ? line.substr(line.find(' ', line.find('+'))) : line);
  }
  return said;
}

}  // namespace

TEST_CASE("whole file: in no order, each row gets the decision that it has in order of time") {
  auto rows = bad_day();
  rows.push_back({42, "denied", 20});  // a second row of a minute and status
  std::ranges::stable_sort(rows, {}, &Input::minute);
  Lines in_order;
  Stream by_time(trained(), {}, in_order);
  for (const Input& row : rows) by_time.push(transaction_of(row), text_of(row.minute), bytes_of(row));
  by_time.finish();

  Lines out;
  WholeFile whole(out);
  Stream stream(trained(), {}, whole);
  const auto mixed = in_no_order(rows);
  go_over(whole, stream, mixed);
  REQUIRE(out.lines.size() == in_order.lines.size());
  for (std::size_t i = 0; i < mixed.size(); ++i) CHECK(out.lines[i].starts_with(bytes_of(mixed[i]) + "|"));
  CHECK(what_is_said(out.lines) == what_is_said(in_order.lines));
}

TEST_CASE("whole file: the next file has nothing of the one before") {
  Lines out;
  WholeFile whole(out);
  Stream stream(trained(), {}, whole);
  go_over(whole, stream, bad_day());
  const std::size_t before = out.lines.size();
  REQUIRE(stream.newest());
  CHECK(to_seconds(*stream.newest()) == to_seconds(on_a_day(89)));
  stream.start_file();
  const auto next = calm(95, 100, 42);
  go_over(whole, stream, next);
  REQUIRE(out.lines.size() == before + next.size());
  whole.begin();
  CHECK_FALSE(whole.span());
  whole.count({on_a_day(102), "denied", 1});
  whole.count({on_a_day(101), "denied", 1});
  REQUIRE(whole.span());
  CHECK(to_seconds(whole.span()->first) == to_seconds(on_a_day(101)));
  CHECK(to_seconds(whole.span()->second) == to_seconds(on_a_day(102)));
}

TEST_CASE("whole file: rows of minutes that the stream has decided are late") {
  Lines out;
  WholeFile whole(out);
  Stream stream(trained(), {}, whole);
  for (const Input& row : calm(0, 30, 43)) stream.push(transaction_of(row), text_of(row.minute), bytes_of(row));
  stream.finish();
  const std::size_t before = out.standings.size();
  CHECK(before == 60);
  stream.continue_file();
  go_over(whole, stream, {{10, "denied", 50}, {30, "denied", 3}, {30, "approved", 30}});
  REQUIRE(out.standings.size() == before + 3);
  CHECK(out.standings[before] == Standing::late);
  CHECK_FALSE(out.scored[before].expected);
  CHECK(out.standings[before + 1] == Standing::judged);
  CHECK(out.scored[before + 1].expected);
}

TEST_CASE("whole file: what is silent is told before the rows of a later minute, once, at its time") {
  Lines out;
  WholeFile whole(out);
  Stream stream(trained(), {}, whole);
  const auto rows = calm(0, 30, 44);
  whole.begin();
  for (const Input& row : rows) whole.count({on_a_day(row.minute), row.status, row.count});
  for (const Input& row : calm(40, 42, 45)) whole.count({on_a_day(row.minute), row.status, row.count});
  std::vector<LocalSeconds> minutes;
  whole.judge(
      stream, [&](LocalSeconds minute) { minutes.push_back(minute); }, [&] { stream.finish_for_now(); });
  CHECK(minutes.size() == 32);
  CHECK(minutes.front() == to_seconds(on_a_day(0)));
  CHECK(out.lines.empty());
  whole.tell_until(on_a_day(30), "00:29", on_a_day(29));
  CHECK(out.lines.empty());
  whole.tell_until(on_a_day(32), "00:29", on_a_day(29));
  CHECK(out.made_up.size() >= 2);
  CHECK(out.lines.front().starts_with("00:29 +1 approved made up|"));
  CHECK(to_seconds(out.made_up.back()) == to_seconds(on_a_day(31)));
  const std::size_t told = out.made_up.size();
  whole.tell_until(on_a_day(32), "00:29", on_a_day(29));
  CHECK(out.made_up.size() == told);
  whole.show(stream, {"r", on_a_day(40), "denied", 3, {}, false, Standing::judged});
  whole.show(stream, {"r", on_a_day(41), "denied", 3, {}, false, Standing::judged});
  whole.show(stream, {"r", on_a_day(41), "unheard of", 3, {}, false, Standing::judged});
  whole.show(stream, {"r", on_a_day(45), "denied", 3, {}, false, Standing::judged});
  CHECK(out.open == std::vector<bool>{false, true, false, false});
  CHECK(out.standings == std::vector<Standing>{Standing::judged, Standing::judged, Standing::late, Standing::late});
  whole.show(stream, {"r", on_a_day(41), "denied", 3, {}, false, Standing::not_believed});
  CHECK(out.standings.back() == Standing::not_believed);
  CHECK_FALSE(out.scored.back().expected);
  whole.end("00:41", on_a_day(41));
  CHECK(to_seconds(out.made_up.back()) == to_seconds(on_a_day(39)));
}

TEST_CASE("whole file: which row of a minute stands first decides nothing, of statuses that are new neither") {
  const auto state_after = [](const std::vector<Input>& rows) {
    Lines out;
    WholeFile whole(out);
    Stream stream(trained(), {}, whole);
    go_over(whole, stream, rows);
    return stream.monitor_state();
  };
  CHECK(state_after({{0, "b new", 3}, {0, "a new", 5}, {1, "a new", 5}}) ==
        state_after({{1, "a new", 5}, {0, "a new", 5}, {0, "b new", 3}}));
}
