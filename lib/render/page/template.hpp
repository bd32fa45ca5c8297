// SPDX-License-Identifier: MIT
// The page without its data, made at build time by page/embed.cmake.
#pragma once

#include <string_view>

namespace pos::render {

// HTML with places to fill in, `<!--pos:NAME-->`, and parts of a live page alone, `<!--pos:live-->...<!--pos:end-->`.
[[nodiscard]] std::string_view page_template();

}  // namespace pos::render
