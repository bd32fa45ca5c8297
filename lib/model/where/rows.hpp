// SPDX-License-Identifier: MIT
// Rows by what they have in the columns that Where looks into.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pos::model {

inline constexpr std::size_t max_where_columns = 6;
inline constexpr std::size_t max_where_value = 64;  // bytes; of longer ones the beginning
inline constexpr std::string_view other_values = "(other)";

// Values are told apart by this number alone: that any two of a million are one is a chance of 1 in 36 million.
[[nodiscard]] std::uint64_t hash_of_value(std::string_view text);

// A number of a cell, and what is added to it.
struct Amount {
  std::uint32_t number = 0;
  double value = 0.0;
};

struct Rows {
  struct Value {
    std::string_view text;  // borrowed
    std::uint64_t hash = 0;
  };
  struct Combination {
    std::array<std::uint32_t, max_where_columns> values{};  // their places in `values` of each column
    double rows = 0.0;
    std::uint32_t first = 0;  // its amounts: those from here on, up to
    std::uint32_t last = 0;   // before this one
  };

  std::vector<std::vector<Value>> values;  // for each column
  std::vector<Combination> combinations;
  std::vector<Amount> amounts;
};

// A single column, or a pair of them.
struct ColumnSet {
  std::size_t first = 0;
  std::size_t second = 0;  // of a single: the same

  [[nodiscard]] bool is_pair() const { return second != first; }
  bool operator==(const ColumnSet&) const = default;
};

// The singles in order of the columns; then the pairs, likewise.
[[nodiscard]] std::vector<ColumnSet> column_sets(std::size_t columns);

}  // namespace pos::model
