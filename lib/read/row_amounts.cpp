// SPDX-License-Identifier: MIT
#include "read/row_amounts.hpp"

#include <array>
#include <cmath>
#include <string>

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

// `R$ 1.234,56`, `-$5`, `12,50 €`: the number, and the sign; without one the text as it is.
struct Money {
  std::string number;
  std::string_view sign;
};

void drop_blanks(std::string_view& text) {
  constexpr std::string_view hard_blank = "\xc2\xa0";  // between sign and number, as spreadsheets write it
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.starts_with(hard_blank)) text.remove_prefix(hard_blank.size());
  if (text.ends_with(hard_blank)) text.remove_suffix(hard_blank.size());
}

Money without_sign(std::string_view text) {
  constexpr std::array<std::string_view, 8> signs = {"R$", "US$", "$", "€", "£", "¥", "₹", "₩"};  // longer ones first
  const bool is_negative = text.starts_with('-');
  std::string_view number = text.substr(is_negative ? 1 : 0);
  for (const std::string_view sign : signs) {
    if (number.starts_with(sign))
      number.remove_prefix(sign.size());
    else if (number.ends_with(sign))
      number.remove_suffix(sign.size());
    else
      continue;
    drop_blanks(number);
    return {(is_negative ? "-" : "") + std::string(number), sign};
  }
  return {std::string(text), {}};
}

// Why it is not read.
std::string reason(std::string_view text, const Amount& amount) {
  const std::string shown = "the amount '" + printable(text, 40) + "' ";
  if (!amount.by_point && !amount.by_comma) return shown + "is no number such as 1234.56";
  if (amount.by_point && amount.by_comma && *amount.by_point != *amount.by_comma)
    return shown + "may have a point for thousands, or a decimal one: write it as 1234.56";
  return shown + "has more than 12 digits before its decimal point";
}

std::string other_currency(std::string_view text, std::string_view sign) {
  return "the amount '" + printable(text, 40) + "' is of another currency than those before, in " + std::string(sign);
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
  const Money money = without_sign(text);
  const Amount amount = parse_amount(money.number);
  if (!money.sign.empty() && sign_.empty() && (amount.by_point || amount.by_comma)) sign_ = money.sign;
  const bool is_other = !money.sign.empty() && money.sign != sign_;
  if (!is_other) mark_.see(amount);
  if (const auto decimal = mark_.decimal(amount); decimal && !is_other) {
    const double value = *(decimal == '.' ? amount.by_point : amount.by_comma);
    if (std::abs(value) < static_cast<double>(max_amount) / 100) return to_hundredths(money.number, *decimal);
  }
  if (unread_++ == 0)
    first_ = std::to_string(line) + ": " + (is_other && !sign_.empty() ? other_currency(text, sign_) : reason(text, amount));
  return std::nullopt;
}

std::string RowAmounts::problem() const {
  if (unread_ == 0) return {};
  const std::string others = unread_ == 1 ? " is" : " and " + std::to_string(unread_ - 1) + " more are";
  return first_ + "; it" + others + " not counted as money";
}

}  // namespace pos::read
