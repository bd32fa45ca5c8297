// SPDX-License-Identifier: MIT
// The monitor against what its reference printed for real data, which is not part of the repo: POS_REAL_DATA names the
// folder that holds transactions_1.csv; ../quality/golden-1.0 lies beside it. ../golden_example_test.cpp has the
// example data.
#include "golden.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "read/fields.hpp"

using namespace pos;
using namespace pos::model;
using namespace pos::model::test;

namespace {

const read::TimeZone utc("UTC");

// Feeds the rows of a file, and ends the input.
std::vector<Told> feed(Monitor& monitor, const std::vector<GoldenRow>& rows) {
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
  for (const GoldenRow& row : rows) {
    const auto minute = assembler.place(read::parse_time(row[0], utc).value());
    drain();
    if (minute) assembler.add(*minute, monitor.intern(row[1]), std::stoull(row[2]));
  }
  assembler.finish();
  drain();
  monitor.set_grace(assembler.grace());
  return scored;
}

}  // namespace

TEST_CASE("a golden file is compared to the tolerances of section 11, and no more widely") {
  const GoldenRow golden{"2026-03-09 10:17", "denied", "7", "3.05", "0.415", "1"};
  const Told same{0, "denied", 7, 3.0549, 0.4159, true};
  CHECK(difference(same, golden) == "");
  const auto with = [&](auto member, auto value) {
    Told told = same;
    told.*member = value;
    return difference(told, golden);
  };
  CHECK(with(&Told::status, "failed") == "status");
  CHECK(with(&Told::count, 6) == "count");
  CHECK(with(&Told::expected, 3.0601) == "expected");
  CHECK(with(&Told::score, 0.4161) == "score");
  CHECK(with(&Told::alert, false) == "alert");
  // near the threshold of 0.301 the last digit decides, and may differ
  CHECK(difference({0, "denied", 7, 3.05, 0.3, false}, {"", "denied", "7", "3.05", "0.301", "1"}) == "");
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
