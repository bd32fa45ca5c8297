// SPDX-License-Identifier: MIT
// A record of a table, said once: as a line of CSV, its header line, or an object of NDJSON.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/record.hpp"
#include "base/text.hpp"

namespace pos::write {

enum class Line { csv_header, csv, ndjson };

// Members come in the order of the columns. What is not known is empty in CSV, and null in NDJSON.
//
//     RecordLine(out, Line::csv).time("time", t).text("status", s).number("count", n).end();
//
// Shape    with Line::csv_header the names alone: a record without values makes the header.
class RecordLine {
 public:
  RecordLine(std::string& out, Line line) : out_(out), line_(line) {
    if (line == Line::ndjson) out_ += '{';
  }

  RecordLine& text(std::string_view name, std::string_view value) {
    if (!begin(name)) return *this;
    line_ == Line::csv ? append_csv_cell(out_, value) : append_json_string(out_, value);
    return *this;
  }
  // Empty: not known.
  RecordLine& text_or_null(std::string_view name, std::string_view value) {
    return value.empty() && line_ == Line::ndjson ? json(name, "null") : text(name, value);
  }
  RecordLine& time(std::string_view name, std::optional<LocalSeconds> value) {
    if (!value) return text_or_null(name, {});
    if (!begin(name)) return *this;
    if (line_ == Line::ndjson) out_ += '"';
    out_ += to_date_time(*value);
    if (line_ == Line::ndjson) out_ += '"';
    return *this;
  }
  RecordLine& number(std::string_view name, std::optional<std::int64_t> value) {
    if (!value) return json(name, line_ == Line::ndjson ? "null" : "");
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *value).ptr;
    if (begin(name)) out_.append(digits.data(), end);
    return *this;
  }
  RecordLine& decimal(std::string_view name, std::optional<double> value, int decimals) {
    if (!value) return json(name, line_ == Line::ndjson ? "null" : "");
    if (begin(name)) append_decimal(out_, *value, decimals);
    return *this;
  }
  void end() { out_ += line_ == Line::ndjson ? "}\n" : "\n"; }

 private:
  RecordLine& json(std::string_view name, std::string_view value) {
    if (begin(name)) out_ += value;
    return *this;
  }
  // True: its value is to follow.
  bool begin(std::string_view name) {
    if (!std::exchange(first_, false)) out_ += ',';
    if (line_ == Line::csv) return true;
    if (line_ == Line::csv_header) {
      append_csv_cell(out_, name);
      return false;
    }
    append_json_string(out_, name);
    out_ += ':';
    return true;
  }

  std::string& out_;
  Line line_;
  bool first_ = true;
};

}  // namespace pos::write
