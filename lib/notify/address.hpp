// SPDX-License-Identifier: MIT
// Mail addresses that are safe to write into headers and SMTP commands. libcurl passes CR and LF on as
// they come, so whatever is not refused here is sent.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pos::notify {

struct Address {
  std::string name;  // shown; may be empty; UTF-8
  std::string spec;  // local@domain, ASCII

  [[nodiscard]] std::string_view domain() const { return std::string_view(spec).substr(spec.rfind('@') + 1); }
};

// `local@domain` or `Name <local@domain>`.
// Refused  bytes below 0x20 and 0x7F anywhere; no or several @, blanks or <>,;:\"() in local@domain (quoted local
//          parts are valid mail, but nobody has one); bytes above 0x7F in it; more than 254 bytes (RFC 5321,
//          4.5.3.1), local part over 64; a domain with an empty label.
// Errors   pos::Error(Fault::usage), one line: `what`, the address made printable, and what is wrong.
[[nodiscard]] Address parse_address(std::string_view text, std::string_view what);

// All of them. Errors: as above, and for an empty list: mail to nobody would succeed.
[[nodiscard]] std::vector<Address> parse_addresses(const std::vector<std::string>& texts, std::string_view what);

// Errors: std::invalid_argument for bytes no header value may have: CR, LF, other controls. A last
// line of defence: rendering has made values harmless before.
void require_header_safe(std::string_view value);

}  // namespace pos::notify
