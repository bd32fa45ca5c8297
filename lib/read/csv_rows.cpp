// SPDX-License-Identifier: MIT
#include "read/csv_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/csv_cells.hpp"
#include "read/encoding.hpp"

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

// Nothing but what separates cells.
bool is_blank(std::string_view line) { return line.find_first_not_of(" \t,;") == std::string_view::npos; }

bool has_empty_cell(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
}

ColumnFinder offer_all(const std::vector<std::string>& names, const ColumnNames& wanted, Labels labels = Labels::ignore,
                       std::span<const std::string> label_names = {}) {
  ColumnFinder finder(wanted, labels, label_names);
  for (std::size_t i = 0; i < names.size(); ++i) finder.offer(wanted.no_header ? std::to_string(i + 1) : names[i], i);
  return finder;
}

}  // namespace

// A line that may be the header.
struct CsvRows::Candidate {
  std::string text;
  std::int64_t line = 0;
  char delimiter = ',';
  std::vector<std::string> names;
  std::string problem;    // it is no text or no CSV
  std::size_t found = 0;  // columns of those wanted
  bool is_header = false;
};

CsvRows::CsvRows(LineBuffer& lines, std::string name, BadRowHandler on_bad, const ColumnNames* wanted)
    : lines_(lines), name_(std::move(name)), on_bad_([this, tell = std::move(on_bad)](BadRow row) {
        row.header = header_;
        tell(row);
      }) {
  check_encoding(lines, name_);
  read_header(wanted);
}

void CsvRows::refuse(std::int64_t line, std::string_view reason) const {
  throw Error(Fault::bad_data, name_ + ":" + std::to_string(line) + ": " + std::string(reason));
}

// `sep=;`, which spreadsheets write and read.
bool CsvRows::take_sep(std::string_view line) {
  if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() != 5 || fold_name(line.substr(0, 4)) != "sep=") return false;
  told_delimiter_ = line[4];
  return true;
}

CsvRows::Candidate CsvRows::candidate(LineBuffer::Line line, const ColumnNames* wanted) {
  Candidate found;
  found.line = line.number;
  if (!line.whole) refuse(line.number, "header is longer than 1 MiB");
  const bool told = told_delimiter_ == ',' || told_delimiter_ == ';' || told_delimiter_ == '\t';
  found.delimiter = delimiter_ = told ? *told_delimiter_ : find_delimiter(line.text);
  found.problem = complete(line);
  if (found.problem.empty() && line.text.find('\r') != std::string_view::npos &&
      line.text.find('"') == std::string_view::npos) {
    found.problem = "has a carriage return: lines must end with LF or CR LF";
  }
  if (!found.problem.empty()) {
    lines_.give_back(line);
    if (found.problem == not_utf_8) refuse(line.number, "header: " + found.problem);
    return found;
  }
  found.text = line.text;
  split_cells(found.text, delimiter_, cells_);
  std::string scratch;
  for (const std::string_view cell : cells_) found.names.emplace_back(cell_text(cell, scratch));
  if (wanted == nullptr) return found;
  const ColumnFinder finder = offer_all(found.names, *wanted);
  for (const Column column : {Column::time, Column::status, Column::count}) {
    if (finder.place(column)) ++found.found;
  }
  // One that names a column lacks another: live input must not wait for ten lines to hear that.
  found.is_header =
      finder.finds_record() || (found.found > 0 && !has_empty_cell(found.names) && found.names.size() > 1);
  return found;
}

namespace {

template <typename Line>
bool is_title(const Line& line, const Line& header) {
  return &line != &header && (line.names.size() < header.names.size() || has_empty_cell(line.names));
}

}  // namespace

void CsvRows::read_header(const ColumnNames* wanted) {
  constexpr std::size_t most_lines = 10;
  std::vector<Candidate> lines;
  while (lines.size() < most_lines && (lines.empty() || !lines.back().is_header)) {
    const auto line = lines_.next();
    if (!line) break;
    if (line->whole && (is_blank(line->text) || line->text.starts_with('#') || take_sep(line->text))) continue;
    if (wanted != nullptr && wanted->no_header) return make_header(*line, *wanted);
    lines.push_back(candidate(*line, wanted));
    if (wanted == nullptr) break;
  }
  if (lines.empty()) return;
  auto header = std::max_element(lines.begin(), lines.end(),
                                 [](const Candidate& a, const Candidate& b) { return a.found < b.found; });
  if (lines.back().is_header) {  // rows before it are none that may be lost
    header =
        std::find_if(lines.begin(), lines.end(), [&](const Candidate& line) { return !is_title(line, lines.back()); });
  }
  if (!header->problem.empty()) refuse(header->line, "header: " + header->problem);
  header_ = std::move(header->text);
  header_line_ = header->line;
  delimiter_ = header->delimiter;
  names_ = std::move(header->names);
}

// The line stays a row.
void CsvRows::make_header(LineBuffer::Line line, const ColumnNames& wanted) {
  const Candidate row = candidate(line, nullptr);
  if (!row.problem.empty()) refuse(row.line, "the first row, which says how many columns there are: " + row.problem);
  for (std::size_t i = 1; i <= row.names.size(); ++i) {
    const std::string place = std::to_string(i);
    names_.emplace_back(place == wanted.time && wanted.clock.empty() ? "time"
                        : place == wanted.status                     ? "status"
                        : place == wanted.count                      ? "count"
                                                                     : place);
    if (i > 1) header_ += delimiter_;
    header_ += names_.back();
  }
  header_line_ = row.line;
  has_header_ = false;
  lines_.put_back(line);
}

bool CsvRows::repeats_header(std::string_view line) const {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (line.size() == header_.size() + mark.size() && line.starts_with(mark)) line.remove_prefix(mark.size());
  return line.size() == header_.size() && has_header_ && line == header_;
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
    if (repeats_header(line->text)) {
      begins_file_ = true;
      continue;
    }
    row = {line->text, number, line->text.find('"') != std::string_view::npos, std::exchange(begins_file_, false)};
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

ColumnFinder find_columns(const CsvRows& rows, const std::string& name, const ColumnNames& wanted, Labels labels,
                          std::span<const std::string> label_names) {
  ColumnFinder finder = offer_all(rows.names(), wanted, labels, label_names);
  std::string problem = finder.problem();
  const bool lacks_label = problem.empty() && !finder.missing_label().empty();
  if (lacks_label) problem = finder.missing_label();
  if (problem.empty()) return finder;
  if (wanted.no_header) {
    problem += (lacks_label ? finder.cure() : " (--columns asks for it)") + ", but the first row has " +
               std::to_string(rows.names().size()) + " columns";
  } else {
    const bool is_row = rows.header().find_first_of("0123456789") == 0;
    problem += " in the header: " + printable(join(rows.names(), ", "), 200) +
               (is_row ? " (a row? -N reads input without a header)" : finder.cure());
  }
  throw Error(Fault::bad_data, name + ":" + std::to_string(rows.header_line()) + ": " + problem);
}

}  // namespace pos::read
