// SPDX-License-Identifier: MIT
// What pos-score does with files and a history, run after run.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "history/reader.hpp"
#include "history/store.hpp"
#include "history/stream_models.hpp"
#include "pipeline/recorder.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/pipeline/calm_shop.hpp"

namespace pos::pipeline {

// An hour and a half: denials surge, approvals fail, and then nothing comes.
inline std::vector<Input> bad_day() {
  auto rows = calm(0, 90, 21);
  for (Input& row : rows) {
    if (row.minute >= 30 && row.minute < 40 && row.status == "denied") row.count = 25;
  }
  std::erase_if(rows, [](const Input& row) {
    return (row.minute >= 55 && row.minute < 60 && row.status == "approved") || (row.minute >= 70 && row.minute < 78);
  });
  return rows;
}

inline std::string bytes_of(const Input& row) {
  return fmt::format("{},{},{}", text_of(row.minute), row.status, row.count);
}

inline Transaction transaction_of(const Input& row) { return {on_a_day(row.minute), row.status, row.count}; }

// One run.
class Recording {
 public:
  explicit Recording(const std::string& path, const Settings& settings = {}, std::string_view model = "abc")
      : store(path, {model, "pos.model"}), recorder(store, shown) {
    recorder.open(trained(), settings);
  }

  void read(const std::vector<Input>& rows, std::string_view file = "a.csv") {
    recorder.begin_file(file);
    recorder.stream().start_file();
    std::int64_t line = 1;
    for (const Input& row : rows) {
      const std::string bytes = bytes_of(row);
      ++line;
      if (recorder.recall(transaction_of(row), bytes, text_of(row.minute), bytes)) continue;
      recorder.push(transaction_of(row), text_of(row.minute), bytes, line);
    }
    recorder.end_file();
  }

  void end() {
    recorder.restore_until(INT64_MAX);
    recorder.stream().finish_for_now();
    recorder.commit();
  }

  Lines shown;
  history::Store store;
  Recorder recorder;
};

inline void run_on(const std::string& path, const std::vector<Input>& rows, std::string_view file = "a.csv",
                   std::string_view model = "abc") {
  Recording run(path, {}, model);
  run.read(rows, file);
  run.end();
}

// All that the history says of its rows, by time and status.
inline std::vector<std::string> stored(const std::string& path) {
  std::vector<std::string> lines;
  history::Reader(path).rows_of({0, INT64_MAX}, [&](const history::ReadRow& row) {
    const Record& record = row.record;
    lines.push_back(fmt::format("{} {} {}{}{} {:.6f} {:.6f} {:.6f} {} {}", record.time, record.status, record.count,
                                row.open ? " open" : "", record.made_up ? " made up" : "", record.scored.score,
                                record.scored.expected.value_or(-1), record.scored.surprise.value_or(-99),
                                record.scored.decision == Decision::alert ? "alert" : "approve", record.scored.reason));
  });
  std::ranges::sort(lines);
  return lines;
}

}  // namespace pos::pipeline
