// SPDX-License-Identifier: MIT
// What every reader refuses alike, and how it hands over what it refused.
#pragma once

#include <functional>
#include <string_view>

#include "base/row.hpp"
#include "read/line_buffer.hpp"

namespace pos::read {

// Called with each row that cannot be used; reading goes on with the next one unless it throws.
using BadRowHandler = std::function<void(const BadRow&)>;

inline constexpr std::string_view not_utf_8 = "not UTF-8 (if it is Latin-1: iconv -f ISO-8859-1 -t UTF-8)";

// Why `text` cannot be a row in any format: a NUL byte, no UTF-8; empty: it can.
[[nodiscard]] std::string_view check_bytes(std::string_view text);

// What the reason of a row begins with that is no JSON at all.
inline constexpr std::string_view not_json = "not JSON: ";

// Hands over a line that is not whole, piece by piece, to its end.
void reject_long_line(LineBuffer& lines, const LineBuffer::Line& line, const BadRowHandler& on_bad);

}  // namespace pos::read
