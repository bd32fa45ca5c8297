// SPDX-License-Identifier: MIT
// Who takes the result of a user's query.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "query/order.hpp"
#include "sqlite/limited_query.hpp"

namespace pos::query {

using sqlite::Value;

// Appends to a buffer that its owner may empty between two calls.
class Result {
 public:
  virtual ~Result() = default;

  // Once, before the rows.
  virtual void columns(std::span<const std::string> names, std::string& out) = 0;
  virtual void row(std::span<const Value> values, std::string& out) = 0;
  virtual void end(std::string& /*out*/) {}
};

// CSV: a header and RFC 4180; null is empty. NDJSON: an object a line; of two columns of one name the second gets `_2`,
// since an object has a key once. Numbers have the fewest digits that read back as the same number.
[[nodiscard]] std::unique_ptr<Result> make_records(cli::Shape shape);

// What comes whole in the end: a table or a chart as text, a page, a picture. Errors: pos::Error(Fault::usage), from
// row(), for more than 200,000 rows or 64 MB, which nobody reads; from end() where there is nothing to draw, as plot.hpp
// has it.
[[nodiscard]] std::unique_ptr<Result> make_whole(const Order& order);

}  // namespace pos::query
