// SPDX-License-Identifier: MIT
#include "read/ndjson_reader.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/encoding.hpp"
#include "read/fields.hpp"
#include "read/json_library.hpp"

namespace pos::read {

static_assert(LineBuffer::padding >= simdjson::SIMDJSON_PADDING);

namespace {

// A string's content or a whole number's digits; nothing for other values.
std::optional<std::string_view> as_text(const simdjson::dom::element& value, std::string& scratch) {
  if (value.is_string()) return trim(value.get_string().value_unsafe());
  if (value.is_int64()) return scratch = std::to_string(value.get_int64().value_unsafe());
  if (value.is_uint64()) return scratch = std::to_string(value.get_uint64().value_unsafe());
  return std::nullopt;
}

// The same, and digits with a fraction of seconds since 1970.
std::optional<std::string_view> as_time(const simdjson::dom::element& value, std::string& scratch) {
  if (!value.is_double()) return as_text(value, scratch);
  constexpr double far = 1e14;
  const double number = value.get_double().value_unsafe();
  if (!(number >= 0 && number < far)) return std::nullopt;
  std::array<char, 400> digits;
  const auto written = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed);
  return scratch.assign(digits.begin(), written.ptr);
}

}  // namespace

struct NdjsonReader::Parser {
  Parser() { load_json_library(); }

  simdjson::dom::parser dom;            // checks the whole line
  simdjson::ondemand::parser ondemand;  // gives values as they stand, on lines that dom let pass
  std::vector<simdjson::dom::element> values;
  std::array<std::string, column_kinds> texts;  // numbers as text
  std::string scratch;

  // Digits that stand in a string are a name, not how many: they are left out.
  std::string_view number_or_words(std::size_t place) {
    return as_text(values[place], scratch).value_or(std::string_view());
  }
};

NdjsonReader::NdjsonReader(std::unique_ptr<LineBuffer> lines, std::string name, const ReadOptions& options,
                           const TimeZone& zone, BadRowHandler on_bad)
    : lines_(std::move(lines)),
      name_(std::move(name)),
      columns_(options.columns),
      anomaly_label_(options.anomaly_label),
      label_names_(options.labels),
      scored_(options.scored),
      reads_amounts_(options.amounts),
      reserved_(options.reserved.begin(), options.reserved.end()),
      on_bad_(std::move(on_bad)),
      parser_(std::make_unique<Parser>()),
      times_(zone, header_.time_style),
      amounts_(','),
      may_be_plain_(!options.checked && options.anomaly_label == Labels::ignore),
      plain_(times_),
      plain_rows_(label_names_.size()),
      row_labels_(label_names_.size(), 1) {
  check_encoding(*lines_, name_);
  header_.format = Format::ndjson;
  if (columns_.no_header) columns_ = ColumnNames();  // its places are those of CSV
  header_.time_style.format = options.columns.time_format;
}

NdjsonReader::~NdjsonReader() = default;

std::span<const PlainRow> NdjsonReader::plain_rows() {
  if (!may_be_plain_) return {};
  return plain_rows_.take(plain_, *lines_, amounts_);
}

const Row* NdjsonReader::next() {
  if (!may_be_plain_) return next_checked();
  const auto plain = plain_rows_.take(plain_, *lines_, amounts_, 1);
  if (plain.empty()) return next_checked();
  to_row(plain.front(), plain_.status(plain.front().status), Format::ndjson, row_);
  return &row_;
}

// By the way that takes every row.
const Row* NdjsonReader::next_checked() {
  while (const auto line = lines_->next()) {
    const std::int64_t number = line->number;
    if (!line->whole) {
      reject_long_line(*lines_, *line, on_bad_);
      continue;
    }
    if (trim(line->text).empty()) continue;
    if (const std::string reason = read(line->text, number); !reason.empty()) {
      if (times_.undecided()) throw Error(Fault::bad_data, name_ + ":" + std::to_string(number) + ": " + reason);
      on_bad_({number, reason, line->text, false, {}});
      continue;
    }
    row_.raw = line->text;
    row_.format = Format::ndjson;
    row_.line = number;
    if (may_be_plain_) learn_plain(line->text);
    return &row_;
  }
  return nullptr;
}

void NdjsonReader::learn_plain(std::string_view line) {
  if (finder_->place(Column::clock)) return plain_.forget();
  plain_.learn(
      line,
      {*finder_->place(Column::time), *finder_->place(Column::status), finder_->place(Column::count),
       !columns_.no_count, labels_, amount_, columns_.amount.empty() ? std::nullopt : finder_->place(Column::amount)},
      row_.transaction.status);
}

