// SPDX-License-Identifier: MIT
#include "base/money.hpp"

#include <fmt/core.h>

#include <cmath>
#include <utility>

namespace pos {

std::string decimal_amount(Hundredths amount) {
  const auto size = amount < 0 ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount);
  return fmt::format("{}{}.{:02}", amount < 0 ? "-" : "", size / 100, size % 100);
}

std::string amount_words(double hundredths, Language language) {
  if (!(std::abs(hundredths) < 9e18)) return in_language(language, fmt::format("{:.3g}", hundredths / 100));
  std::string text = decimal_amount(std::llround(hundredths));
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t i = text.find('.'); i > first + 3;) text.insert(i -= 3, 1, ',');
  return in_language(language, std::move(text));
}

}  // namespace pos
