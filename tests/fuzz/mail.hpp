// SPDX-License-Identifier: MIT
// What must hold of the bytes of a mail.
#pragma once

#include <string>
#include <string_view>

namespace pos::fuzz {

// Lines end in CR LF and have neither alone, are ASCII without control characters, and have 998 bytes at most.
void expect_mail_lines(std::string_view mail);

// What the words of a header say: folds gone, encoded words decoded (RFC 2047).
[[nodiscard]] std::string decoded_header(std::string_view value);

}  // namespace pos::fuzz
