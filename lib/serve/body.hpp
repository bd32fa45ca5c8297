// SPDX-License-Identifier: MIT
// The rows of one request, and its answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/local_time.hpp"
#include "base/row.hpp"
#include "base/scored.hpp"
#include "clock/dater.hpp"
#include "pipeline/parts.hpp"
#include "serve/engine.hpp"
#include "read/row_reader.hpp"
#include "write/scored_format.hpp"

namespace pos::serve {

// Why a body is refused, and what the client is told.
struct Refusal {
  unsigned status = 0;  // of HTTP
  std::string error;
  std::optional<std::int64_t> row;  // from 1
  std::string_view column = {};     // time, status or count, where it is one of them
  std::vector<Refusal> more = {};   // of the rows behind it, up to most_told together

  static constexpr std::size_t most_told = 20;
  // {"error": ..., "row": ..., "column": ..., "errors": [{"row": ..., "column": ..., "message": ...}, ...]}: the first
  // one, and where it is about rows each of them.
  [[nodiscard]] std::string to_json() const;
};

// A body is read whole before any of its rows counts: they are taken all or none, in order of time.
class Body {
 public:
  struct Row {
    LocalTime time;       // dated
    std::int64_t number;  // from 1, as it stands
    bool believed;        // others of the body confirm it, or the body is too small to tell
    std::int64_t count;
    std::optional<Hundredths> amount;
    std::uint64_t hash;      // as pos-score would store it
    std::size_t status_end;  // of its text,
    std::size_t end;         // and of its own columns behind that
  };

  // `columns`: the labels that rows are asked for. `dates` goes on from body to body; without it clocks begin today, or
  // yesterday where the first one is more than an hour ahead of `now`.
  [[nodiscard]] std::optional<Refusal> read(const EngineSettings& settings, const pipeline::LabelColumns& columns,
                                            const read::TimeZone& zone, BodyKind kind, std::string_view bytes,
                                            std::optional<clock::Dater>& dates, LocalTime now);

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  // Of the row that is stored last: its time as it came, where that has no date; empty: it has one.
  [[nodiscard]] const std::string& last_clock() const { return last_clock_; }
  // Calls take(transaction, row) for each row, in order of time; what it borrows lives as long as the body.
  template <typename Take>
  void for_each(Take take) const {
    for (const std::size_t i : order_)
      take(Transaction{rows_[i].time, status(i), rows_[i].count, labels(i), rows_[i].amount}, rows_[i]);
  }

  // What is added to each row: a line each. Both are in order of time, as for_each() gave the rows; `unjudged` says of
  // each why it was not judged, empty: it was.
  [[nodiscard]] std::string added(std::span<const Scored> scored, std::span<const std::string> unjudged);
  // The rows with what was added to them, in the kind of the body.
  [[nodiscard]] std::string answer(std::string_view added) const;

 private:
  [[nodiscard]] std::optional<Refusal> read_rows(read::RowReader& rows, std::optional<Refusal>& bad,
                                                 std::optional<clock::Dater>& dates, LocalTime now, const Zone& zone);
  void find_times(clock::Dater& dater, const Zone& zone);
  void find_labels();
  [[nodiscard]] std::string_view status(std::size_t row) const;
  [[nodiscard]] std::span<const std::string_view> labels(std::size_t row) const {
    return std::span(labels_).subspan(row * label_columns_, label_columns_);
  }

  BodyKind kind_ = BodyKind::json;
  bool array_ = false;
  bool blank_ = false;  // nothing in, nothing out
  std::string header_;  // csv: with the columns that are added
  std::string text_;    // of all rows, one behind the other: status and own columns
  std::size_t label_columns_ = 0;
  std::string label_text_;                // of all rows, one behind the other,
  std::vector<std::size_t> label_ends_;   // where each ends there,
  std::vector<std::string_view> labels_;  // and what they are
  std::vector<Row> rows_;
  std::vector<std::size_t> order_;  // of rows_, by time
  std::string last_clock_;
  std::unique_ptr<write::ScoredFormat> format_;
};

}  // namespace pos::serve
