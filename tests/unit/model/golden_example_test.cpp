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

LocalTime time_of(const Cells& row) {
  static const read::TimeZone utc("UTC");
  return read::parse_time(row[0], utc).value();
}

Transaction transaction(const Cells& row) { return {time_of(row), row[1], std::stoll(row[2])}; }

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

std::vector<Told> train_and_score(const std::string& history_file, const std::string& day_file) {
  model::History history;
  history.begin_file();
  for (const Cells& row : read_table(history_file)) history.add(transaction(row));
  Verdicts verdicts;
  pipeline::Stream stream(model::train(history, {}).model, {}, verdicts);
  stream.start_file();
  for (const Cells& row : read_table(day_file)) stream.push(transaction(row), row[0], "");
  stream.finish();
  return verdicts.told;
}

}  // namespace

TEST_CASE("invariant 14: trained on the example week, the example day gives the reference's golden output") {
  const auto golden = read_table(POS_TEST_DATA "/monitor/example-day.csv");
  REQUIRE(golden.size() == 333);
  std::set<std::int64_t> kept;
  for (const Cells& row : golden) kept.insert(std::int64_t{time_of(row).day} * 1440 + time_of(row).minute_of_day());
  auto told = train_and_score(POS_EXAMPLE_DATA "/history.csv", POS_EXAMPLE_DATA "/day.csv");
  std::erase_if(told, [&](const Told& verdict) { return !kept.contains(verdict.minute); });
  check_equal(told, golden);
}
