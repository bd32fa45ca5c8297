// SPDX-License-Identifier: MIT
// Plain rows, taken off a line buffer many at a time.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "base/row.hpp"
#include "read/line_buffer.hpp"

namespace pos::read {

// As the reader gives rows one by one.
inline void to_row(const PlainRow& plain, const std::string& status, Format format, Row& row) {
  row.transaction = {plain.time, status, plain.count};
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

  // The next rows of `lines`, `most` at most, that `reader` (PlainCsv, PlainJson) finds plain.
  template <typename Reader>
  [[nodiscard]] std::span<const PlainRow> take(Reader& reader, LineBuffer& lines, std::size_t most = at_once) {
    const auto text = lines.at_hand();
    if (text.empty()) return {};
    std::size_t bytes = 0;
    const auto rows = std::span(rows_).first(reader.read(text, std::span(rows_).first(most), bytes));
    std::int64_t line = lines.skip(bytes, rows.size());
    for (PlainRow& row : rows) row.line = line++;
    return rows;
  }

 private:
  std::array<PlainRow, at_once> rows_;
};

}  // namespace pos::read
