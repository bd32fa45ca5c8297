// SPDX-License-Identifier: MIT
#include "serve/engine.hpp"

#include <doctest/doctest.h>

#include <map>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "unit/serve/posted_stream.hpp"

using namespace pos;
using namespace pos::test;
using pos::serve::BodyKind;
using pos::serve::Engine;
using pos::serve::Job;

namespace {

constexpr LocalSeconds midnight = 20'521LL * 86'400;  // 2026-03-09 00:00

// What pos-score's history has of the example's day.
const std::vector<std::string>& expected_day() {
  static const std::vector<std::string> rows = [] {
    const PostedStream stream;
    stream.score_file(example_day());
    return stream.rows();
  }();
  return rows;
}

// Posts a file in requests of `lines` rows each.
void post_in_pieces(PostedStream& stream, const std::string& csv, std::size_t lines) {
  const auto all = lines_of(csv);
  std::string piece;
  for (std::size_t i = 1; i < all.size(); ++i) {
    piece += all[i];
    if (i % lines != 0 && i + 1 < all.size()) continue;
    REQUIRE(stream.post_csv(piece).status == 200);
    piece.clear();
  }
}

// Of the incident of denials in the example's day.
std::string minutes_of_day(int from, int to) {
  std::string rows;
  for (const std::string& line : lines_of(example_day())) {
    if (!line.starts_with("2026")) continue;
    const int minute = std::stoi(line.substr(11, 2)) * 60 + std::stoi(line.substr(14, 2));
    if (minute >= from && minute < to) rows += line;
  }
  return rows;
}

}  // namespace

TEST_CASE("engine: a day posted at once leaves the history that pos-score leaves") {
  PostedStream stream;
  const Job job = stream.post(BodyKind::csv, example_day());
  CHECK(job.status == 200);
  CHECK(job.rows == 3543);
  CHECK(job.alerts > 10);
  stream.end();
  CHECK(stream.rows() == expected_day());
}

TEST_CASE("engine: cut anywhere, minutes too, it is the same history") {
  for (const std::size_t lines : {1U, 7U, 500U}) {
    CAPTURE(lines);
    PostedStream stream;
    post_in_pieces(stream, example_day(), lines);
    stream.end();
    CHECK(stream.rows() == expected_day());
  }
}

TEST_CASE("engine: killed and started again wherever, it goes on as if nothing had been") {
  const auto lines = lines_of(example_day());
  PostedStream stream;
  std::string piece;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    piece += lines[i];
    if (i % 97 != 0 && i + 1 < lines.size()) continue;
    REQUIRE(stream.post_csv(piece).status == 200);
    piece.clear();
    stream.start();
  }
  stream.end();
  CHECK(stream.rows() == expected_day());
}

TEST_CASE("engine: closed in the middle of a minute, the minute goes on") {
  const auto lines = lines_of(example_day());
  PostedStream stream;
  std::string begin;
  std::string end;
  for (std::size_t i = 1; i < lines.size(); ++i) (i < 1234 ? begin : end) += lines[i];
  stream.post_csv(begin);
  stream.engine->close(stream.now);
  stream.start();
  stream.post_csv(end);
  stream.end();
  CHECK(stream.rows() == expected_day());
}

