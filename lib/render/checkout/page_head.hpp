// SPDX-License-Identifier: MIT
// The head of a page that runs nothing and fetches nothing: that of checkout-stats, and that of a query.
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"

namespace pos::render {

// Up to <body>. `title`: plain text.
void append_page_head(std::string& out, std::string_view title, Language language);

}  // namespace pos::render
