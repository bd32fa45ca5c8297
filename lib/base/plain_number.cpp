// SPDX-License-Identifier: MIT
#include "base/plain_number.hpp"

#include "base/text.hpp"

namespace pos {

std::string plain_number(double value) {
  if (value > 0 && value < 0.005) return "less than 0.01";
  std::string text;
  append_decimal(text, value, value >= 9.95 ? 0 : value >= 0.095 ? 1 : 2);
  if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace pos
