// SPDX-License-Identifier: MIT
// Texts that people read, in their language. They stand in English where they are used, and are their own keys; what
// programs read (CSV, JSON, reasons in the history, exit statuses, errors) is never translated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

namespace pos {

enum class Language { en, pt };

// `en`, `pt`: as --lang and HTML have it.
[[nodiscard]] std::string_view code_of(Language language);
// Of a name such as `pt`, `pt-BR`, `pt_BR.UTF-8`; nothing: it is none of ours.
[[nodiscard]] std::optional<Language> language_of(std::string_view name);

// The first of ours that a browser accepts, by its weights (RFC 9110, 12.5.4): `pt-BR,pt;q=0.9,en;q=0.8`; else English.
[[nodiscard]] Language accepted_language(std::string_view header);

// `english` in that language; where there is no translation, itself.
[[nodiscard]] std::string_view tr(Language language, std::string_view english);
// Of a number: the text for one, or that for others.
[[nodiscard]] std::string_view tr(Language language, std::string_view one, std::string_view many, std::int64_t n);

// The same with {fmt}'s places filled in: trf(language, "{} incidents, {} lost", incidents, lost). Where the other
// language has them in another order, its places have numbers.
template <typename... Values>
[[nodiscard]] std::string trf(Language language, std::string_view english, const Values&... values) {
  return fmt::vformat(tr(language, english), fmt::make_format_args(values...));
}
// Of a number, which need not be among the values: trnf(language, "{} hour{}", "{} hours{}", n, n, up_to).
template <typename... Values>
[[nodiscard]] std::string trnf(Language language, std::string_view one, std::string_view many, std::int64_t n,
                               const Values&... values) {
  return fmt::vformat(tr(language, one, many, n), fmt::make_format_args(values...));
}

// A text that stands where no language is known yet, and is handed to tr() later: for xgettext, which looks for it.
[[nodiscard]] constexpr std::string_view marked(std::string_view english) { return english; }

// A number written in English, as that language writes it: `12,345.6` is `12.345,6` in Portuguese.
[[nodiscard]] std::string in_language(Language language, std::string number);
// A date, or what begins with one: `2026-03-09 10:17` is `09/03/2026 10:17` in Portuguese. A day and month: `03-09` is
// `09/03`.
[[nodiscard]] std::string date_in_language(Language language, std::string date);

}  // namespace pos
