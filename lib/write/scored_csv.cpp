// SPDX-License-Identifier: MIT
#include "write/scored_format.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "write/recommendation.hpp"
#include "write/record_line.hpp"

namespace pos::write {
namespace {

std::string explanation_text(const Explanation& explanation) {
  std::string text = fmt::format("base={:.6f}", static_cast<double>(explanation.base) / 1e6);
  for (std::size_t i = 0; i < explanation.parts.size(); ++i) {
    fmt::format_to(std::back_inserter(text), " {}={:+.6f}", Explanation::names[i],
                   static_cast<double>(explanation.parts[i]) / 1e6);
  }
  return text;
}

class ScoredCsv final : public ScoredFormat {
 public:
  explicit ScoredCsv(ExtraColumns extra) : extra_(extra) {}

  void header(const Header& header, const std::string& name, std::string& out) override {
    if (header.format != Format::csv || header.line.empty()) return;
    if (!begun_) {
      delimiter_ = header.delimiter;
      names_ = header.names;
      for (std::size_t i = 0; i < names_.size(); ++i) places_.emplace(names_[i], i);
      begin(header.line, out);
    } else if (header.names != names_ || header.delimiter != delimiter_) {
      throw Error(Fault::bad_data,
                  name + ":" + std::to_string(header.line_number) +
                      ": other columns than the input before it; give it a run of its own, or use -f ndjson");
    }
  }

  [[nodiscard]] bool needs_cells(Format input) const override { return input != Format::csv; }
  // JSON objects name their columns row by row. The first one decides what the columns are; another
  // may leave some out, but one that brings new ones would lose them.
  [[nodiscard]] std::string check_columns(std::span<const Cell> cells, std::string& out) override {
    for (const Cell& cell : cells) {
      if (cell.name.find('\0') != std::string_view::npos || cell.value.find('\0') != std::string_view::npos)
        return "key '" + printable(cell.name, 40) + "' has a NUL byte, which CSV cannot hold; use -f ndjson";
    }
    if (!begun_) {
      std::string line;
      for (const Cell& cell : cells) {
        places_.emplace(cell.name, names_.size());
        names_.emplace_back(cell.name);
        if (names_.size() > 1) line += delimiter_;
        append_cell(line, cell.name);
      }
      begin(line, out);
    }
    for (const Cell& cell : cells) {
      if (!places_.contains(cell.name)) {
        return "key '" + printable(cell.name, 40) + "' is not in the first row, which CSV columns follow";
      }
    }
    return {};
  }

  void input_columns(const Row& row, std::span<const Cell> cells, std::string& out) override {
    if (row.format == Format::csv) {
      out += row.raw;
      return;
    }
    values_.assign(names_.size(), {});
    for (const Cell& cell : cells) {
      const bool missing = cell.kind == Cell::Kind::json && cell.value == "null";
      values_[places_.find(cell.name)->second] = missing ? std::string_view() : cell.value;
    }
    for (const std::string_view& value : values_) {
      if (&value != values_.data()) out += delimiter_;
      append_cell(out, value);
    }
  }

  void made_up_columns(const Header& like, std::string_view time, std::string_view status, std::int64_t count,
                       std::span<const NamedText> others, std::string& out) override {
    const TimeParts parts = part_time(like, time);
    for (const std::string& name : names_) {
      if (&name != names_.data()) out += delimiter_;
      if (name == like.time) {
        append_cell(out, parts.time);
      } else if (name == like.clock) {
        append_cell(out, parts.clock);
      } else if (name == like.status) {
        append_cell(out, status);
      } else if (name == like.count) {
        out += std::to_string(count);
      } else {
        append_cell(out, text_of(others, name));
      }
    }
  }

  void added_columns(const Scored& scored, std::string_view unjudged, std::string& out) override {
    RecordLine row = RecordLine::open(out, Line::csv, delimiter_);
    append_scored(row, scored);
    if (extra_.key || extra_.where) append_places(row, scored, {extra_.key, extra_.where});
    if (scored.explanation) row.text(explain_column, explanation_text(*scored.explanation));
    if (extra_.recommend) append_recommendation(row, scored, unjudged);
    row.end();
  }

 private:
  void begin(std::string_view columns, std::string& out) {
    out += columns;
    for (const std::string_view name : pos::scored_columns) (out += delimiter_) += name;
    if (extra_.key) (out += delimiter_) += key_column;
    if (extra_.where) (out += delimiter_) += where_column;
    if (extra_.explain) (out += delimiter_) += explain_column;
    if (extra_.recommend) ((out += delimiter_) += recommendation_column), (out += delimiter_) += judged_column;
    out += '\n';
    begun_ = true;
  }

  // As readers find columns: another spelling is taken where the very name is not there.
  [[nodiscard]] std::string_view text_of(std::span<const NamedText> others, std::string_view column) const {
    for (const auto& [name, text] : others) {
      if (name == column || (!places_.contains(name) && fold_name(name) == fold_name(column))) return text;
    }
    return {};
  }

  void append_cell(std::string& out, std::string_view text) const { append_csv_cell(out, text, delimiter_); }

  ExtraColumns extra_;
  bool begun_ = false;
  char delimiter_ = ',';
  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> places_;  // by name, of columns that JSON keys name
  std::vector<std::string_view> values_;                    // of the row being written, by column
};

}  // namespace

std::unique_ptr<ScoredFormat> make_scored_csv(ExtraColumns extra) { return std::make_unique<ScoredCsv>(extra); }

}  // namespace pos::write
