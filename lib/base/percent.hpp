// SPDX-License-Identifier: MIT
// Values of an address, percent-encoded (RFC 3986, section 2.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pos {

// All but letters, digits and `-._~` as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view value);

// Back; a `+` is a blank, as forms send it. Nothing: a `%` that no two hexadecimal digits follow.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view value);

}  // namespace pos
