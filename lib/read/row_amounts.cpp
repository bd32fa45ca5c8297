// SPDX-License-Identifier: MIT
#include "read/row_amounts.hpp"

#include <cmath>

#include "base/text.hpp"

namespace pos::read {
namespace {

// `1234.56`, `12` and `-3.5`, which are most: what they say does not depend on other rows, but that a point is one.
struct Plain {
  Hundredths amount;
  bool has_point;
};
std::optional<Plain> read_plain(std::string_view text) {
  constexpr std::size_t most_digits = 12, decimals = 2;
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view part;
  if (point != std::string_view::npos) part = text.substr(point + 1);
  const bool has_point = point != std::string_view::npos;
  if (whole.empty() || whole.size() > most_digits || part.size() > decimals || (has_point && part.empty()))
    return std::nullopt;
  Hundredths amount = 0;
  for (const std::string_view digits : {whole, part}) {
    for (const char c : digits) {
      if (c < '0' || c > '9') return std::nullopt;
      amount = amount * 10 + (c - '0');
    }
  }
  if (part.empty()) amount *= 100;
  if (part.size() == 1) amount *= 10;
  return Plain{is_negative ? -amount : amount, has_point};
}

// Why it is not read.
std::string reason(std::string_view text, const Amount& amount) {
  const std::string shown = "the amount '" + printable(text, 40) + "' ";
  if (!amount.by_point && !amount.by_comma) return shown + "is no number such as 1234.56";
  if (amount.by_point && amount.by_comma && *amount.by_point != *amount.by_comma)
    return shown + "may have a point for thousands, or a decimal one: write it as 1234.56";
  return shown + "has more than 12 digits before its decimal point";
}

}  // namespace

std::string rival_amounts(std::int64_t line, std::string_view one, std::string_view other) {
  const std::string name = printable(one, 40);
  return std::to_string(line) + ": either of the columns '" + name + "' and '" + printable(other, 40) +
         "' may be the amount, so none is (--columns amount=" + name + " chooses)";
}

std::optional<Hundredths> RowAmounts::read(std::string_view text, std::int64_t line) {
  if (text.empty()) return std::nullopt;
  const auto plain = read_plain(text);
  if (!plain) return read_carefully(text, line);
  if (plain->has_point) mark_.see({1.5, std::nullopt});
  return plain->amount;
}

std::optional<Hundredths> RowAmounts::read_carefully(std::string_view text, std::int64_t line) {
  const Amount amount = parse_amount(text);
  mark_.see(amount);
  if (const auto decimal = mark_.decimal(amount)) {
    const double value = *(decimal == '.' ? amount.by_point : amount.by_comma);
    if (std::abs(value) < static_cast<double>(max_amount) / 100) return to_hundredths(text, *decimal);
  }
  if (unread_++ == 0) first_ = std::to_string(line) + ": " + reason(text, amount);
  return std::nullopt;
}

std::string RowAmounts::problem() const {
  if (unread_ == 0) return {};
  const std::string others = unread_ == 1 ? " is" : " and " + std::to_string(unread_ - 1) + " more are";
  return first_ + "; it" + others + " not counted as money";
}

}  // namespace pos::read
