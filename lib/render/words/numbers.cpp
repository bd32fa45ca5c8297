// SPDX-License-Identifier: MIT
#include "render/words/numbers.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>

namespace pos::render {

std::string grouped(std::int64_t value, Language language) {
  std::string digits = std::to_string(value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t i = digits.size(); i > first + 3;) digits.insert(i -= 3, 1, ',');
  return in_language(language, digits);
}

std::string rounded(double value, Language language) {
  const double size = std::abs(value);
  if (!(size < 9e18)) return in_language(language, fmt::format("{:.3g}", value));
  if (size >= 99.95 || value == std::floor(value)) return grouped(std::llround(value), language);
  return in_language(language, fmt::format("{:.{}f}", value, size >= 9.995 ? 1 : 2));
}

}  // namespace pos::render
