// SPDX-License-Identifier: MIT
// Scored records as text (pos-formats(5)): the input's columns, then those of base/scored.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/row.hpp"
#include "base/scored.hpp"

namespace pos::write {

// Columns behind those that are always there, in this order.
struct ExtraColumns {
  bool key = false;
  bool where = false;
  bool explain = false;
  bool recommend = false;  // and whether the row was judged
};

// A column's name as the input has it (Header::labels, say), and what it says.
using NamedText = std::pair<std::string_view, std::string_view>;

// Everything is appended to the caller's buffer: no I/O here.
class ScoredFormat {
 public:
  virtual ~ScoredFormat() = default;

  // Before the rows of each file; `name` is the file's, for messages.
  // Errors: pos::Error(Fault::bad_data) where its columns cannot follow those of the file before.
  virtual void header(const Header& header, const std::string& name, std::string& out) = 0;

  // True where input_columns() needs the row's cells; its bytes do otherwise.
  [[nodiscard]] virtual bool needs_cells(Format input) const = 0;

  // Before each row that has cells: the first one may decide what the columns are, whether it is
  // written or not. Returns why this row cannot be written; empty: it can.
  [[nodiscard]] virtual std::string check_columns(std::span<const Cell> cells, std::string& out) = 0;

  // A row's own columns.
  virtual void input_columns(const Row& row, std::span<const Cell> cells, std::string& out) = 0;

  // The columns of a row made up for a silent status: time, status and count, and of a silent key its own; the rest
  // empty.
  virtual void made_up_columns(const Header& like, std::string_view time, std::string_view status, std::int64_t count,
                               std::span<const NamedText> others, std::string& out) = 0;

  // The columns that belong to the row begun, and the end of its line.
  void scored_columns(const Scored& scored, std::string& out) { added_columns(scored, {}, out); }
  // Of a row that was not judged: `unjudged` stands in place of the recommendation. Empty: it was.
  virtual void added_columns(const Scored& scored, std::string_view unjudged, std::string& out) = 0;
};

// A time of two columns in its parts; of one column: it, and nothing.
struct TimeParts {
  std::string_view time, clock;
};
[[nodiscard]] TimeParts part_time(const Header& header, std::string_view time);

// CSV input keeps its bytes and its delimiter; lines end with LF.
[[nodiscard]] std::unique_ptr<ScoredFormat> make_scored_csv(ExtraColumns extra);
// NDJSON input keeps its bytes; CSV cells become strings, but the count a number. What CSV leaves empty is null here.
[[nodiscard]] std::unique_ptr<ScoredFormat> make_scored_ndjson(ExtraColumns extra);
[[nodiscard]] std::unique_ptr<ScoredFormat> make_scored_format(Format format, ExtraColumns extra);

}  // namespace pos::write
