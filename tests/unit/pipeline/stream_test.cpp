// SPDX-License-Identifier: MIT
#include "pipeline/stream.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <vector>

#include "unit/pipeline/calm_shop.hpp"

using namespace pos;
using namespace pos::pipeline;

namespace {

bool push(Stream& stream, const Input& row) {
  const std::string time = text_of(row.minute);
  return stream.push({clock_of(row.minute), row.status, row.count}, time,
                     fmt::format("{},{},{}", time, row.status, row.count));
}

std::vector<std::string> run(const std::vector<Input>& rows, const Settings& settings = {}) {
  Lines out;
  Stream stream(trained(), settings, out);
  for (const Input& row : rows) push(stream, row);
  stream.finish();
  return out.lines;
}

}  // namespace

TEST_CASE("stream: every row comes out once, in its order, with what was expected of its minute") {
  const auto rows = calm(0, 120, 2);
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : rows) push(stream, row);
  CHECK(out.lines.size() == rows.size() - 2);  // the last minute is not over
  stream.finish();
  REQUIRE(out.lines.size() == rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(out.lines[i].starts_with(fmt::format("{},{},{}|", text_of(rows[i].minute), rows[i].status, rows[i].count)));
    CHECK(out.scored[i].decision == Decision::approve);
  }
  CHECK(*out.scored[100].expected == doctest::Approx(30).epsilon(0.1));
}

TEST_CASE("stream: a surge of denials alerts in its minute, and says what was expected") {
  auto rows = calm(0, 100, 3);
  for (Input& row : rows) {
    if (row.minute >= 60 && row.minute < 70 && row.status == "denied") row.count = 25;
  }
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : rows) push(stream, row);
  stream.finish();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool denied = rows[i].status == "denied";
    const bool alert = out.scored[i].decision == Decision::alert;
    if (rows[i].minute >= 60 && rows[i].minute < 70 && denied) CHECK(alert);
    // The 10 minute window may see it for 9 minutes more.
    if (rows[i].minute < 60 || rows[i].minute >= 79 || !denied) CHECK_FALSE(alert);
  }
  const Scored& first = out.scored[121];
  CHECK(first.severity == Severity::critical);
  CHECK(first.reason.starts_with("above: 25 in 1 min, 3."));
}

TEST_CASE("stream: rows of one minute and status are judged together") {
  auto whole = calm(0, 60, 4);
  whole[100].count = 30;
  std::vector<Input> split;
  for (const Input& row : whole) {
    split.push_back({row.minute, row.status, row.count / 2});
    split.push_back({row.minute, row.status, row.count - row.count / 2});
  }
  Lines one;
  Lines two;
  Stream a(trained(), {}, one);
  Stream b(trained(), {}, two);
  for (const Input& row : whole) push(a, row);
  for (const Input& row : split) push(b, row);
  a.finish();
  b.finish();
  REQUIRE(two.scored.size() == 2 * one.scored.size());
  for (std::size_t i = 0; i < two.scored.size(); ++i) {
    CHECK(two.scored[i].surprise == one.scored[i / 2].surprise);
    CHECK(two.scored[i].decision == one.scored[i / 2].decision);
  }
}

TEST_CASE("stream: silence makes up rows for those who should have come, unless told not to") {
  auto rows = calm(0, 60, 5);
  const auto after = calm(70, 90, 6);
  rows.insert(rows.end(), after.begin(), after.end());
  const auto lines = run(rows);
  REQUIRE(lines.size() > rows.size());
  CHECK(lines[120].starts_with("00:59 +1 approved made up|"));
  CHECK(lines[120].find("|no data since 01:00, ") != std::string::npos);
  Settings none;
  none.fill = Fill::none;
  CHECK(run(rows, none).size() == rows.size());
}

TEST_CASE("stream: a status that falls silent while others come is made up at their time") {
  auto rows = calm(0, 80, 7);
  std::erase_if(rows, [](const Input& row) { return row.minute >= 60 && row.status == "approved"; });
  const auto lines = run(rows);
  const auto is_made_up = [](const std::string& line) { return line.starts_with("01:00 +0 approved made up|"); };
  CHECK(std::count_if(lines.begin(), lines.end(), is_made_up) == 1);
}