TEST_CASE("engine: late rows and clocks without date are dealt with as pos-score does") {
  std::string csv = "time,status,count\n";
  std::multimap<int, std::string> by_minute;
  for (int minute = 23 * 60; minute < 25 * 60; ++minute) {
    const auto row = [&](int of, const char* status, int count) {
      const int clock = (of + 1440) % 1440;
      const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
      const std::string line =
          two(clock / 60) + ":" + two(clock % 60) + "," + status + "," + std::to_string(count) + "\n";
      csv += line;
      by_minute.emplace(of, line);
    };
    row(minute, "approved", 20 + minute % 3);
    if (minute % 10 == 3) row(minute - 2, "denied", 2);
    row(minute, "denied", minute > 24 * 60 + 10 && minute < 24 * 60 + 20 ? 40 : 1);
    if (minute % 2 == 1) row(minute - 1, "approved", 3);
  }
  PostedStream expected;
  expected.settings.date = 20'521;
  expected.score_file(csv);
  PostedStream stream;
  stream.settings.date = 20'521;
  post_in_pieces(stream, csv, 1);
  stream.end();
  CHECK(stream.rows() == expected.rows());

  // A body is whole: it is judged in order of time, and no row of it is late.
  std::string sorted = "time,status,count\n";
  for (const auto& [minute, line] : by_minute) sorted += line;
  PostedStream expected_sorted;
  expected_sorted.settings.date = 20'521;
  expected_sorted.score_file(sorted);
  PostedStream whole;
  whole.settings.date = 20'521;
  post_in_pieces(whole, csv, 1000);
  whole.end();
  CHECK(whole.rows() == expected_sorted.rows());

  PostedStream restarted;
  restarted.settings.date = 20'521;
  std::string piece;
  const auto lines = lines_of(csv);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    restarted.post_csv(lines[i]);
    if (i % 20 == 0) restarted.start();
  }
  restarted.end();
  CHECK(restarted.rows() == expected.rows());
}

TEST_CASE("engine: pos-score knows the rows that were posted") {
  PostedStream stream;
  post_in_pieces(stream, example_day(), 500);
  stream.end();
  stream.engine.reset();
  stream.score_file(example_day());
  CHECK(stream.rows() == expected_day());
}

TEST_CASE("engine: an open minute is judged with all that came for it, also in this call") {
  PostedStream stream;
  stream.post_csv(minutes_of_day(0, 10 * 60));
  const Job calm = stream.post_csv("2026-03-09 10:00,denied,1\n");
  CHECK(calm.alerts == 0);
  std::vector<Job> jobs(3);
  for (Job& job : jobs) {
    job.kind = BodyKind::json;
    job.body = R"({"time":"2026-03-09 10:00:30","status":"denied","count":30})";
  }
  stream.engine->score(jobs, stream.now);
  for (const Job& job : jobs) {
    CHECK(job.alerts == 1);
    CHECK(job.answer.find("\"recommendation\":\"look now (above: 91 in 1 min, ") != std::string::npos);
  }
  CHECK(stream.rows("id").back().find("above: 91 in 1 min, ") != std::string::npos);
  // The first row of the minute keeps what was said of it until the minute is over.
  const auto reason_of = [&](std::size_t from_end) { return stream.rows("id").rbegin()[static_cast<long>(from_end)]; };
  CHECK(reason_of(3).find("|Approve|") != std::string::npos);
  stream.post_csv("2026-03-09 10:01,approved,30\n");
  CHECK(reason_of(4).find("above: 91 in 1 min, ") != std::string::npos);
}

