// SPDX-License-Identifier: MIT
#include "read/json_rows.hpp"

#include <simdjson.h>

#include <cstddef>
#include <new>

#include "base/text.hpp"
#include "read/bad_rows.hpp"
#include "read/json_library.hpp"

namespace pos::read {
namespace {

std::string reason_of(simdjson::error_code error) {
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();  // no fault of the text
  return std::string(not_json) + json_error_message(error);
}

namespace od = simdjson::ondemand;

// The bytes of one element, which need not be JSON yet: only brackets and quotes were looked at.
simdjson::simdjson_result<std::string_view> bytes_of(od::value element) {
  od::json_type type{};
  if (const auto error = element.type().get(type)) return error;
  if (type == od::json_type::object) {
    od::object object;
    const auto error = element.get_object().get(object);
    return error ? simdjson::simdjson_result<std::string_view>(error) : object.raw_json();
  }
  if (type == od::json_type::array) {
    od::array array;
    const auto error = element.get_array().get(array);
    return error ? simdjson::simdjson_result<std::string_view>(error) : array.raw_json();
  }
  std::string_view token = element.raw_json_token();
  // Passed over by simdjson itself, a string would take a colon with it.
  if (type == od::json_type::string) static_cast<void>(element.get_raw_json_string());
  return token;
}

// Takes rows off a text that has simdjson's padding behind it. What is no JSON is refused before blanks are removed:
// `1 000` would be a number after that.
class Splitter {
 public:
  explicit Splitter(JsonRows& rows) : rows_(rows) { load_json_library(); }

  simdjson::error_code add_one(const std::string& padded, std::size_t size) {
    rows_.row = 1;
    const auto error = add(std::string_view(padded).substr(0, size));
    if (error == simdjson::SUCCESS) rows_.row.reset();
    return error;
  }

  // Each element of an array, counted in rows.row. One that is no object is told only where all of it is JSON.
  simdjson::error_code add_all(const std::string& padded, std::size_t size) {
    od::parser parser;
    od::document document;
    od::array array;
    if (const auto error = parser.iterate(padded.data(), size, padded.size()).get(document)) return error;
    if (const auto error = document.get_array().get(array)) return error;
    std::optional<std::int64_t> no_object;
    rows_.row = 0;
    for (auto element : array) {
      ++*rows_.row;
      od::value value;
      std::string_view json;
      if (const auto error = element.get(value)) return error;
      if (const auto error = bytes_of(value).get(json)) return error;
      const auto error = add(json);
      if (error == simdjson::INCORRECT_TYPE && !no_object) no_object = rows_.row;
      if (error != simdjson::SUCCESS && error != simdjson::INCORRECT_TYPE) return error;
    }
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return simdjson::TRAILING_CONTENT;
    rows_.row = no_object;
    return no_object ? simdjson::INCORRECT_TYPE : simdjson::SUCCESS;
  }

 private:
  // One object, or else its error; what it lacks as a row is the reader's to tell.
  simdjson::error_code add(std::string_view json) {
    simdjson::dom::element element;
    if (const auto error = check_.parse(json.data(), json.size(), false).get(element)) return error;
    if (!element.is_object()) return simdjson::INCORRECT_TYPE;
    const std::size_t before = rows_.lines.size();
    std::size_t size = 0;
    rows_.lines.resize(before + json.size() + simdjson::SIMDJSON_PADDING);
    const auto error = simdjson::minify(json.data(), json.size(), rows_.lines.data() + before, size);
    rows_.lines.resize(before + size);
    rows_.lines += '\n';
    return error;
  }

  JsonRows& rows_;
  simdjson::dom::parser check_;
};

}  // namespace

JsonRows json_rows(std::string_view text) {
  JsonRows rows;
  text = without_byte_order_mark(text);
  if (const auto reason = check_bytes(text); !reason.empty()) {
    rows.problem = reason;
    return rows;
  }
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[')) {
    rows.problem = std::string(not_json) + "neither an object nor an array of objects";
    return rows;
  }
  rows.array = text[first] == '[';
  std::string padded(text);
  padded.resize(text.size() + simdjson::SIMDJSON_PADDING);
  Splitter splitter(rows);
  const auto error = rows.array ? splitter.add_all(padded, text.size()) : splitter.add_one(padded, text.size());
  if (error == simdjson::INCORRECT_TYPE) {
    rows.problem = "not a JSON object";
  } else if (error != simdjson::SUCCESS) {
    rows.problem = reason_of(error);
  }
  return rows;
}

}  // namespace pos::read
