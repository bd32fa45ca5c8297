// SPDX-License-Identifier: MIT
#include "read/amount.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/text.hpp"

namespace pos::read {
namespace {

// `1.234.567` without its points, those between groups of three digits; false where they stand elsewhere.
bool drop_thousands(std::string& whole, char mark) {
  if (whole.find(mark) == std::string::npos) return true;
  const std::string_view digits = std::string_view(whole).substr(whole.starts_with('-') ? 1 : 0);
  const std::size_t first = digits.find(mark);
  if (first < 1 || first > 3 || digits.starts_with('0')) return false;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool separates = i >= first && (i - first) % 4 == 0;
    if (separates ? digits[i] != mark : digits[i] < '0' || digits[i] > '9') return false;
  }
  if ((digits.size() - first) % 4 != 0) return false;
  std::erase(whole, mark);
  return true;
}

std::optional<double> parse_with(std::string_view text, char decimal, char thousands) {
  const std::size_t end = std::min(text.find(decimal), text.size());
  std::string plain(text.substr(0, end));
  if (!drop_thousands(plain, thousands)) return std::nullopt;
  if (end < text.size()) plain += '.';
  if (end < text.size()) plain += text.substr(end + 1);
  const auto value = parse_number<double>(plain);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

}  // namespace

Amount parse_amount(std::string_view text) { return {parse_with(text, '.', ','), parse_with(text, ',', '.')}; }

std::int64_t to_hundredths(std::string_view text, char decimal) {
  const bool is_negative = text.starts_with('-');
  const std::size_t end = std::min(text.find_first_of("eE"), text.size());
  std::string digits;
  std::optional<std::size_t> whole;  // of them
  for (const char c : text.substr(0, end)) {
    if (c == decimal) whole = digits.size();
    if (c >= '0' && c <= '9') digits += c;
  }
  auto kept = static_cast<std::int64_t>(whole.value_or(digits.size())) + 2;
  if (end < text.size()) kept += parse_number<int>(text.substr(end + (text[end + 1] == '+' ? 2 : 1))).value_or(0);
  const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, zeros);
  kept -= static_cast<std::int64_t>(zeros);
  const auto digit = [&](std::int64_t place) {
    return place < static_cast<std::int64_t>(digits.size()) ? digits[static_cast<std::size_t>(place)] - '0' : 0;
  };
  if (digits.empty() || kept < 0) return 0;
  std::int64_t hundredths = 0;
  for (std::int64_t place = 0; place < kept; ++place) hundredths = hundredths * 10 + digit(place);
  if (digit(kept) >= 5) ++hundredths;
  return is_negative ? -hundredths : hundredths;
}

void DecimalMark::see(const Amount& amount) {
  if (amount.by_point && !amount.by_comma) point_ = true;
  if (amount.by_comma && !amount.by_point) comma_ = true;
}

std::optional<char> DecimalMark::decimal(const Amount& amount) const {
  if (!amount.by_point) return amount.by_comma ? std::optional(',') : std::nullopt;
  if (!amount.by_comma || *amount.by_point == *amount.by_comma) return '.';
  if (point_ != comma_) return point_ ? '.' : ',';
  const bool has_point = std::abs(*amount.by_point) < std::abs(*amount.by_comma);  // `1.234`, 1234 by comma
  if (delimiter_ == ',' && !comma_ && has_point) return '.';
  return std::nullopt;
}

std::optional<double> DecimalMark::value(const Amount& amount) const {
  const auto mark = decimal(amount);
  if (!mark) return std::nullopt;
  return mark == '.' ? amount.by_point : amount.by_comma;
}

}  // namespace pos::read
