// SPDX-License-Identifier: MIT
// The monitor against the reference's stored output for real data, which is not part of the repo:
// POS_REAL_DATA names the folder that holds transactions_1.csv; ../quality/golden lies beside it.
#include <doctest/doctest.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"

using namespace pos;
using namespace pos::model;

namespace {

using Cells = std::vector<std::string>;

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

struct Scored {
  std::int64_t minute;
  std::string status;
  double count, expected, score;
  bool alert;
};

// Feeds "00h 01" rows as a file of its own, and ends the input.
std::vector<Scored> feed(Monitor& monitor, const std::vector<Cells>& rows) {
  MinuteAssembler assembler(monitor.last_minute(), monitor.grace());
  std::vector<Scored> scored;
  const auto drain = [&] {
    while (const auto closed = assembler.take()) {
      for (const Verdict& v : monitor.step(closed->minute, closed->counts)) {
        scored.push_back(
            {closed->minute, std::string(v.status), static_cast<double>(v.count), v.expected, v.score, v.alert});
      }
    }
  };
  for (const Cells& row : rows) {
    const int second = std::stoi(row[0].substr(0, 2)) * 3600 + std::stoi(row[0].substr(4, 2)) * 60;
    const auto minute = assembler.place({LocalTime::no_day, second});
    drain();
    if (minute) assembler.add(*minute, monitor.intern(row[1]), std::stoull(row[2]));
  }
  assembler.finish();
  drain();
  monitor.set_grace(assembler.grace());
  return scored;
}

// Tolerances are those of detector.md section 11.
void check_equal(const std::vector<Scored>& scored, const std::vector<Cells>& golden) {
  REQUIRE(scored.size() == golden.size());
  for (std::size_t j = 0; j < scored.size(); ++j) {
    CAPTURE(j);
    const double score = std::stod(golden[j][4]);
    REQUIRE(scored[j].status == golden[j][1]);
    REQUIRE(scored[j].count == std::stod(golden[j][2]));
    REQUIRE(std::abs(scored[j].expected - std::stod(golden[j][3])) <= 0.01);
    REQUIRE(std::abs(scored[j].score - score) <= std::max(1.001e-3, 1e-6 * std::abs(score)));
    if (std::abs(score - 0.301) > 0.01) REQUIRE(scored[j].alert == (golden[j][5] == "1"));
  }
}

}  // namespace

TEST_CASE("invariant 14: real data gives the reference's golden output") {
  const char* folder = std::getenv("POS_REAL_DATA");
  if (folder == nullptr) {
    MESSAGE("skipped: POS_REAL_DATA is not set");
    return;
  }
  const std::string data = folder;
  const std::string golden = data + "/../quality/golden/transactions_1.";
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
