// SPDX-License-Identifier: MIT
// Any bytes as text: two lower-case hexadecimal digits each.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pos {

[[nodiscard]] std::string to_hex(std::string_view bytes);
// Nothing: it is none, or has capitals.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view text);

}  // namespace pos
