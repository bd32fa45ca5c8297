// SPDX-License-Identifier: MIT
#include "model/score_tally.hpp"

#include <algorithm>

namespace pos::model {

ScoreTally::ScoreTally(const IsolationForest& forest, const History& history, const HistoryFeatures& features)
    : forest_(forest), history_(history), features_(features), grid_(forest) {
  for (std::uint32_t i = 0; i < history.names().size(); ++i) {
    OfStatus& status = statuses_.emplace_back();
    status.bins = grid_.bin(history.highest(i)) + 1;
    const std::size_t cells = status.bins * ScoreGrid::minutes;
    if (cells <= history.rows(i)) status.cells.resize(cells);
  }
}

void ScoreTally::path_sums(std::uint32_t status, const ScoreGrid::HourHandler& take) const {
  grid_.path_sums(features_.code(status), features_.is_issue(status), history_.highest(status), take);
}

void ScoreTally::add_to(Scores& scores, double score, std::size_t kind, std::int64_t rows) {
  scores[kind / 2].push_back({score, kind % 2 == 1, false, rows});
}

void ScoreTally::score_cells(std::uint32_t status, Scores& to) const {
  auto cell = statuses_[status].cells.begin();
  path_sums(status, [&](std::size_t, std::span<const std::int64_t> sums) {
    for (const std::int64_t sum : sums) {
      const Rows& rows = *cell++;
      if ((rows[0] | rows[1] | rows[2] | rows[3]) == 0) continue;
      const double score = forest_.score_of_sum(sum);
      for (std::size_t kind = 0; kind < rows.size(); ++kind) {
        if (rows[kind] > 0) add_to(to, score, kind, rows[kind]);
      }
    }
  });
}

void ScoreTally::score_rows(std::uint32_t status, Scores& to) {
  auto& [bins, cells, rows] = statuses_[status];
  if (!ScoreGrid::is_worth(bins * ScoreGrid::minutes, rows.size())) {
    const std::int64_t issue = features_.is_issue(status) ? 1 : 0;
    for (const Place& row : rows) {
      const Features features = {features_.code(status), grid_.count_of(row.bin), row.minute / 60, row.minute % 60,
                                 issue};
      add_to(to, forest_.score(features), row.kind, 1);
    }
    return;
  }
  std::ranges::sort(rows, {}, &Place::minute);
  auto row = rows.begin();
  path_sums(status, [&](std::size_t hour, std::span<const std::int64_t> sums) {
    const std::size_t first = hour * ScoreGrid::minutes_per_hour;
    for (; row != rows.end() && row->minute < first + ScoreGrid::minutes_per_hour; ++row)
      add_to(to, forest_.score_of_sum(sums[(row->minute - first) * bins + row->bin]), row->kind, 1);
  });
}

ScoreTally::Scores ScoreTally::scores() {
  Scores scores;
  for (std::uint32_t status = 0; status < statuses_.size(); ++status)
    statuses_[status].cells.empty() ? score_rows(status, scores) : score_cells(status, scores);
  return scores;
}

}  // namespace pos::model
