// SPDX-License-Identifier: MIT
// The look of the page of checkout-stats: page/base.css, which all pages share, and page.css beside this. Made with the
// report's page by page/embed.cmake.
#pragma once

#include <string_view>

namespace pos::render {

[[nodiscard]] std::string_view checkout_page_style();
// `'sha256-...'`, as a Content-Security-Policy names it.
[[nodiscard]] std::string_view checkout_page_style_hash();

}  // namespace pos::render
