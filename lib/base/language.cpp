// SPDX-License-Identifier: MIT
#include "base/language.hpp"

namespace pos {

std::string_view code_of(Language language) { return language == Language::pt ? "pt" : "en"; }

std::optional<Language> language_of(std::string_view name) {
  const std::string_view base = name.substr(0, name.find_first_of("-_.@"));
  if (base == "en" || base == "EN") return Language::en;
  if (base == "pt" || base == "PT") return Language::pt;
  return std::nullopt;
}

std::string_view tr(Language, std::string_view english) { return english; }

std::string_view tr(Language, std::string_view one, std::string_view many, std::int64_t n) {
  return n == 1 ? one : many;
}

}  // namespace pos
