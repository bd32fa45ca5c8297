// SPDX-License-Identifier: MIT
// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>

#include "base/language.hpp"

namespace pos::render {

// `12,345`, in Portuguese `12.345`.
[[nodiscard]] std::string grouped(std::int64_t value, Language language = Language::en);
// A quantity for reading, such as `12,345`, `12.3`, `0.12`: three digits, but whole from 100 up.
[[nodiscard]] std::string rounded(double value, Language language = Language::en);

}  // namespace pos::render
