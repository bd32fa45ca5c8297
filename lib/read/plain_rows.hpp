// SPDX-License-Identifier: MIT
// Plain rows, taken off a line buffer many at a time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "base/row.hpp"
#include "base/text.hpp"
#include "read/line_buffer.hpp"
#include "read/row_amounts.hpp"
#include "read/row_labels.hpp"

namespace pos::read {

// As the reader gives rows one by one.
inline void to_row(const PlainRow& plain, const std::string& status, Format format, Row& row) {
  row.transaction = {plain.time, status, plain.count, plain.labels, plain.amount};
  row.time_text = plain.time_text;
  row.raw = plain.raw;
  row.format = format;
  row.line = plain.line;
  row.begins_file = false;
  row.label.reset();
}

class PlainRows {
 public:
  static constexpr std::size_t at_once = 128;

  // `labels`: how many a row has.
  explicit PlainRows(std::size_t labels) : labels_(labels, at_once) {}

  // The next rows of `lines`, `most` at most, that `reader` (PlainCsv, PlainJson) finds plain.
  template <typename Reader>
  [[nodiscard]] std::span<const PlainRow> take(Reader& reader, LineBuffer& lines, RowAmounts& amounts,
                                               std::size_t most = at_once) {
    const auto text = lines.at_hand();
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool has_labels = labels_.size() > 0;
    const bool has_amounts = reader.has_amounts();
    std::size_t size = 0;
    for (const char* next = nullptr; size < most && at < end; ++size, at = next) {
      next = reader.read_row(at, rows_[size]);
      if (next == nullptr) break;
      if (has_labels) {
        reader.put_labels(labels_, size);
        rows_[size].labels = labels_.of(size);
      }
      if (has_amounts) rows_[size].amount_text = reader.amount_text();
    }
    std::span<PlainRow> rows(rows_.data(), size);
    if (!Reader::is_bare({text.data(), at})) {
      const auto bad = std::ranges::find_if(rows, [](const PlainRow& row) { return !Reader::is_clean(row.raw); });
      if (bad != rows.end()) at = bad->raw.data();
      rows = rows.first(static_cast<std::size_t>(bad - rows.begin()));
    }
    std::int64_t line = lines.skip(static_cast<std::size_t>(at - text.data()), rows.size());
    for (PlainRow& row : rows) {
      row.line = line++;
      row.amount = has_amounts ? amounts.read(trim(row.amount_text), row.line) : std::nullopt;
    }
    return rows;
  }

 private:
  std::array<PlainRow, at_once> rows_;
  RowLabels labels_;
};

}  // namespace pos::read
