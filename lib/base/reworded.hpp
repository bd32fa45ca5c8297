// SPDX-License-Identifier: MIT
// What is stored in English, and stays so for programs, in the words of another language: taken apart, and said again of
// its parts (kind, count, expected, window). What it does not know stays English.
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"

namespace pos {

// Of a reason (model/monitor/reason.hpp, base/reason.hpp) or of a piece of one, such as taken_as_normal_at() gives.
[[nodiscard]] std::string reason_words(Language language, std::string_view reason);
// "by chance less than once in 100 years": odds() of base/reason, as reasons say it.
[[nodiscard]] std::string chance_words(Language language, double surprise);
// Of what `where` says (model/where/words.hpp).
[[nodiscard]] std::string place_words(Language language, std::string_view where);

}  // namespace pos
