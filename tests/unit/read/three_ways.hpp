// SPDX-License-Identifier: MIT
// Rows by each of the ways in which readers give them, as text: what they say must be the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "read/row_reader.hpp"
#include "unit/read/memory_source.hpp"

namespace pos::test {

using Lines = std::vector<std::string>;

inline std::string line_of(std::int64_t line, const LocalTime& time, std::string_view time_text,
                           std::string_view status, std::int64_t count, std::string_view raw,
                           std::span<const std::string_view> labels, std::optional<Hundredths> amount) {
  std::string text = std::to_string(line) + " " + to_text(time) + ":" + std::to_string(time.second_of_day % 60) + " " +
                     std::to_string(time.offset) + " " + std::to_string(static_cast<int>(time.clock)) + " ";
  (((((text += time_text) += " ") += status) += " ") += std::to_string(count) + " [") += std::string(raw) + "]";
  for (const std::string_view label : labels) ((text += " <") += label) += ">";
  if (amount) text += " $" + std::to_string(*amount);
  return text;
}

inline constexpr char before_cells = '\x01';

struct Read {
  Lines rows;  // and their cells
  Rejected rejected;
  std::string error;
  std::size_t plain = 0;  // rows that came many at a time
};

enum class By { checked_rows, rows, many_rows };

inline Read read_rows(const std::string& bytes, By by, std::size_t piece, const read::ReadOptions& asked,
                      const read::TimeZone& zone) {
  Read result;
  read::ReadOptions options = asked;
  options.checked = by == By::checked_rows;
  try {
    MemorySource source(bytes, piece);
    const auto reader = read::open_rows(source, "in", options, zone, result.rejected.handler());
    for (bool more = true; more;) {
      if (by == By::many_rows) {
        for (auto rows = reader->plain_rows(); !rows.empty(); rows = reader->plain_rows()) {
          for (const PlainRow& row : rows)
            result.rows.push_back(
                line_of(row.line, row.time, row.time_text, reader->status(row.status), row.count, row.raw, row.labels,
                        row.amount));
          result.plain += rows.size();
        }
      }
      const Row* row = reader->next();
      more = row != nullptr;
      if (!more) break;
      const Transaction& t = row->transaction;
      result.rows.push_back(line_of(row->line, t.time, row->time_text, t.status, t.count, row->raw, t.labels, t.amount));
      if (row->begins_file) result.rows.back() += " begins a file";
      if (by == By::many_rows) continue;
      result.rows.back() += before_cells;
      for (const Cell& cell : reader->cells()) {
        ((result.rows.back() += "|") += cell.name) += "=";
        result.rows.back() += cell.value;
      }
    }
  } catch (const Error& error) {
    result.error = error.what();
  }
  return result;
}

// Rows without their cells.
inline Lines bare(Lines rows) {
  for (std::string& row : rows) row.resize(std::min(row.find(before_cells), row.size()));
  return rows;
}

}  // namespace pos::test
