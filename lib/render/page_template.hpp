// SPDX-License-Identifier: MIT
// The page without its data, made at build time by page/embed.cmake.
#pragma once

#include <string_view>

namespace pos::render {

// HTML with places to fill in: `<!--pos:NAME-->`, each before the data and the scripts.
[[nodiscard]] std::string_view page_template();

}  // namespace pos::render
