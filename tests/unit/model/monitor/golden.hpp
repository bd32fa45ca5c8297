// SPDX-License-Identifier: MIT
// What the monitor says, held against what its reference printed: time,status,count,expected,score,alert.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace pos::model::test {

using GoldenRow = std::vector<std::string>;

// The lines behind the header; none where there is no such file.
inline std::vector<GoldenRow> read_table(const std::string& path) {
  std::ifstream in(path);
  std::vector<GoldenRow> rows;
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    GoldenRow& cells = rows.emplace_back(1);
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

// The first column that differs by more than docs/monitor.md, section 11 allows; empty: none does.
inline std::string difference(const Told& scored, const GoldenRow& golden) {
  constexpr double threshold = 0.301;  // -log10 of the default budget
  const double score = std::stod(golden[4]);
  if (scored.status != golden[1]) return "status";
  if (scored.count != std::stod(golden[2])) return "count";
  if (std::abs(scored.expected - std::stod(golden[3])) > 0.01) return "expected";
  if (std::abs(scored.score - score) > 1.000001e-3 + 1e-6 * std::abs(score)) return "score";
  if (std::abs(score - threshold) > 0.01 && scored.alert != (golden[5] == "1")) return "alert";
  return "";
}

inline void check_equal(const std::vector<Told>& scored, const std::vector<GoldenRow>& golden) {
  REQUIRE(scored.size() == golden.size());
  for (std::size_t j = 0; j < scored.size(); ++j) {
    CAPTURE(golden[j][0]);
    CAPTURE(golden[j][1]);
    REQUIRE(difference(scored[j], golden[j]) == "");
  }
}

}  // namespace pos::model::test
