// SPDX-License-Identifier: MIT
// What each cell of a window was to have, by the past.
#pragma once

#include <span>
#include <vector>

#include "model/where/scan.hpp"

namespace pos::model {

// A cell with what it has in the window, and what it was to have: transactions.
struct Candidate {
  CellKey key;
  double bad = 0.0;
  double exposure = 0.0;
  double expected = 0.0;
};

// The cells of a set of columns.
struct Candidates {
  std::vector<Candidate> cells;
  double expected = 0.0;  // in all, that of cells which had no room included
};

// Source   docs/where.md section 4.
class Expectation {
 public:
  explicit Expectation(const ScanQuestion& question);

  // Of the window without the rows of those that were found already.
  [[nodiscard]] Candidates candidates(const Cells& now, std::size_t set, std::span<const Found> dropped) const;

 private:
  struct Past {
    double bad = 0.0;
    double exposure = 0.0;
    bool is_known = false;
  };
  // A value of a column.
  struct Value {
    std::size_t column = 0;
    std::uint64_t hash = 0;
  };

  [[nodiscard]] double bad_of_rest(const CellTable& table) const;
  [[nodiscard]] Past past(const CellTable& table, const CellKey& key) const;

  [[nodiscard]] double rate_of_unknown(std::size_t column) const;
  [[nodiscard]] double rate(std::size_t column, std::uint64_t hash) const;
  [[nodiscard]] double rate(const ColumnSet& set, const CellKey& key) const;
  [[nodiscard]] Candidates by_rate(const Cells& now, std::size_t set) const;

  [[nodiscard]] double share(std::size_t column, std::uint64_t hash) const;
  [[nodiscard]] double share(const ColumnSet& set, const CellKey& key) const;
  [[nodiscard]] double share_of_rest(const ColumnSet& set, const CellTable& table) const;
  [[nodiscard]] double share_of_both(const ColumnSet& set, const CellKey& key, const Found& found) const;
  [[nodiscard]] double share_left(const ColumnSet& set, const CellKey& key, std::span<const Found> dropped) const;
  [[nodiscard]] Candidates by_share(const Cells& now, std::size_t set, std::span<const Found> dropped) const;

  const ScanQuestion& question_;
  double bad_ = 0.0;                      // of all that is past
  double exposure_ = 0.0;                 // likewise
  double rate_ = 0.0;                     // of all
  std::vector<double> rates_of_unknown_;  // by column
};

}  // namespace pos::model
