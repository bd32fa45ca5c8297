// SPDX-License-Identifier: MIT
// The amounts of rows: how much money the transactions of a row are, where a column says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.hpp"
#include "read/amount.hpp"

namespace pos::read {

// Why rows have no amount, where either of two columns may be it: "1: columns 'valor' and 'valor_total' ...".
[[nodiscard]] std::string rival_amounts(std::int64_t line, std::string_view one, std::string_view other);

// Reads amounts in the order of their rows, and learns from those before what a comma is (DecimalMark). What cannot be
// read is no amount, never a guess, and no fault of its row: how many transactions there were does not depend on it.
// A sign of a currency may stand before or behind the number; amounts with another one than the first are not read, since
// they cannot be added up.
// Digits after the second decimal are rounded, halves away from zero.
class RowAmounts {
 public:
  // As of DecimalMark. JSON has commas between its values, too.
  explicit RowAmounts(char delimiter) : mark_(delimiter) {}

  // Of the text of a cell, blanks around it gone. Nothing: it is empty, or cannot be read.
  [[nodiscard]] std::optional<Hundredths> read(std::string_view text, std::int64_t line);

  // Which could not be read, for people, from the line of the first on: "7: the amount '12a' is no number such
  // as 1234.56; it and 3 more are not counted as money". Empty: all were.
  [[nodiscard]] std::string problem() const;

 private:
  [[nodiscard]] std::optional<Hundredths> read_carefully(std::string_view text, std::int64_t line);

  DecimalMark mark_;
  std::string sign_;         // of the currency, of the first amount that has one
  std::int64_t unread_ = 0;  // rows
  std::string first_;        // of them
};

}  // namespace pos::read
