// SPDX-License-Identifier: MIT
#include "base/language.hpp"

#include <algorithm>

#include "base/catalogue.hpp"
#include "base/text.hpp"

namespace pos {
namespace {

// Empty: it has no translation, or is English.
std::string_view translation(Language language, std::string_view english) {
  if (language == Language::en || english.empty()) return {};
  return Catalogue(catalogue_pt()).find(english);
}

}  // namespace

std::string_view code_of(Language language) { return language == Language::pt ? "pt" : "en"; }

std::optional<Language> language_of(std::string_view name) {
  const std::string_view base = name.substr(0, name.find_first_of("-_.@"));
  if (base == "en" || base == "EN") return Language::en;
  if (base == "pt" || base == "PT") return Language::pt;
  return std::nullopt;
}

Language accepted_language(std::string_view header) {
  Language best = Language::en;
  double most = 0;
  while (!header.empty()) {
    const std::string_view whole = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), whole.size() + 1));
    const std::string_view item = trim(whole);
    const std::size_t weight_at = item.find(";q=");
    const auto weight =
        weight_at == std::string_view::npos ? 1.0 : parse_number<double>(item.substr(weight_at + 3)).value_or(0);
    const auto language = language_of(trim(item.substr(0, item.find(';'))));
    if (language && weight > most) {
      best = *language;
      most = weight;
    }
  }
  return best;
}

std::string_view tr(Language language, std::string_view english) {
  const std::string_view found = translation(language, english);
  return found.empty() ? english : found;
}

std::string_view tr(Language language, std::string_view one, std::string_view many, std::int64_t n) {
  const std::string_view both = translation(language, one);
  const std::size_t end = both.find('\0');
  if (end == std::string_view::npos) return n == 1 ? one : many;
  // In Portuguese, nothing is one.
  return n == 0 || n == 1 ? both.substr(0, end) : both.substr(end + 1);
}

std::string in_language(Language language, std::string number) {
  if (language == Language::en) return number;
  for (char& c : number) c = c == ',' ? '.' : c == '.' ? ',' : c;
  return number;
}

std::string date_in_language(Language language, std::string date) {
  if (language == Language::en) return date;
  const auto two = [&](std::size_t at) { return date.substr(at, 2); };
  if (date.size() > 2 && date[2] == '-') return two(3) + '/' + two(0) + date.substr(5);
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return date;
  return two(8) + '/' + two(5) + '/' + date.substr(0, 4) + date.substr(10);
}

}  // namespace pos
