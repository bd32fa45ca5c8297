// SPDX-License-Identifier: MIT
// How many rows of a history have which score.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/evaluation.hpp"
#include "model/history.hpp"
#include "model/score_table.hpp"

namespace pos::model {

// Rows that a forest cannot tell apart are scored once: a history has millions of rows, but a status no more scores
// than a day has minutes, times the counts that the forest tells apart (score_table.hpp).
//
// Cost     An addition a row. A status takes 16 bytes a cell where it has more rows than cells, else 8 bytes a row.
class ScoreTally {
 public:
  enum class Group { learnt, held_out };

  // All three must outlive it.
  ScoreTally(const IsolationForest& forest, const History& history, const HistoryFeatures& features);

  void add(const History::Row& row, Group group) {
    OfStatus& status = statuses_[row.status];
    const auto minute = static_cast<std::uint16_t>(row.time.minute_of_day());
    const std::size_t bin = table_.bin_of(row.count);
    const std::size_t kind = 2 * static_cast<std::size_t>(group) + static_cast<std::size_t>(row.label);
    if (status.cells.empty()) {
      status.rows.push_back({static_cast<std::uint32_t>(bin), minute, static_cast<std::uint8_t>(kind)});
    } else {
      ++status.cells[minute * status.bins + bin][kind];
    }
  }

  // The rows of each group, equal ones as one, in no order. No alerts yet: nobody has set a threshold.
  using Scores = std::array<std::vector<Judged>, 2>;  // by Group
  [[nodiscard]] Scores scores();

 private:
  using Rows = std::array<std::uint32_t, 4>;  // by kind: labels of the one group, of the other
  struct Place {
    std::uint32_t bin;
    std::uint16_t minute;  // of the day
    std::uint8_t kind;
  };
  struct OfStatus {
    std::size_t bins = 0;     // for each minute of the day
    std::vector<Rows> cells;  // or
    std::vector<Place> rows;
  };
  void add_to(Scores& scores, const Place& place, std::uint32_t status, std::int64_t rows);

  const HistoryFeatures& features_;
  ScoreTable table_;
  std::vector<OfStatus> statuses_;
};

}  // namespace pos::model
