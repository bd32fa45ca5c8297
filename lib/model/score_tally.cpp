// SPDX-License-Identifier: MIT
#include "model/score_tally.hpp"

#include <algorithm>

#include "model/monitor/calendar.hpp"

namespace pos::model {
namespace {

std::size_t statuses_of(const History& history, const HistoryFeatures& features) {
  std::int64_t highest = 0;
  for (std::uint32_t status = 0; status < history.names().size(); ++status)
    highest = std::max(highest, features.code(status));
  return static_cast<std::size_t>(highest);
}

}  // namespace

ScoreTally::ScoreTally(const IsolationForest& forest, const History& history, const HistoryFeatures& features)
    : features_(features), table_(forest, statuses_of(history, features)) {
  for (std::uint32_t i = 0; i < history.names().size(); ++i) {
    OfStatus& status = statuses_.emplace_back();
    status.bins = table_.bin_of(history.highest(i)) + 1;
    const std::size_t cells = status.bins * minutes_per_day;
    if (cells <= history.rows(i)) status.cells.resize(cells);
  }
}

void ScoreTally::add_to(Scores& scores, const Place& place, std::uint32_t status, std::int64_t rows) {
  const double score = table_.score(ScoreTable::status(features_.code(status), features_.is_issue(status)),
                                    place.minute, table_.least(place.bin));
  scores[place.kind / 2].push_back({score, place.kind % 2 == 1, false, rows});
}

ScoreTally::Scores ScoreTally::scores() {
  Scores scores;
  for (std::uint32_t status = 0; status < statuses_.size(); ++status) {
    const auto& [bins, cells, rows] = statuses_[status];
    for (const Place& row : rows) add_to(scores, row, status, 1);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      for (std::size_t kind = 0; kind < cells[cell].size(); ++kind) {
        if (cells[cell][kind] == 0) continue;
        const Place place{static_cast<std::uint32_t>(cell % bins), static_cast<std::uint16_t>(cell / bins),
                          static_cast<std::uint8_t>(kind)};
        add_to(scores, place, status, cells[cell][kind]);
      }
    }
  }
  return scores;
}

}  // namespace pos::model