// The count of a minute that is not over is no fall yet.
TEST_CASE("engine: nothing is below normal in an open minute") {
  PostedStream stream;
  stream.now = {20'521, 600 * 60 + 1};
  stream.post_csv(minutes_of_day(0, 600));
  const auto has_fall = [&] {
    const auto rows = stream.rows();
    return std::any_of(rows.begin(), rows.end(),
                       [](const std::string& row) { return row.find("|below: ") != std::string::npos; });
  };
  REQUIRE_FALSE(has_fall());
  CHECK(stream.post_csv("2026-03-09 10:00:01,approved,1\n").alerts == 0);
  stream.engine->close(stream.now);
  CHECK_FALSE(has_fall());
  SUBCASE("until it is over") {
    stream.start();
    stream.engine->pass_time({20'521, 601 * 60 + 5});
    CHECK(has_fall());
  }
  SUBCASE("and may get enough rows yet") {
    stream.start();
    stream.post_csv("2026-03-09 10:00:50,approved,30\n2026-03-09 10:01,approved,30\n");
    CHECK_FALSE(has_fall());
  }
}

TEST_CASE("engine: a fall that lasts is told on in the open minute") {
  PostedStream stream;
  stream.post_csv(minutes_of_day(0, 600));
  for (int minute = 0; minute < 10; ++minute)
    stream.post_csv("2026-03-09 10:0" + std::to_string(minute) + ",approved,2\n");
  const Job job = stream.post_csv("2026-03-09 10:10,approved,1\n");
  CHECK(job.alerts == 1);
  CHECK(job.answer.find("below: ") != std::string::npos);
}

TEST_CASE("engine: old rows that come first after a restart are late, and the present is no leap") {
  PostedStream stream;
  stream.post_csv(minutes_of_day(0, 600));
  stream.start();
  const Job old = stream.post_csv("2026-03-09 08:00,denied,900\n");
  CHECK(old.status == 200);
  CHECK(old.alerts == 0);
  stream.post_csv("2026-03-09 15:00,approved,30\n2026-03-09 15:01,approved,30\n");
  const auto rows = stream.rows();
  CHECK(std::none_of(rows.begin(), rows.end(),
                     [](const std::string& row) { return row.find("no data since") != std::string::npos; }));
}

// Whoever begins to listen in the middle of a minute has a part of it.
TEST_CASE("engine: what a late row has taught is known after a restart") {
  const auto rows_of = [](const std::string& late, bool restarted) {
    PostedStream stream;
    stream.post_csv(minutes_of_day(600, 610));
    if (!late.empty()) stream.post_csv(late);
    if (restarted) stream.start();
    stream.post_csv(minutes_of_day(612, 613));
    stream.post_csv("2026-03-09 10:11:30,denied,3\n");
    stream.end();
    return stream.rows();
  };
  const auto is_judged = [](const std::vector<std::string>& rows) {
    const auto row =
        std::ranges::find_if(rows, [](const auto& text) { return text.starts_with("2026-03-09 10:11:30|"); });
    REQUIRE(row != rows.end());
    return row->find("|0||") == std::string::npos && row->find("|1||") == std::string::npos;  // alert|expected
  };
  const std::string late = "2026-03-09 10:07,refunded,1\n";  // such rows are waited for two minutes from then on
  const auto rows = rows_of(late, true);
  CHECK(rows == rows_of(late, false));
  CHECK(is_judged(rows));
  CHECK_FALSE(is_judged(rows_of("", true)));
}

TEST_CASE("engine: the minute a live stream begins in is no fall") {
  const auto falls = [](PostedStream& stream, std::int32_t now, std::string_view rows) {
    stream.now = {20'521, now};
    stream.post_csv(rows);
    stream.end();
    const auto stored = stream.rows();
    return std::count_if(stored.begin(), stored.end(),
                         [](const std::string& row) { return row.find("|below: ") != std::string::npos; });
  };
  const std::string_view part = "2026-03-09 14:00:50,approved,3\n2026-03-09 14:01:00,approved,44\n";
  const std::string_view high = "2026-03-09 14:00:50,denied,90\n2026-03-09 14:01:00,approved,44\n";
  PostedStream fresh;
  CHECK(falls(fresh, 14 * 3600 + 50, part) == 0);
  PostedStream recording;  // posted in the evening, it has all of it
  CHECK(falls(recording, 20 * 3600, part) == 1);
  PostedStream rise;
  falls(rise, 14 * 3600 + 50, high);
  const auto rows = rise.rows();
  CHECK(std::any_of(rows.begin(), rows.end(),
                    [](const std::string& row) { return row.find("|above: 90 in 1 min, ") != std::string::npos; }));
}

TEST_CASE("engine: one client with a wrong clock does not take the stream along") {
  PostedStream stream;
  stream.now = {20'521, 600 * 60};
  stream.post_csv(minutes_of_day(0, 600));
  for (const std::string_view wrong :
       {"2026-03-09 15:00,approved,30\n", "2027-01-01 10:00,approved,30\n", "9999-12-31 23:59,approved,30\n"}) {
    stream.post_csv(wrong);
  }
  CHECK(stream.engine->take_news().unjudged == 3);
  const Job right = stream.post_csv("2026-03-09 10:00,denied,60\n");
  CHECK(right.alerts == 1);
  CHECK(stream.engine->take_news().unjudged == 0);
}

TEST_CASE("engine: the clock decides minutes, and tells silence") {
  PostedStream stream;
  stream.now = {20'521, 600 * 60 - 30};
  stream.post_csv(minutes_of_day(0, 600));
  static_cast<void>(stream.engine->take_news());
  stream.engine->pass_time({20'521, 600 * 60 + 4});
  CHECK(stream.engine->take_news().decided.empty());  // five seconds of grace
  stream.engine->pass_time({20'521, 600 * 60 + 5});
  auto news = stream.engine->take_news();
  CHECK(news.decided == std::vector<LocalSeconds>{midnight + 599 * 60});
  CHECK(stream.engine->take_news().decided.empty());
  const auto last_id = news.last_id;
  CHECK(last_id == static_cast<std::int64_t>(stream.rows().size()));
  for (int minute = 601; minute < 606; ++minute) stream.engine->pass_time({20'521, minute * 60 + 5});
  news = stream.engine->take_news();
  CHECK(news.decided.size() == 5);
  CHECK(news.last_id > last_id);
  CHECK(stream.rows("id").back().find("no data since 10:00, ") != std::string::npos);
}

TEST_CASE("engine: a server that was away long is no outage of the shop") {
  for (const bool long_away : {false, true}) {
    PostedStream stream;
    stream.now = {20'521, 600 * 60};
    stream.post_csv(minutes_of_day(0, 600));
    stream.now.second_of_day += long_away ? 30 * 60 : 3 * 60;
    stream.start();
    stream.engine->pass_time({20'521, stream.now.second_of_day + 5});
    stream.post_csv("2026-03-09 10:31,approved,30\n");
    const auto rows = stream.rows();
    const bool told = std::any_of(rows.begin(), rows.end(),
                                  [](const std::string& row) { return row.find("no data") != std::string::npos; });
    CHECK(told != long_away);
  }
}

TEST_CASE("engine: after a commit that failed nothing of it counts, and the client may send it again") {
  PostedStream stream;
  const auto lines = lines_of(example_day());
  std::string piece;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    piece += lines[i];
    if (i % 301 != 0 && i + 1 < lines.size()) continue;
    if (stream.engine) {
      std::filesystem::rename(stream.settings.history, stream.settings.history + ".away");
      CHECK_THROWS_AS(stream.post_csv(piece), Error);
      std::filesystem::rename(stream.settings.history + ".away", stream.settings.history);
    }
    REQUIRE(stream.post_csv(piece).status == 200);
    piece.clear();
  }
  stream.end();
  CHECK(stream.rows() == expected_day());
}

TEST_CASE("engine: one program writes a model's stream") {
  PostedStream stream;
  stream.start();
  const read::TimeZone zone;
  CHECK_THROWS_AS(Engine(stream.settings, zone, stream.now), Error);
  try {
    const Engine second(stream.settings, zone, stream.now);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::unavailable);
  }
  stream.engine.reset();
  CHECK_NOTHROW(stream.start());
}

TEST_CASE("engine: the policies that need no minute decide each row at once") {
  PostedStream stream;
  stream.settings.scoring.policy = pipeline::Policy::seed;
  const Job job = stream.post_csv("2026-03-09 10:00,denied,1\n2026-03-09 10:00,approved,30\n");
  CHECK(job.alerts == 1);
  CHECK(job.answer.find(",,,,Alert,rule: denied,check (rule: denied),true\n") != std::string::npos);
  stream.end();
  CHECK(stream.rows().size() == 2);
}

TEST_CASE("engine: a clock without a date is today's, or yesterday's where it is far ahead") {
  PostedStream stream;
  stream.settings.scoring.policy = pipeline::Policy::forest;  // no silences
  stream.now = {20'521, 30 * 60};                             // half past midnight
  stream.post_csv("23:50,approved,1\n00:10,approved,2\n");
  stream.post_csv("01:20,approved,3\n");
  const auto rows = stream.rows("id");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].starts_with("2026-03-08 23:50:00|"));
  CHECK(rows[1].starts_with("2026-03-09 00:10:00|"));
  CHECK(rows[2].starts_with("2026-03-09 01:20:00|"));
}
