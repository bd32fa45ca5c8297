// SPDX-License-Identifier: MIT
#include "render/query_result.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/text.hpp"
#include "render/text_table.hpp"

namespace pos::render {
namespace {

bool is_text(const QueryValue& value) { return std::holds_alternative<std::string>(value); }
bool is_null(const QueryValue& value) { return std::holds_alternative<std::monostate>(value); }

// Numbers in the fewest digits that read back as the same number.
std::string to_text(const QueryValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

class CsvResult final : public QueryResult {
 public:
  void columns(std::span<const std::string> names, std::string& out) override {
    for (const std::string& name : names) {
      if (&name != names.data()) out += ',';
      append_csv_cell(out, name);
    }
    out += '\n';
  }

  void row(std::span<const QueryValue> values, std::string& out) override {
    for (const QueryValue& value : values) {
      if (&value != values.data()) out += ',';
      append_csv_cell(out, to_text(value));
    }
    // A line of nothing would be no row to those who read it.
    if (values.size() == 1 && to_text(values[0]).empty()) out += "\"\"";
    out += '\n';
  }
};

class NdjsonResult final : public QueryResult {
 public:
  void columns(std::span<const std::string> names, std::string&) override {
    for (const std::string& name : names) {
      std::string key = name;
      for (int i = 2; std::find(keys_.begin(), keys_.end(), key) != keys_.end(); ++i)
        key = fmt::format("{}_{}", name, i);
      keys_.push_back(key);
    }
  }

  void row(std::span<const QueryValue> values, std::string& out) override {
    for (std::size_t i = 0; i < values.size(); ++i) {
      out += i == 0 ? '{' : ',';
      append_json_string(out, keys_[i]);
      out += ':';
      append(values[i], out);
    }
    out += "}\n";
  }

 private:
  static void append(const QueryValue& value, std::string& out) {
    const auto* real = std::get_if<double>(&value);
    const bool no_number = real != nullptr && !std::isfinite(*real);  // which JSON cannot say
    if (is_null(value) || no_number) {
      out += "null";
    } else if (is_text(value)) {
      append_json_string(out, std::get<std::string>(value));
    } else {
      out += to_text(value);
    }
  }

  std::vector<std::string> keys_;
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
    }
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
  TextStyle style_;
  std::vector<std::string> names_;
  std::vector<bool> has_text_;
  std::vector<std::string> cells_;  // row by row
};

}  // namespace

std::unique_ptr<QueryResult> make_csv_result() { return std::make_unique<CsvResult>(); }
std::unique_ptr<QueryResult> make_ndjson_result() { return std::make_unique<NdjsonResult>(); }
std::unique_ptr<QueryResult> make_text_result(const TextStyle& style) { return std::make_unique<TextResult>(style); }

}  // namespace pos::render
