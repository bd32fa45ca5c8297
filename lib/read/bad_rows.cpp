// SPDX-License-Identifier: MIT
#include "read/bad_rows.hpp"

#include "base/text.hpp"

namespace pos::read {

std::string_view check_bytes(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return "NUL byte";
  if (!is_utf8(text)) return not_utf_8;
  return {};
}

void reject_long_line(LineBuffer& lines, const LineBuffer::Line& line, const BadRowHandler& on_bad) {
  const std::int64_t number = line.number;
  on_bad({number, "row is longer than 1 MiB", line.text, true, {}});
  for (auto piece = lines.rest(); !piece.empty(); piece = lines.rest()) on_bad({number, {}, piece, true, {}});
  on_bad({number, {}, {}, false, {}});
}

}  // namespace pos::read