TEST_CASE("stream: on a live pipe the clock closes minutes, and silence is told while it lasts") {
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : calm(0, 60, 8)) push(stream, row);
  CHECK(out.lines.size() == 118);
  CHECK(stream.pass_time(clock_of(60)));
  CHECK(out.lines.size() == 120);  // 00:59 is over
  CHECK(stream.pass_time(clock_of(60)));
  CHECK(out.lines.size() == 120);  // nothing new
  CHECK(stream.pass_time(clock_of(61)));
  REQUIRE(out.lines.size() == 121);
  CHECK(out.lines.back().starts_with("00:59 +1 approved made up|"));
  CHECK_FALSE(stream.pass_time(clock_of(300)));  // hours ahead: no live stream
  CHECK(out.lines.size() == 121);
}

TEST_CASE("stream: a late row passes unjudged and changes nothing else") {
  const auto rows = calm(0, 60, 9);
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : rows) push(stream, row);
  push(stream, {50, "denied", 400});
  CHECK(out.standings.back() == Standing::late);
  CHECK(out.lines.back().starts_with("00:50,denied,400|"));
  CHECK_FALSE(out.scored.back().expected.has_value());
  CHECK(out.scored.back().decision == Decision::approve);
}

TEST_CASE("stream: told to stop, it lets rows of open minutes go unjudged") {
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : calm(0, 60, 14)) push(stream, row);
  push(stream, {60, "approved", 2});  // the minute has hardly begun
  stream.release();
  CHECK(out.lines.back().starts_with("01:00,approved,2|"));
  CHECK_FALSE(out.scored.back().expected.has_value());
  CHECK(out.scored.back().decision == Decision::approve);
}

TEST_CASE("stream: cut at any minute and gone on with through a saved model, the bytes are the same") {
  auto rows = calm(0, 180, 10);
  for (Input& row : rows) {
    if (row.minute >= 90 && row.minute < 110 && row.status == "denied") row.count = 20;
  }
  const auto whole = run(rows);
  for (const int cut : {1, 39, 60, 91, 95, 100, 109, 115, 125, 179}) {
    CAPTURE(cut);
    Lines out;
    Stream first(trained(), {}, out);
    std::size_t i = 0;
    for (; rows[i].minute < cut; ++i) push(first, rows[i]);
    first.finish();
    const model::Model saved = model::parse_model(model::to_text(first.snapshot()), "saved");
    Stream second(saved, {}, out);
    for (; i < rows.size(); ++i) push(second, rows[i]);
    second.finish();
    REQUIRE(out.lines == whole);
  }
}