// The shape of the line, then its fields. The line buffer's padding lets simdjson parse in place.
std::string NdjsonReader::read(std::string_view text, std::int64_t number) {
  if (const auto reason = check_bytes(text); !reason.empty()) return std::string(reason);
  simdjson::dom::object object;
  const auto error = parser_->dom.parse(text.data(), text.size(), false).get(object);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // no fault of the row
  if (error == simdjson::INCORRECT_TYPE) return "not a JSON object";
  if (error != simdjson::SUCCESS) return std::string(not_json) + json_error_message(error);

  parser_->values.clear();
  bool same = finder_.has_value();
  for (const auto field : object) {
    const std::size_t i = parser_->values.size();
    parser_->values.push_back(field.value);
    if (same && i < names_.size() && names_[i] == field.key) continue;
    same = false;
    names_.resize(std::max(names_.size(), i + 1));
    names_[i] = field.key;
  }
  if (!same || names_.size() != parser_->values.size()) {
    names_.resize(parser_->values.size());
    names_problem_ = check_names(number);
  }
  if (!names_problem_.empty()) return names_problem_;

  std::array<std::optional<std::string_view>, column_kinds> found;
  for (std::size_t i = 0; i < column_kinds; ++i) {
    const auto column = static_cast<Column>(i);
    const auto place = finder_->place(column);
    if (!place || column == Column::amount) continue;
    const auto& value = parser_->values[*place];
    found[i] = column == Column::time ? as_time(value, parser_->texts[i]) : as_text(value, parser_->texts[i]);
    if (!found[i]) {
      constexpr std::array<std::string_view, column_kinds> names = {"time",  "status", "count",
                                                                    "label", "time",   "amount"};
      return std::string(names[i]) + " is " + printable(simdjson::minify(value), 40) + ", no text and no " +
             (column == Column::time ? "number of seconds" : "whole number");
    }
  }
  row_.label.reset();
  row_.time_text = found[4] ? join_time(*found[0], *found[4], header_, joined_) : *found[0];
  if (std::string reason =
          parse_transaction({row_.time_text, *found[1], found[2], scored_}, times_, row_.transaction, masked_status_);
      !reason.empty())
    return reason;
  if (!found[2] || !std::exchange(checked_, true)) {
    std::string doubt = FirstRows(names_.size())
                            .doubt(
                                *finder_, columns_, names_, [&](std::size_t i) { return parser_->number_or_words(i); },
                                row_.transaction.time);
    if (!doubt.empty()) return doubt;
  }
  cells_.clear();
  if (!labels_.empty()) read_labels(text);
  if (amount_) row_.transaction.amount = amounts_.read(trim(label_at(*amount_, text)), number);
  return found[3] ? parse_label(*found[3], row_.label) : std::string();
}

void NdjsonReader::read_labels(std::string_view line) {
  for (std::size_t i = 0; i < labels_.size(); ++i)
    row_labels_.put(0, i, labels_[i] ? label_at(*labels_[i], line) : std::string_view());
  row_.transaction.labels = row_labels_.of(0);
}

// A number is its digits as they stand: 1.10 stays 1.10.
std::string_view NdjsonReader::label_at(std::size_t place, std::string_view line) {
  const simdjson::dom::element& value = parser_->values[place];
  if (value.is_string()) return value.get_string().value_unsafe();
  if (value.is_null() || value.is_object() || value.is_array()) return {};
  if (cells_.empty()) split(line);
  const std::string_view token = cells_[place].value;
  return token.substr(0, token.find_first_of("\r\n"));
}

// What the keys of a row are, where they are others than those of the row before. Returns why they do not do.
std::string NdjsonReader::check_names(std::int64_t line) {
  finder_.emplace(columns_, anomaly_label_, label_names_);
  checked_ = false;
  plain_.forget();
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (std::find(reserved_.begin(), reserved_.end(), names_[i]) != reserved_.end())
      return "key '" + names_[i] + "' is there already: has this been scored before?";
    finder_->offer(names_[i], i);
  }
  if (std::string problem = finder_->problem(); !problem.empty()) return problem + finder_->cure();
  labels_ = finder_->label_places();
  const auto name = [&](Column column) { return names_[*finder_->place(column)]; };
  header_.time = name(Column::time);
  header_.status = name(Column::status);
  header_.count.reset();
  header_.clock.reset();
  if (finder_->place(Column::count)) header_.count = name(Column::count);
  if (finder_->place(Column::clock)) header_.clock = name(Column::clock);
  find_amount(line);
  header_.labels = label_names_;
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (labels_[i]) header_.labels[i] = names_[*labels_[i]];
  }
  return {};
}

void NdjsonReader::find_amount(std::int64_t line) {
  amount_ = reads_amounts_ ? finder_->place(Column::amount) : std::nullopt;
  header_.amount.reset();
  if (amount_) header_.amount = names_[*amount_];
  const auto rivals = reads_amounts_ ? finder_->rival_amounts() : std::nullopt;
  if (rivals && no_amount_.empty()) no_amount_ = rival_amounts(line, names_[rivals->first], names_[rivals->second]);
}

std::span<const Cell> NdjsonReader::cells() {
  split(row_.raw);
  return cells_;
}

// Into cells, values as they stand in the line: 1.10 stays 1.10.
void NdjsonReader::split(std::string_view line) {
  namespace od = simdjson::ondemand;
  cells_.clear();
  od::document document;
  od::object object;
  const std::size_t capacity = line.size() + simdjson::SIMDJSON_PADDING;
  if (parser_->ondemand.iterate(line.data(), line.size(), capacity).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS) {
    return;  // cannot be: dom took the line
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
}

}  // namespace pos::read
