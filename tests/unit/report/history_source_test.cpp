// SPDX-License-Identifier: MIT
#include "report/history_source.hpp"

#include <doctest/doctest.h>

#include <random>

#include "history/store.hpp"
#include "incident/replay.hpp"
#include "report/collect.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/incident/generated_day.hpp"

using namespace pos;
using namespace pos::report;
using incident::facts_of;

namespace {

constexpr LocalSeconds day_length = 86'400;

// Eight days of which every other one is quiet, stored as pos-score would.
std::vector<Record> stored_days(const std::string& path) {
  history::Store store(path, {"abc", "pos.model"});
  store.begin_file("days.csv");
  std::vector<Record> rows;
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) {
    for (Record row : incident::generated_day(static_cast<std::uint64_t>(i))) {
      row.time += i * day_length;
      if (i % 2 == 1) row.scored.decision = Decision::approve;
      store.add({row.time, row.status, row.count, ++number}, row.scored);
      rows.push_back(std::move(row));
    }
  }
  store.commit("state");
  return rows;
}

}  // namespace

TEST_CASE("history source: more was expected where rows are usual at this time of the day") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  history::Store store(path, {"abc", "pos.model"});
  store.begin_file("shop.csv");
  constexpr LocalSeconds open = 9 * 3600, close = 18 * 3600;
  std::uint64_t number = 0;
  const auto business = [&](std::int64_t day, LocalSeconds from, LocalSeconds to) {
    Scored scored;
    scored.expected = 5;
    for (LocalSeconds time = from; time < to; time += 60)
      store.add({day * day_length + time, "approved", 5, ++number}, scored);
  };
  for (std::int64_t day = 0; day < 10; ++day) {
    if (day % 7 != 6) business(day, open, close);  // on the seventh day it is closed
  }
  business(10, open, open + 3600);
  store.commit("state");
  history::Reader reader(path);
  HistorySource source(reader);
  const auto at = [&](std::int64_t day, LocalSeconds time) {
    const LocalSeconds now = day * day_length + time;
    return source.last_row({now - 600, now + 60}, now);
  };
  REQUIRE(at(10, open + 3600));
  CHECK(at(10, open + 3600)->age == 60);
  CHECK_FALSE(at(10, open + 3600)->overdue);
  CHECK(at(10, open + 3600 + 600)->overdue);
  CHECK_FALSE(at(10, close + 900)->overdue);
  CHECK_FALSE(at(11, open - 60)->overdue);
  CHECK_FALSE(at(11, open + 300)->overdue);  // of ten minutes, most
  CHECK(at(11, open + 420)->overdue);
  CHECK_FALSE(at(13, open + 900));  // over a day old, no live history
  CHECK_FALSE(source.last_row({0, 10 * day_length}, 11 * day_length));

  // Made up: somebody has looked, and told of silence.
  store.begin_file("shop.csv");
  store.add({10 * day_length + open + 3660, "approved", 0, 1, true}, {});
  store.commit("state");
  CHECK(at(10, open + 3600 + 120)->overdue);
}

TEST_CASE("history source: without earlier days the last hour says whether rows are usual") {
  for (const int step : {1, 4}) {
    const TemporaryFolder folder;
    const std::string path = folder.file("pos.db");
    history::Store store(path, {"abc", "pos.model"});
    store.begin_file("shop.csv");
    for (int minute = 0; minute < 120; minute += step)
      store.add({minute * 60, "approved", 5, static_cast<std::uint64_t>(minute)}, {});
    store.commit("state");
    history::Reader reader(path);
    HistorySource source(reader);
    CHECK(source.last_row({0, 8000}, 119 * 60 + 700)->overdue == (step == 1));
  }
}

TEST_CASE("history source: a report of any period has the incidents of the whole, from their begin") {
  const TemporaryFolder folder;
  const std::vector<Record> rows = stored_days(folder.file("pos.db"));
  history::Reader reader(folder.file("pos.db"));
  HistorySource source(reader);
  incident::Replay whole({});
  for (const Record& row : rows) whole.push(row);
  const std::vector<incident::Incident> all = whole.finish();
  REQUIRE(all.size() > 20);
  CHECK(facts_of(all_incidents(reader, {})) == facts_of(all));

  std::mt19937_64 random(3);
  for (int i = 0; i < 100; ++i) {
    const LocalSeconds begin = static_cast<LocalSeconds>(random() % (7 * day_length));
    const Period period{begin, begin + static_cast<LocalSeconds>(random() % day_length)};
    CAPTURE(period.begin);
    CAPTURE(period.end);
    const Report report =
        collect(source, {.period = period, .filter = {}, .keep = Keep::numbers, .rules = {}, .now = {}});
    // What the period's end cuts is known up to there alone.
    const auto is_whole = [&](const incident::Incident& one) { return one.last + 3600 < period.end; };
    std::vector<incident::Incident> wanted = all;
    std::erase_if(wanted, [&](const incident::Incident& one) {
      return one.last < minute_begin(period.begin) || one.first >= period.end;
    });
    REQUIRE(report.incidents.size() == wanted.size());
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      CHECK(report.incidents[k].id == wanted[k].id);
      CHECK(report.incidents[k].first == wanted[k].first);
      if (is_whole(wanted[k])) CHECK(facts_of({report.incidents[k]}) == facts_of({wanted[k]}));
    }
  }
  // Quiet days end the look back: a report of the last day reads a day or two.
  CHECK(source.quiet_before(7 * day_length, incident::Replay::quiet_minutes({})) >= 6 * day_length);
}
