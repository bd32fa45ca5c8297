// SPDX-License-Identifier: MIT
#include "notify/hidden.hpp"

namespace pos::notify {

void Hidden::add(std::string_view secret) {
  if (secret.size() >= shortest) secrets_.emplace_back(secret);
}

std::string Hidden::without(std::string text) const {
  constexpr std::string_view shown = "***";
  for (const std::string& secret : secrets_) {
    for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + shown.size()))
      text.replace(at, secret.size(), shown);
  }
  return text;
}

}  // namespace pos::notify
