// SPDX-License-Identifier: MIT
#include "read/csv_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/csv_cells.hpp"

namespace pos::read {
namespace {

std::string_view explain(Split split) {
  switch (split) {
    case Split::ok:
      return {};
    case Split::open_quote:
      return "quote is not closed";
    case Split::text_after_quote:
      return "text after a closing quote";
    case Split::quote_inside:
      return "quote inside a cell without quotes";
  }
  return {};
}

}  // namespace

CsvRows::CsvRows(LineBuffer& lines, std::string name, BadRowHandler on_bad)
    : lines_(lines), name_(std::move(name)), on_bad_([this, tell = std::move(on_bad)](BadRow row) {
        row.header = header_;
        tell(row);
      }) {
  read_header();
}

void CsvRows::read_header() {
  auto line = lines_.next();
  while (line && line->whole && line->text.empty()) line = lines_.next();
  if (!line) return;
  header_line_ = line->number;
  if (!line->whole)
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(header_line_) + ": header is longer than 1 MiB");
  delimiter_ = find_delimiter(line->text);
  if (const std::string reason = complete(*line); !reason.empty()) {
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(header_line_) + ": header: " + reason);
  }
  if (line->text.find('\r') != std::string_view::npos && line->text.find('"') == std::string_view::npos) {
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(header_line_) +
                                     ": header: has a carriage return: lines must end with LF or CR LF");
  }
  header_ = line->text;
  split_cells(header_, delimiter_, cells_);
  std::string scratch;
  for (const std::string_view cell : cells_) names_.emplace_back(cell_text(cell, scratch));
}

// Joins lines while a quote is open. Where that may have ended, the number of quotes is even; only
// then is it worth splitting again what has grown.
std::string CsvRows::complete(LineBuffer::Line& line) {
  const auto quotes = [](std::string_view text) { return std::count(text.begin(), text.end(), '"'); };
  if (auto seen = quotes(line.text); seen > 0) {
    Split split = split_cells(line.text, delimiter_, cells_);
    while (split == Split::open_quote) {
      do {
        const std::size_t counted = line.text.size();
        if (!lines_.extend(line)) return "quote is not closed";
        seen += quotes(line.text.substr(counted));
      } while (seen % 2 == 1);
      split = split_cells(line.text, delimiter_, cells_);
    }
    if (split != Split::ok) return std::string(explain(split));
  }
  return std::string(check_bytes(line.text));
}

bool CsvRows::next(Raw& row) {
  while (auto line = lines_.next()) {
    if (!line->whole) {
      reject_long_line(lines_, *line, on_bad_);
      continue;
    }
    if (line->text.empty()) continue;
    const std::int64_t number = line->number;
    if (const std::string reason = complete(*line); !reason.empty()) {
      lines_.give_back(*line);
      reject(number, line->text, reason);
      continue;
    }
    row = {line->text, number, line->text.find('"') != std::string_view::npos};
    return true;
  }
  return false;
}

void CsvRows::reject(std::int64_t line, std::string_view text, std::string_view reason) const {
  on_bad_({line, reason, text, false, {}});
}

std::string wrong_cell_count(bool too_few, std::size_t expected) {
  return std::string(too_few ? "too few cells" : "too many cells") + ", the header has " + std::to_string(expected);
}

ColumnFinder find_columns(const CsvRows& rows, const std::string& name, const ColumnNames& wanted, Labels labels) {
  ColumnFinder finder(wanted, labels);
  std::string list;
  for (std::size_t i = 0; i < rows.names().size(); ++i) {
    finder.offer(rows.names()[i], i);
    list += (i > 0 ? ", " : "") + rows.names()[i];
  }
  if (const std::string problem = finder.problem(); !problem.empty()) {
    throw Error(Fault::bad_data, name + ":" + std::to_string(rows.header_line()) + ": " + problem +
                                     " in the header: " + printable(list, 200));
  }
  return finder;
}

}  // namespace pos::read
