// SPDX-License-Identifier: MIT
// The result of a user's query.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "render/words/style.hpp"

namespace pos::render {

// Null, integer, real or text.
using QueryValue = std::variant<std::monostate, std::int64_t, double, std::string>;

// Appends to a buffer that its owner may empty between two calls.
class QueryResult {
 public:
  virtual ~QueryResult() = default;

  // Once, before the rows.
  virtual void columns(std::span<const std::string> names, std::string& out) = 0;
  virtual void row(std::span<const QueryValue> values, std::string& out) = 0;
  virtual void end(std::string& /*out*/) {}
};

// A header and RFC 4180; null is empty.
[[nodiscard]] std::unique_ptr<QueryResult> make_csv_result();
// An object a line. Of two columns of one name the second gets `_2`, since an object has a key once.
[[nodiscard]] std::unique_ptr<QueryResult> make_ndjson_result();
// A table with aligned columns, which comes whole in the end; null is empty. Errors: pos::Error(Fault::usage), from
// row(), for more than 200,000 rows or 64 MB, which nobody reads as text.
[[nodiscard]] std::unique_ptr<QueryResult> make_text_result(const TextStyle& style);

}  // namespace pos::render
