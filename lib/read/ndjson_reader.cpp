// SPDX-License-Identifier: MIT
#include "read/ndjson_reader.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "read/fields.hpp"

namespace pos::read {

static_assert(LineBuffer::padding >= simdjson::SIMDJSON_PADDING);

struct NdjsonReader::Parser {
  simdjson::dom::parser dom;            // checks the whole line
  simdjson::ondemand::parser ondemand;  // gives values as they stand, on lines that dom let pass
  std::vector<simdjson::dom::element> values;
  std::vector<std::string_view> names;
  std::array<std::string, column_kinds> texts;  // numbers as text
};

NdjsonReader::NdjsonReader(std::unique_ptr<LineBuffer> lines, const ReadOptions& options, const TimeZone& zone,
                           BadRowHandler on_bad)
    : lines_(std::move(lines)),
      columns_(options.columns),
      labels_(options.labels),
      reserved_(options.reserved.begin(), options.reserved.end()),
      on_bad_(std::move(on_bad)),
      parser_(std::make_unique<Parser>()),
      times_(zone, header_.time_style) {
  header_.format = Format::ndjson;
}

NdjsonReader::~NdjsonReader() = default;

const Row* NdjsonReader::next() {
  while (const auto line = lines_->next()) {
    const std::int64_t number = line->number;
    if (!line->whole) {
      reject_long_line(*lines_, *line, on_bad_);
      continue;
    }
    if (trim(line->text).empty()) continue;
    if (const std::string reason = read(line->text); !reason.empty()) {
      on_bad_({number, reason, line->text, false, {}});
      continue;
    }
    row_.raw = line->text;
    row_.format = Format::ndjson;
    row_.line = number;
    return &row_;
  }
  return nullptr;
}

namespace {

// A string's content or a whole number's digits; nothing for other values.
std::optional<std::string_view> as_text(const simdjson::dom::element& value, std::string& scratch) {
  if (value.is_string()) return trim(value.get_string().value_unsafe());
  if (value.is_int64()) return scratch = std::to_string(value.get_int64().value_unsafe());
  if (value.is_uint64()) return scratch = std::to_string(value.get_uint64().value_unsafe());
  return std::nullopt;
}

}  // namespace

// The shape of the line, then its fields. The line buffer's padding lets simdjson parse in place.
std::string NdjsonReader::read(std::string_view text) {
  if (const auto reason = check_bytes(text); !reason.empty()) return std::string(reason);
  simdjson::dom::object object;
  const auto error = parser_->dom.parse(text.data(), text.size(), false).get(object);
  if (error == simdjson::INCORRECT_TYPE) return "not a JSON object";
  if (error != simdjson::SUCCESS) return std::string(not_json) + std::string(simdjson::error_message(error));

  ColumnFinder finder(columns_, labels_);
  parser_->values.clear();
  parser_->names.clear();
  for (const auto field : object) {
    if (std::find(reserved_.begin(), reserved_.end(), field.key) != reserved_.end()) {
      return "key '" + std::string(field.key) + "' is there already: has this been scored before?";
    }
    finder.offer(field.key, parser_->values.size());
    parser_->values.push_back(field.value);
    parser_->names.push_back(field.key);
  }
  if (std::string problem = finder.problem(); !problem.empty()) return problem;

  std::array<std::optional<std::string_view>, column_kinds> found;
  for (std::size_t i = 0; i < column_kinds; ++i) {
    const auto place = finder.place(static_cast<Column>(i));
    if (!place) continue;
    found[i] = as_text(parser_->values[*place], parser_->texts[i]);
    if (!found[i]) {
      constexpr std::array<std::string_view, column_kinds> names = {"time", "status", "count", "label"};
      return std::string(names[i]) + " is " + printable(simdjson::minify(parser_->values[*place]), 40) +
             ", no text and no whole number";
    }
  }
  row_.label.reset();
  row_.time_text = *found[0];
  header_.time = parser_->names[*finder.place(Column::time)];
  header_.status = parser_->names[*finder.place(Column::status)];
  header_.count.reset();
  if (found[2]) header_.count = parser_->names[*finder.place(Column::count)];
  if (std::string reason =
          parse_transaction({*found[0], *found[1], found[2]}, times_, row_.transaction, masked_status_);
      !reason.empty())
    return reason;
  return found[3] ? parse_label(*found[3], row_.label) : std::string();
}

// Values as they stand in the line: 1.10 stays 1.10.
std::span<const Cell> NdjsonReader::cells() {
  namespace od = simdjson::ondemand;
  cells_.clear();
  od::document document;
  od::object object;
  const std::size_t capacity = row_.raw.size() + simdjson::SIMDJSON_PADDING;
  if (parser_->ondemand.iterate(row_.raw.data(), row_.raw.size(), capacity).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS) {
    return cells_;  // cannot be: dom took the line
  }
  for (auto field : object) {
    const std::string_view name = field.unescaped_key().value_unsafe();
    od::value value = field.value().value_unsafe();
    od::json_type type = value.type().value_unsafe();
    if (type == od::json_type::string) {
      cells_.push_back({name, value.get_string().value_unsafe(), Cell::Kind::text});
    } else if (type == od::json_type::object) {
      cells_.push_back({name, value.get_object().value_unsafe().raw_json().value_unsafe(), Cell::Kind::json});
    } else if (type == od::json_type::array) {
      cells_.push_back({name, value.get_array().value_unsafe().raw_json().value_unsafe(), Cell::Kind::json});
    } else {
      cells_.push_back({name, trim(value.raw_json_token()), Cell::Kind::json});
    }
  }
  return cells_;
}

}  // namespace pos::read
