// SPDX-License-Identifier: MIT
#include "query/table.hpp"

#include <fmt/core.h>

#include <cstdint>

#include "base/text.hpp"

namespace pos::query {

std::string exact_text(const sqlite::Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::string shown_text(const sqlite::Value& value) {
  const auto* real = std::get_if<double>(&value);
  if (real == nullptr) return exact_text(value);
  std::string exact = fmt::format("{}", *real);
  std::string shorter = fmt::format("{}", parse_number<double>(fmt::format("{:.15g}", *real)).value_or(*real));
  constexpr std::size_t noise = 4;  // digits that rounding takes away, or they were no zeros and nines
  return shorter.size() + noise <= exact.size() ? shorter : exact;
}

bool has_text(const Table& table, std::size_t column) {
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (is_text(table.at(row, column))) return true;
  }
  return false;
}

}  // namespace pos::query
