// SPDX-License-Identifier: MIT
// What a model knows that decides, in about a dozen lines for people.
#pragma once

#include <string>

#include "base/language.hpp"
#include "model/knowledge.hpp"

namespace pos::tools {

// Lines, each with its end.
[[nodiscard]] std::string first_words(const model::Knowledge& known, Language language);

}  // namespace pos::tools
