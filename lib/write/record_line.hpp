// SPDX-License-Identifier: MIT
// A record of a table, said once: as a line of CSV, its header line, or an object of JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "base/record.hpp"
#include "base/scored.hpp"
#include "base/text.hpp"

namespace pos::write {

// json: an element of the array that the text ends with, which somebody else begins and ends.
enum class Line { csv_header, csv, ndjson, json };

// Members come in the order of the columns, whose names are letters, digits, `%` and `_` alone. What is not known is empty in CSV,
// and null in JSON.
//
//     RecordLine(out, Line::csv).time("time", t).text("status", s).number("count", n).end();
//
// Shape    with Line::csv_header the names alone: a record without values makes the header.
class RecordLine {
 public:
  RecordLine(std::string& out, Line line) : RecordLine(out, line, ',', true) {
    if (line == Line::json) append_json_comma(out);
    if (is_json()) out += '{';
  }
  // Goes on with a line that has columns already, in `out` or elsewhere; of an object the brace is still open.
  [[nodiscard]] static RecordLine open(std::string& out, Line line, char delimiter = ',') {
    return {out, line, delimiter, false};
  }

  RecordLine& text(std::string_view name, std::string_view value) {
    if (begin(name)) is_json() ? append_json_string(out_, value) : append_csv_cell(out_, value, delimiter_);
    return *this;
  }
  // Empty: not known.
  RecordLine& text_or_null(std::string_view name, std::string_view value) {
    return value.empty() ? raw(name, {}) : text(name, value);
  }
  // A text of ours without quotes, commas and backslashes, which needs no look at it; empty: not known.
  RecordLine& word(std::string_view name, std::string_view value) {
    if (value.empty() || !is_json()) return raw(name, value);
    if (begin(name)) ((out_ += '"') += value) += '"';
    return *this;
  }
  RecordLine& time(std::string_view name, std::optional<LocalSeconds> value) {
    if (!value) return raw(name, {});
    if (!begin(name)) return *this;
    if (is_json()) out_ += '"';
    append_date_time(out_, *value);
    if (is_json()) out_ += '"';
    return *this;
  }
  RecordLine& number(std::string_view name, std::optional<std::int64_t> value) {
    if (!value) return raw(name, {});
    if (begin(name)) append_json_number(out_, value);
    return *this;
  }
  RecordLine& decimal(std::string_view name, std::optional<double> value, int decimals) {
    if (!value) return raw(name, {});
    if (line_ == Line::csv && !first_) {
      append_decimal(out_, *value, decimals, delimiter_);
    } else if (begin(name)) {
      append_decimal(out_, *value, decimals);
    }
    return *this;
  }
  // A value that is JSON already, and no cell that needs quotes; empty: not known.
  RecordLine& raw(std::string_view name, std::string_view value) {
    if (begin(name)) out_ += value.empty() && is_json() ? "null" : value;
    return *this;
  }
  void end() {
    if (is_json()) out_ += '}';
    if (line_ != Line::json) out_ += '\n';
  }

 private:
  RecordLine(std::string& out, Line line, char delimiter, bool first)
      : out_(out), line_(line), delimiter_(delimiter), first_(first) {}

  [[nodiscard]] bool is_json() const { return line_ == Line::ndjson || line_ == Line::json; }
  // True: its value is to follow.
  bool begin(std::string_view name) {
    const bool first = std::exchange(first_, false);
    if (is_json()) {
      ((out_ += first ? "\"" : ",\"") += name) += "\":";
      return true;
    }
    if (!first) out_ += delimiter_;
    if (line_ == Line::csv_header) out_ += name;
    return line_ == Line::csv;
  }

  std::string& out_;
  Line line_;
  char delimiter_;
  bool first_;  // no column yet
};

// Columns behind `reason`, where they are asked for.
struct PlaceColumns {
  bool key = false;
  bool where = false;
  bool amount = false;  // of the row, which histories have beside what was added to it
};

// Those in which this record has something.
[[nodiscard]] inline PlaceColumns places_of(const Record& record) {
  return {!record.scored.key.empty(), !record.scored.where.empty(), record.amount.has_value()};
}

// What pos-score adds to a record: score ... reason (base/scored.hpp); and key, where, apart from the others, so that
// they cost nothing where nobody asks for them.
void append_scored(RecordLine& row, const Scored& scored);
void append_places(RecordLine& row, const Scored& scored, PlaceColumns with);

// What to do about a row, or why nobody can say (recommendation.hpp), and which of the two it is.
void append_recommendation(RecordLine& row, const Scored& scored, std::string_view unjudged);

// A record as histories have it: time, status, count, and what was added to it.
void append_record(RecordLine& row, const Record& record, PlaceColumns with = {});
// The same as a line of its own; the header is that of any record.
void append_record_line(std::string& out, Line line, const Record& record, PlaceColumns with = {});

}  // namespace pos::write
