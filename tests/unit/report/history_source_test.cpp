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
