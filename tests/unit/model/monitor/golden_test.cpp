// SPDX-License-Identifier: MIT
// The monitor against what the reference (of docs/monitor.md) printed: for the example data, in tests/data, and
// for real data, which is not part of the repo: POS_REAL_DATA names the folder that holds transactions_1.csv;
// ../quality/golden-1.0 lies beside it.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "read/fields.hpp"

using namespace pos;
using namespace pos::model;

namespace {

using Cells = std::vector<std::string>;
const read::TimeZone utc("UTC");

std::vector<Cells> read_table(const std::string& path) {
  std::ifstream in(path);
  std::vector<Cells> rows;
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    Cells& cells = rows.emplace_back(1);
    for (const char c : line) {
      if (c == ',')
        cells.emplace_back();
      else if (c != '\r')
        cells.back() += c;
    }
  }
  return rows;
}

struct Told {
  std::int64_t minute;
  std::string status;
  double count, expected, score;
  bool alert;
};

// Feeds the rows of a file, and ends the input.
std::vector<Told> feed(Monitor& monitor, const std::vector<Cells>& rows) {
  MinuteAssembler assembler(monitor.last_minute(), monitor.grace());
  std::vector<Told> scored;
  const auto drain = [&] {
    while (const auto closed = assembler.take()) {
      for (const Verdict& v : monitor.step(closed->minute, closed->counts)) {
        scored.push_back(
            {closed->minute, std::string(v.status), static_cast<double>(v.count), v.expected, v.score, v.alert});
      }
    }
  };
  for (const Cells& row : rows) {
    const auto minute = assembler.place(read::parse_time(row[0], utc).value());
    drain();
    if (minute) assembler.add(*minute, monitor.intern(row[1]), std::stoull(row[2]));
  }
  assembler.finish();
  drain();
  monitor.set_grace(assembler.grace());
  return scored;
}

// Tolerances are those of docs/monitor.md section 11.
void check_equal(const Told& scored, const Cells& golden) {
  const double score = std::stod(golden[4]);
  REQUIRE(scored.status == golden[1]);
  REQUIRE(scored.count == std::stod(golden[2]));
  REQUIRE(std::abs(scored.expected - std::stod(golden[3])) <= 0.01);
  REQUIRE(std::abs(scored.score - score) <= std::max(1.001e-3, 1e-6 * std::abs(score)));
  if (std::abs(score - 0.301) > 0.01) REQUIRE(scored.alert == (golden[5] == "1"));
}

void check_equal(const std::vector<Told>& scored, const std::vector<Cells>& golden) {
  REQUIRE(scored.size() == golden.size());
  for (std::size_t j = 0; j < scored.size(); ++j) {
    CAPTURE(j);
    check_equal(scored[j], golden[j]);
  }
}

}  // namespace

// Of 112 minutes, the onset of each incident among them: all that `monitor_1.0.py --train history.csv --score day.csv` says.
TEST_CASE("invariant 14: the example day gives the reference's golden output") {
  const auto golden = read_table(POS_TEST_DATA "/monitor-golden.csv");
  REQUIRE(golden.size() == 300);
  Monitor monitor;
  feed(monitor, read_table(POS_EXAMPLE_DATA "/history.csv"));
  Monitor restored = Monitor::from_state(monitor.state());
  std::map<std::pair<std::int64_t, std::string>, Told> scored;
  for (const Told& verdict : feed(restored, read_table(POS_EXAMPLE_DATA "/day.csv")))
    scored.emplace(std::pair(verdict.minute, verdict.status), verdict);
  for (const Cells& row : golden) {
    const LocalTime time = read::parse_time(row[0], utc).value();
    const auto at = scored.find({std::int64_t{time.day} * 1440 + time.minute_of_day(), row[1]});
    CAPTURE(row[0]);
    REQUIRE(at != scored.end());
    check_equal(at->second, row);
  }
}

TEST_CASE("invariant 14: real data gives the reference's golden output [golden output]") {
  const char* folder = std::getenv("POS_REAL_DATA");
  if (folder == nullptr) {
    MESSAGE("skipped: POS_REAL_DATA is not set");
    return;
  }
  const std::string data = folder;
  const std::string golden = data + "/../quality/golden-1.0/transactions_1.";
  const auto rows = read_table(data + "/transactions_1.csv");
  const auto cold = read_table(golden + "cold.csv");
  const auto trained = read_table(golden + "trained_on_itself.csv");
  if (rows.empty() || cold.empty() || trained.empty()) {
    MESSAGE("skipped: no transactions_1.csv or golden files at ", data);
    return;
  }
  Monitor monitor;
  check_equal(feed(monitor, rows), cold);
  Monitor restored = Monitor::from_state(monitor.state());
  check_equal(feed(restored, rows), trained);
}
