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

void DecimalMark::see(const Amount& amount) {
  if (amount.by_point && !amount.by_comma) point_ = true;
  if (amount.by_comma && !amount.by_point) comma_ = true;
}

std::optional<double> DecimalMark::value(const Amount& amount) const {
  if (!amount.by_point) return amount.by_comma;
  if (!amount.by_comma || *amount.by_point == *amount.by_comma) return amount.by_point;
  if (point_ != comma_) return point_ ? amount.by_point : amount.by_comma;
  const bool has_point = std::abs(*amount.by_point) < std::abs(*amount.by_comma);  // `1.234`, 1234 by comma
  if (delimiter_ == ',' && !comma_ && has_point) return amount.by_point;
  return std::nullopt;
}

}  // namespace pos::read
