// SPDX-License-Identifier: MIT
#include "render/csv_text.hpp"

#include "base/text.hpp"

namespace pos::render {

void append_csv_text(std::string& out, std::string_view text) {
  const bool quote = text.find_first_of(",\"\r\n") != std::string_view::npos || trim(text).size() != text.size();
  if (!quote) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace pos::render
