// SPDX-License-Identifier: MIT
#include "render/query/result.hpp"

#include <fmt/core.h>

#include <cmath>

#include "base/error.hpp"
#include "render/terminal/table.hpp"
#include "write/table.hpp"

namespace pos::render {
namespace {

using write::Line;

bool is_text(const QueryValue& value) { return std::holds_alternative<std::string>(value); }

// Numbers in the fewest digits that read back as the same number.
std::string to_text(const QueryValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

class RecordResult final : public QueryResult {
 public:
  explicit RecordResult(Line form) : form_(form) {}

  void columns(std::span<const std::string> names, std::string& out) override {
    if (form_ == Line::csv) {
      names_.assign(names.begin(), names.end());
      write::append_row(out, Line::csv_header, names_, {});
    } else {
      for (const std::string& name : names) write::add_name(names_, name);
    }
  }

  void row(std::span<const QueryValue> values, std::string& out) override {
    cells_.clear();
    for (const QueryValue& value : values) cells_.push_back({to_text(value), !is_text(value)});
    if (form_ == Line::csv) {
      // A line of nothing would be no row to those who read it.
      if (cells_.size() == 1 && cells_[0].text.empty()) cells_[0] = {"\"\"", true};
    } else {
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* real = std::get_if<double>(&values[i]);
        if (real != nullptr && !std::isfinite(*real)) cells_[i].text.clear();  // which JSON cannot say
      }
    }
    write::append_row(out, form_, names_, cells_);
  }

 private:
  Line form_;
  std::vector<std::string> names_;
  std::vector<write::TableCell> cells_;  // of the row being written
};

class TextResult final : public QueryResult {
 public:
  explicit TextResult(const TextStyle& style) : style_(style) {}

  void columns(std::span<const std::string> names, std::string&) override {
    names_.assign(names.begin(), names.end());
    has_text_.assign(names.size(), false);
  }

  void row(std::span<const QueryValue> values, std::string&) override {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (is_text(values[i])) has_text_[i] = true;
      cells_.push_back(to_text(values[i]));
      bytes_ += sizeof(std::string) + cells_.back().size();
    }
    if (++rows_ > most_rows || bytes_ > most_bytes)
      throw Error(Fault::usage,
                  fmt::format("more than {} rows, or {} MB, are too much for a table as text: ask for csv or "
                              "ndjson by --format",
                              most_rows, most_bytes >> 20));
  }

  void end(std::string& out) override {
    constexpr int least = 10;
    std::vector<TableColumn> columns;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      columns.push_back({names_[i], has_text_[i] ? Align::left : Align::right, has_text_[i] ? least : 0});
    }
    TextTable table(std::move(columns));
    for (std::size_t at = 0; at < cells_.size(); at += names_.size()) {
      table.row(std::span(cells_).subspan(at, names_.size()));
    }
    table.append_to(out, style_);
  }

 private:
  // How wide its columns are all rows say together.
  static constexpr std::size_t most_rows = 200'000;
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  TextStyle style_;
  std::vector<std::string> names_;
  std::vector<bool> has_text_;
  std::vector<std::string> cells_;  // row by row
  std::size_t rows_ = 0;
  std::size_t bytes_ = 0;  // of the cells
};

}  // namespace

std::unique_ptr<QueryResult> make_csv_result() { return std::make_unique<RecordResult>(Line::csv); }
std::unique_ptr<QueryResult> make_ndjson_result() { return std::make_unique<RecordResult>(Line::ndjson); }
std::unique_ptr<QueryResult> make_text_result(const TextStyle& style) { return std::make_unique<TextResult>(style); }

}  // namespace pos::render
