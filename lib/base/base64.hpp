// SPDX-License-Identifier: MIT
// Base64 (RFC 4648, 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pos {

// The bytes; nothing for text with another character in it. Padding may be left out.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text);

}  // namespace pos
