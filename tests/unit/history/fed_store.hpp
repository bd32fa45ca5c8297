// SPDX-License-Identifier: MIT
// Rows for tests of the store, and what pos-score does with them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "history/reader.hpp"
#include "history/row_hash.hpp"
#include "history/store.hpp"
#include "history/stream_models.hpp"
#include "unit/history/ten_o_clock.hpp"

namespace pos::history {

inline constexpr Period always{0, 1LL << 40};

struct Row {
  LocalSeconds time;
  std::string status;
  std::int64_t count;

  [[nodiscard]] std::uint64_t hash() const { return row_hash(time, status + "," + std::to_string(count)); }
};

inline std::vector<StoredRow> unseen(Store& store, std::optional<LocalSeconds> from = std::nullopt) {
  Unseen rows{from};
  return store.models().next(rows);
}

inline Scored approve(double score = 0.5) {
  Scored scored;
  scored.score = score;
  return scored;
}

inline Scored alert() {
  Scored scored;
  scored.score = 0.75;
  scored.alert = true;
  scored.expected = 30.25;
  scored.surprise = 4.5;
  scored.severity = Severity::critical;
  scored.decision = Decision::alert;
  scored.reason = "above: 151 in 1 min, 43 expected";
  return scored;
}

// What pos-score does with a file. Returns how many rows were new.
inline int feed(
    Store& store, const std::vector<Row>& rows, const std::string& state = "state", std::size_t per_commit = 3,
    const std::function<void()>& before_commit = [] {}) {
  store.begin_file("a.csv");
  int added = 0;
  for (const Row& row : rows) {
    if (store.find(row.time, row.hash()) != nullptr) continue;
    store.add({row.time, row.status, row.count, row.hash()}, approve());
    ++added;
    if (store.waiting() < per_commit) continue;
    before_commit();
    store.commit(state);
  }
  store.commit(state);
  return added;
}

inline std::vector<Record> records_of(const std::string& path) {
  std::vector<Record> records;
  Reader(path).records(always, [&](const Record& record) { records.push_back(record); });
  return records;
}

inline std::vector<Row> ten_minutes(int from = 0) {
  std::vector<Row> rows;
  for (int minute = from; minute < from + 10; ++minute) {
    rows.push_back({ten_o_clock + minute * 60, "approved", 30 + minute});
    rows.push_back({ten_o_clock + minute * 60, "denied", 2});
  }
  return rows;
}

}  // namespace pos::history
