// SPDX-License-Identifier: MIT
// The scan again, as plainly as its prototype has it: no bounds, no state. What lib/model/where is held against.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

#include "unit/model/where/payments.hpp"

namespace pos::model::test {

struct PlainRow {
  std::array<int, payment_columns> values{};
  double bad = 0.0;
  double exposure = 0.0;
};

struct PlainFound {
  PaymentPlace place{-1, -1, -1, -1};
  double bad = 0.0;
  double expected = 0.0;
  double score = 0.0;
};

class Prototype {
 public:
  explicit Prototype(const std::vector<PlainRow>& past) : past_(tables(past)) {
    const Sums all = past_[0].cells[0];
    rate_ = (all.bad + 0.5) / (all.exposure + 1.0);
  }

  [[nodiscard]] std::vector<PlainFound> explain(std::vector<PlainRow> rows) const {
    std::vector<PlainFound> found;
    double first_excess = 0.0;
    while (!rows.empty() && found.size() < 3) {
      const Best next = best_of(rows);
      const PlainFound& best = next.found;
      if (best.score < std::log(100.0)) break;
      if (found.empty()) first_excess = std::max(next.all_bad - next.all_expected, 1e-9);
      if (!found.empty() && best.bad - best.expected < 0.15 * first_excess) break;
      found.push_back(best);
      std::erase_if(rows, [&](const PlainRow& row) { return Payments::lies_in(row.values, best.place); });
    }
    return found;
  }

 private:
  struct Sums {
    double bad = 0.0;
    double exposure = 0.0;
  };
  // By the value of the first column `span` times, and that of the second.
  static constexpr std::size_t span = 40;
  struct Table {
    std::vector<Sums> cells = std::vector<Sums>(span * span);
    std::vector<std::size_t> keys;  // of those that have rows
  };
  struct Columns {
    int first;
    int second;  // -1: none
  };
  // None; singles; pairs.
  static constexpr std::array<Columns, 11> sets{
      {{-1, -1}, {0, -1}, {1, -1}, {2, -1}, {3, -1}, {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}};
  static std::vector<Table> tables(const std::vector<PlainRow>& rows) {
    std::vector<Table> tables(sets.size());
    for (std::size_t set = 0; set < sets.size(); ++set) {
      Table& table = tables[set];
      for (const PlainRow& row : rows) {
        Sums& cell = table.cells[span * at(row, sets[set].first) + at(row, sets[set].second)];
        cell.bad += row.bad;
        cell.exposure += row.exposure;
      }
      for (std::size_t key = 0; key < table.cells.size(); ++key) {
        if (table.cells[key].exposure > 0) table.keys.push_back(key);
      }
    }
    return tables;
  }
  static std::size_t at(const PlainRow& row, int column) {
    return column < 0 ? 0 : static_cast<std::size_t>(row.values[static_cast<std::size_t>(column)]);
  }

  [[nodiscard]] double rate(std::size_t set, std::size_t key) const {
    const auto [first, second] = sets[set];
    double parent = rate_;
    if (second >= 0) {
      parent *= rate(static_cast<std::size_t>(first) + 1, key / span * span) / rate_;
      parent *= rate(static_cast<std::size_t>(second) + 1, key % span * span) / rate_;
    }
    const Sums& sums = past_[set].cells[key];
    return (sums.bad + 20.0) / (sums.exposure + 20.0 / std::max(parent, 1e-9));
  }

  static double likelihood_ratio(double y, double e, double all_y, double all_e) {
    const double y0 = all_y - y;
    const double e0 = all_e - e;
    if (e <= 0 || e0 < 0) return 0.0;
    const double outside = e0 > 1e-9 ? y0 / e0 : all_y / all_e;
    if (y / e - outside <= 0) return 0.0;
    const auto f = [](double a, double b) { return a > 0 ? a * std::log(a / b) : 0.0; };
    return f(y, e) + (e0 > 1e-9 ? f(y0, e0) : 0.0) - f(all_y, all_e);
  }

  struct Best {
    PlainFound found;
    double all_bad;
    double all_expected;
  };
  [[nodiscard]] Best best_of(const std::vector<PlainRow>& rows) const {
    const std::vector<Table> now = tables(rows);
    Best best{{.score = -1e9}, now[0].cells[0].bad, 0.0};
    for (std::size_t set = 1; set < now.size(); ++set) {
      const auto [first, second] = sets[set];
      const auto& [cells, keys] = now[set];
      std::vector<double> expected;
      for (const std::size_t key : keys) expected.push_back(cells[key].exposure * rate(set, key));
      const double all_expected = std::accumulate(expected.begin(), expected.end(), 0.0);
      const double penalty = std::log(static_cast<double>(keys.size())) + (second >= 0 ? std::log(4.0) : 0.0);
      for (std::size_t k = 0; k < keys.size(); ++k) {
        const double bad = cells[keys[k]].bad;
        const double score = likelihood_ratio(bad, expected[k], best.all_bad, all_expected) - penalty;
        if (score <= best.found.score) continue;
        best.found = {{-1, -1, -1, -1}, bad, expected[k], score};
        best.found.place[static_cast<std::size_t>(first)] = static_cast<int>(keys[k] / span);
        if (second >= 0) best.found.place[static_cast<std::size_t>(second)] = static_cast<int>(keys[k] % span);
        best.all_expected = all_expected;
      }
    }
    return best;
  }

  std::vector<Table> past_;
  double rate_ = 0.0;
};

}  // namespace pos::model::test
