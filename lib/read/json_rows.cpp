// SPDX-License-Identifier: MIT
#include "read/json_rows.hpp"

#include <simdjson.h>

#include <cstddef>

#include "base/text.hpp"
#include "read/bad_rows.hpp"

namespace pos::read {
namespace {

std::string reason_of(simdjson::error_code error) {
  return std::string(not_json) + std::string(simdjson::error_message(error));
}

// Splits the array in `rows.lines`, which has simdjson's padding behind `size` bytes.
simdjson::error_code split(JsonRows& rows, std::size_t size) {
  namespace od = simdjson::ondemand;
  od::parser parser;
  od::document document;
  od::array array;
  if (const auto error = parser.iterate(rows.lines.data(), size, rows.lines.size()).get(document)) return error;
  if (const auto error = document.get_array().get(array)) return error;
  std::string lines;
  lines.reserve(size);
  rows.row = 0;
  for (auto element : array) {
    ++*rows.row;
    od::object object;
    std::string_view json;
    if (const auto error = element.get_object().get(object)) return error;
    if (const auto error = object.raw_json().get(json)) return error;
    (lines += json) += '\n';
  }
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) return simdjson::TRAILING_CONTENT;
  rows.lines = std::move(lines);
  rows.row.reset();
  return simdjson::SUCCESS;
}

}  // namespace

JsonRows json_rows(std::string_view text) {
  JsonRows rows;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const auto reason = check_bytes(text); !reason.empty()) {
    rows.problem = reason;
    return rows;
  }
  std::size_t size = 0;
  rows.lines.resize(text.size() + simdjson::SIMDJSON_PADDING);
  if (const auto error = simdjson::minify(text.data(), text.size(), rows.lines.data(), size)) {
    rows.problem = reason_of(error);
    return rows;
  }
  const char first = size == 0 ? '\0' : rows.lines.front();
  rows.array = first == '[';
  if (first == '{') {
    rows.lines.resize(size);
    return rows;
  }
  if (!rows.array) {
    rows.problem = std::string(not_json) + "neither an object nor an array of objects";
    return rows;
  }
  const auto error = split(rows, size);
  if (error == simdjson::INCORRECT_TYPE) {
    rows.problem = "not a JSON object";
  } else if (error != simdjson::SUCCESS) {
    rows.problem = reason_of(error);
  }
  return rows;
}

}  // namespace pos::read