TEST_CASE("stream: a file from before the history ends is judged as if it came after") {
  model::History history;
  history.begin_file();
  const auto dated = [](const Input& row) { return LocalTime{20'000 + row.minute / 1440, row.minute % 1440 * 60}; };
  const auto days = calm(0, 3 * 1440, 11);
  for (const Input& row : days) history.add({dated(row), row.status, row.count});
  Lines out;
  Stream stream(model::train(history, {}).model, {}, out);
  for (const Input& row : days) {
    if (row.minute >= 1440) break;
    stream.push({dated(row), row.status, row.count}, "t", "c");
  }
  CHECK(stream.replays());
  stream.finish();
  CHECK(out.scored.size() == 2880);
  for (const Scored& scored : out.scored) REQUIRE(scored.expected.has_value());
}

TEST_CASE("stream: finished for now, the state is as before the last minute, and its rows are decided as they stand") {
  const auto rows = calm(0, 60, 13);
  Lines first_out;
  Stream first(trained(), {}, first_out);
  Lines whole_out;
  Stream whole(trained(), {}, whole_out);
  for (const Input& row : rows) {
    push(whole, row);
    if (row.minute < 59 || row.status == "approved") push(first, row);  // cut in the middle of the last minute
  }
  first.finish_for_now();
  CHECK(first_out.scored.back().expected.has_value());

  model::Model saved = trained();
  saved.monitor = model::Monitor::from_state(first.monitor_state());
  Lines second_out;
  Stream second(saved, {}, second_out);
  second.continue_file(clock_of(58), text_of(58));
  for (std::size_t i = rows.size() - 2; i < rows.size(); ++i) push(second, rows[i]);
  second.finish();
  whole.finish();
  CHECK(second_out.lines == std::vector<std::string>(whole_out.lines.end() - 2, whole_out.lines.end()));
}

namespace {

// Minutes up to that one are over.
Settings by_clock(int minute) {
  Settings settings;
  settings.over_until = on_a_day(minute);
  return settings;
}

void push_dated(Stream& stream, const std::vector<Input>& rows) {
  for (const Input& row : rows)
    stream.push({on_a_day(row.minute), row.status, row.count}, text_of(row.minute), text_of(row.minute));
}

// The first minute that the next run decides.
std::optional<LocalSeconds> goes_on_from(const Stream& stream) {
  model::Model saved = trained();
  saved.monitor = model::Monitor::from_state(stream.monitor_state());
  Lines nothing;
  return Stream(saved, {}, nothing).next_minute();
}

std::ptrdiff_t made_up(const Lines& out) {
  return std::ranges::count_if(out.lines, [](const auto& line) { return line.find("made up") != std::string::npos; });
}

}  // namespace

TEST_CASE("stream: up to the clock, silence is told and for good") {
  Lines out;
  Stream stream(trained(), by_clock(65), out);
  push_dated(stream, calm(0, 60, 15));
  stream.finish_by_clock();
  CHECK(made_up(out) == 5);
  CHECK(out.lines.size() == 125);
  CHECK(out.lines[120].starts_with("00:59 +1 approved made up|"));
  CHECK(goes_on_from(stream) == to_seconds(on_a_day(65)));
}

TEST_CASE("stream: minutes that are not over by the clock are judged for now, and nothing falls in them") {
  Lines out;
  Stream stream(trained(), by_clock(60), out);
  push_dated(stream, calm(0, 60, 15));
  push_dated(stream, {{60, "approved", 2}, {61, "approved", 1}, {62, "denied", 50}});  // one terminal's clock is ahead
  stream.finish_by_clock();
  REQUIRE(out.lines.size() == 123);
  CHECK(out.scored[120].expected.has_value());
  CHECK(out.scored[120].decision == Decision::approve);
  CHECK(out.scored[121].decision == Decision::approve);
  CHECK(out.scored[122].decision == Decision::alert);  // a rise is one already
  CHECK(goes_on_from(stream) == to_seconds(on_a_day(60)));
}

TEST_CASE("stream: up to the clock, a file that begins near where the stream stands goes on from there") {
  for (const auto& one : {std::pair(63, 3), std::pair(65, 5), std::pair(66, 0), std::pair(70, 0)}) {
    const int begin = one.first;
    CAPTURE(begin);
    Lines out;
    Stream stream(trained(), by_clock(80), out);
    push_dated(stream, calm(0, 60, 16));
    stream.finish();
    stream.start_file();
    push_dated(stream, calm(begin, 80, 17));
    stream.finish_by_clock();
    CHECK(made_up(out) == one.second);
  }
}

TEST_CASE("stream: where nothing was heard of, the clock makes up nothing") {
  Lines out;
  Stream stream(trained(), by_clock(60), out);
  CHECK_FALSE(stream.stands_at());
  stream.finish_by_clock();
  CHECK(out.lines.empty());
}

TEST_CASE("stream: of days of silence up to the clock the last one is told") {
  const auto lines = [](int days) {
    Lines out;
    Stream stream(trained(), by_clock(60 + days * 1440), out);
    push_dated(stream, calm(0, 60, 18));
    stream.finish_by_clock();
    return out.lines.size();
  };
  CHECK(lines(5) == lines(2));
  CHECK(lines(5) > 120);
}

TEST_CASE("stream: a model without a monitor starts cold, and is silent for 40 minutes") {
  model::Model bare = trained();
  bare.monitor.reset();
  Lines out;
  Stream stream(bare, {}, out);
  auto rows = calm(0, 80, 12);
  for (Input& row : rows) {
    if ((row.minute == 30 || row.minute == 60) && row.status == "denied") row.count = 60;
  }
  for (const Input& row : rows) push(stream, row);
  stream.finish();
  CHECK(out.scored[61].decision == Decision::approve);
  CHECK(out.scored[121].decision == Decision::alert);
}

TEST_CASE("stream: the budget may be changed after training") {
  Settings strict;
  strict.budget = 1e-6;
  auto rows = calm(0, 60, 13);
  rows[101].count = 14;  // 50 minutes in, denied: unusual, not unheard of
  const auto alerts = [](const std::vector<std::string>& lines) {
    return std::count_if(lines.begin(), lines.end(),
                         [](const std::string& line) { return line.find("above") != std::string::npos; });
  };
  CHECK(alerts(run(rows)) == 1);
  CHECK(alerts(run(rows, strict)) == 0);
}

TEST_CASE("stream: what was decided elsewhere is learned without a word, and its time is believed") {
  Lines out;
  Stream stream(trained(), {}, out);
  for (const Input& row : calm(0, 30, 19)) stream.learn({on_a_day(row.minute), row.status, row.count});
  CHECK(out.lines.empty());
  CHECK(stream.next_minute() == to_seconds(on_a_day(29)));
  REQUIRE(stream.newest());
  CHECK(to_seconds(*stream.newest()) == to_seconds(on_a_day(29)));
}
