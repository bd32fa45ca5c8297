// SPDX-License-Identifier: MIT
// A result that is held whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sqlite/limited_query.hpp"

namespace pos::query {

struct Table {
  std::vector<std::string> names;
  std::vector<sqlite::Value> values;  // row by row

  [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
  [[nodiscard]] const sqlite::Value& at(std::size_t row, std::size_t column) const {
    return values[row * names.size() + column];
  }
};

[[nodiscard]] inline bool is_text(const sqlite::Value& value) { return std::holds_alternative<std::string>(value); }

// The fewest digits that read back as the same number; null is empty.
[[nodiscard]] std::string exact_text(const sqlite::Value& value);
// For reading: what is left in the 16th digit of a sum of decimals, as in 18.071250000000003, is not of the data.
[[nodiscard]] std::string shown_text(const sqlite::Value& value);

// Whether a column has any text: it is no column of numbers then.
[[nodiscard]] bool has_text(const Table& table, std::size_t column);

}  // namespace pos::query
