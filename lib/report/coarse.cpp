// SPDX-License-Identifier: MIT
#include "report/coarse.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/count.hpp"

namespace pos::report {
namespace {

std::int64_t next_step(std::int64_t step) {
  for (const std::int64_t longer : {300, 900, 3600, 10'800, 21'600, 86'400}) {
    if (longer > step) return longer;
  }
  return 2 * step;
}

}  // namespace

void Coarse::add(const Record& record) {
  const auto known = lanes_.find(record.status);
  Lane& lane = known != lanes_.end() ? known->second : lanes_[record.status];
  const std::size_t abnormal = record.scored.decision == Decision::alert ? 1 : 0;
  Cell& cell = cell_at(lane, record.time);
  ++cell.rows[abnormal];
  add_count(cell.counts[abnormal], record.count);
  if (abnormal == 1) cell.severity = std::max(cell.severity, record.scored.severity);
  if (filter_.tells_expected(record)) expect(lane, *record.scored.expected);
  while (cells_ > most_) coarsen();
}

Coarse::Cell& Coarse::cell_at(Lane& lane, LocalSeconds time) {
  const LocalSeconds begin = begin_of(time);
  std::vector<Cell>& cells = lane.cells;
  if (!cells.empty() && cells.back().begin == begin) return cells.back();
  const auto at = std::ranges::lower_bound(cells, begin, {}, &Cell::begin);
  if (at != cells.end() && at->begin == begin) return *at;
  ++cells_;
  Cell cell;
  cell.begin = begin;
  return *cells.insert(at, cell);
}

// As Collector has it for the total.
void Coarse::expect(Lane& lane, double expected) {
  const auto minute = static_cast<std::int64_t>(minutes_.size()) - 1;
  if (lane.expected_minute == minute) return;
  if (filter_.normal == Normal::all && filter_.key().empty()) {
    const bool first = lane.expected_minute == -1;
    expect_between(lane, lane.expected_minute + 1, minute, first ? expected : (lane.expected + expected) / 2);
  }
  expect_between(lane, minute, minute + 1, expected);
  lane.expected_minute = minute;
  lane.expected = expected;
}

void Coarse::expect_between(Lane& lane, std::int64_t first, std::int64_t last, double expected) {
  for (std::int64_t i = first; i < last; ++i) {
    Cell& cell = cell_at(lane, minutes_[static_cast<std::size_t>(i)]);
    cell.expected += expected;
    cell.has_expected = true;
  }
}

void Coarse::coarsen() {
  step_ = next_step(step_);
  cells_ = 0;
  for (auto& [status, lane] : lanes_) {
    std::vector<Cell> merged;
    for (const Cell& cell : lane.cells) {
      const LocalSeconds begin = begin_of(cell.begin);
      if (merged.empty() || merged.back().begin != begin) merged.emplace_back().begin = begin;
      Cell& to = merged.back();
      for (const std::size_t k : {0U, 1U}) {
        to.rows[k] += cell.rows[k];
        add_count(to.counts[k], cell.counts[k]);
      }
      to.expected += cell.expected;
      to.has_expected = to.has_expected || cell.has_expected;
      to.severity = std::max(to.severity, cell.severity);
    }
    lane.cells = std::move(merged);
    cells_ += lane.cells.size();
  }
}

void Coarse::finish(Report& report) {
  struct Row {
    Record record;
    std::int64_t rows;
  };
  std::vector<Row> rows;
  for (auto& [status, lane] : lanes_) {
    const bool goes_on = lane.expected_minute >= 0 && filter_.normal == Normal::all && filter_.key().empty();
    if (goes_on)
      expect_between(lane, lane.expected_minute + 1, static_cast<std::int64_t>(minutes_.size()), lane.expected);
    for (const Cell& cell : lane.cells) {
      bool told = !cell.has_expected;
      for (const std::size_t abnormal : {0U, 1U}) {
        const bool stands_alone = abnormal == 0 && cell.rows[1] == 0;  // what was expected, where no row is
        if (cell.rows[abnormal] == 0 && !stands_alone) continue;
        Row row{{}, cell.rows[abnormal]};
        row.record.time = cell.begin;
        row.record.status = status;
        row.record.count = cell.counts[abnormal];
        if (!std::exchange(told, true)) row.record.scored.expected = cell.expected;
        if (abnormal == 1) {
          row.record.scored.decision = Decision::alert;
          row.record.scored.severity = cell.severity;
        }
        rows.push_back(std::move(row));
      }
    }
  }
  std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.record.time; });
  report.coarse = step_;
  report.records.clear();
  for (Row& row : rows) {
    report.records.push_back(std::move(row.record));
    report.rows_of.push_back(row.rows);
  }
}

}  // namespace pos::report
