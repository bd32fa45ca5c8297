// SPDX-License-Identifier: MIT
// The whole way of the example data, from files to verdicts, against what the reference says of it:
// tests/data/monitor/README.md tells which rows are kept, and how they were made.
#include <doctest/doctest.h>

#include <set>

#include "model/training.hpp"
#include "pipeline/stream.hpp"
#include "read/fields.hpp"
#include "unit/model/monitor/golden.hpp"

using namespace pos;
using namespace pos::model::test;

namespace {

LocalTime time_of(const GoldenRow& row) {
  static const read::TimeZone utc("UTC");
  return read::parse_time(row[0], utc).value();
}

std::vector<Transaction> read_rows(const std::vector<GoldenRow>& table) {
  std::vector<Transaction> rows;  // with names that live in the table
  for (const GoldenRow& row : table) rows.push_back({time_of(row), row[1], std::stoll(row[2])});
  return rows;
}

// As tests/data/monitor/as-a-shop does, which has the words.
std::vector<Transaction> as_a_shop(int weeks, std::vector<Transaction> rows) {
  constexpr std::int32_t monday_of_incidents = 20521;  // 2026-03-09
  std::erase_if(rows, [](const Transaction& row) {
    const int weekday = (row.time.day + 3) % 7;  // Monday: 0
    const bool incidents = row.time.day == monday_of_incidents;
    const int minute = row.time.minute_of_day();
    const int opens = weekday == 0 && !incidents ? 11 * 60 : 9 * 60;
    const bool silent = incidents && minute >= 13 * 60 + 30 && minute < 16 * 60 + 53;
    return weekday == 6 || minute < opens || minute >= 21 * 60 || silent;
  });
  for (Transaction& row : rows) row.time.day += 7 * weeks;
  return rows;
}

// All that is said of each minute.
class Verdicts final : public pipeline::Sink {
 public:
  void row(const pipeline::Decided&, const Scored&) override {}
  void silence(const pipeline::Silence&, const Scored&) override {}
  void minute(const pipeline::JudgedMinute& minute) override {
    for (const model::Verdict& v : minute.verdicts)
      told.push_back(
          {minute.minute, std::string(v.status), static_cast<double>(v.count), v.expected, v.score, v.alert});
  }
  std::vector<Told> told;
};

std::vector<Told> train_and_score(const std::vector<Transaction>& past, const std::vector<Transaction>& day) {
  model::History history;
  history.begin_file();
  for (const Transaction& row : past) history.add(row);
  Verdicts verdicts;
  pipeline::Stream stream(model::train(history, {}).model, {}, verdicts);
  stream.start_file();
  for (const Transaction& row : day) stream.push(row, to_text(row.time), "");
  stream.finish();
  return verdicts.told;
}

// Of the minutes that the golden file keeps all has to be the same.
void check_kept(std::vector<Told> told, const std::vector<GoldenRow>& golden) {
  std::set<std::int64_t> kept;
  for (const GoldenRow& row : golden) kept.insert(minute_of(time_of(row)));
  std::erase_if(told, [&](const Told& verdict) { return !kept.contains(verdict.minute); });
  check_equal(told, golden);
}

}  // namespace

TEST_CASE("invariant 14: trained on the example week, the example day gives the reference's golden output") {
  const auto golden = read_table(POS_TEST_DATA "/monitor/example-day.csv");
  REQUIRE(golden.size() == 333);
  const auto history = read_table(POS_EXAMPLE_DATA "/history.csv");
  const auto day = read_table(POS_EXAMPLE_DATA "/day.csv");
  check_kept(train_and_score(read_rows(history), read_rows(day)), golden);
}

// Opening hours, weekdays, and three hours of silence: two weeks, and the Monday after them.
TEST_CASE("invariant 14: the example data as those of a shop give the reference's golden output") {
  const auto golden = read_table(POS_TEST_DATA "/monitor/shop-day.csv");
  REQUIRE(golden.size() == 209);
  const auto history = read_table(POS_EXAMPLE_DATA "/history.csv");
  const auto day = read_table(POS_EXAMPLE_DATA "/day.csv");
  auto weeks = as_a_shop(0, read_rows(history));
  for (const Transaction& row : as_a_shop(1, read_rows(history))) weeks.push_back(row);
  check_kept(train_and_score(weeks, as_a_shop(1, read_rows(day))), golden);
}
