// SPDX-License-Identifier: MIT
// Header fields of mail: folded (RFC 5322, 2.2.3), other than ASCII in encoded words (RFC 2047).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notify/address.hpp"

namespace pos::notify {

// Each is `Name: value` with CR LF, broken before 77 bytes where it can be. `name` is a constant of ours.
[[nodiscard]] std::string text_header(std::string_view name, std::string_view value);
[[nodiscard]] std::string address_header(std::string_view name, const std::vector<Address>& addresses);
// Words that stand as they are, one or more to a line.
[[nodiscard]] std::string words_header(std::string_view name, const std::vector<std::string>& words);

// `Mon, 09 Mar 2026 14:31:07 +0100` (RFC 5322, 3.3).
[[nodiscard]] std::string mail_date(std::int64_t utc, std::int64_t offset_seconds);

// Words of at most 75 bytes, the first shorter by `taken`; whole UTF-8 characters in each (RFC 2047, 5).
// In Q, which people can read where it is not decoded, unless B is a third shorter.
[[nodiscard]] std::vector<std::string> encoded_words(std::string_view utf8, std::size_t taken = 0);

}  // namespace pos::notify
