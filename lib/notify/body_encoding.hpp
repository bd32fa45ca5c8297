// SPDX-License-Identifier: MIT
// Bodies of mail as ASCII lines of at most 76 bytes (RFC 2045).
#pragma once

#include <string>
#include <string_view>

namespace pos::notify {

// Text whose lines end in LF; those of the result end in CR LF.
[[nodiscard]] std::string quoted_printable(std::string_view text);
// Bytes as they are; in lines.
[[nodiscard]] std::string base64_lines(std::string_view bytes);
// In one piece.
[[nodiscard]] std::string base64(std::string_view bytes);
// LF and CR LF become CR LF: what both encodings want of text.
[[nodiscard]] std::string with_crlf(std::string_view text);

}  // namespace pos::notify
