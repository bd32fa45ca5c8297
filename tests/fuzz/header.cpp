// SPDX-License-Identifier: MIT
// Headers of mail: the first line of the input is a text, the others are addresses.
#include "notify/header_text.hpp"

#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "fuzz/mail.hpp"
#include "fuzz/target.hpp"

namespace pos::fuzz {
namespace {

// As headers have words: with one blank between two.
std::string single_blanks(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (c != ' ' || !out.ends_with(' ')) out += c;
  }
  return out;
}

void take_text(std::string_view bytes) {
  const std::string text = printable(bytes, 250);
  const std::string header = notify::text_header("Subject", text);
  expect_mail_lines(header);
  const std::string_view value = std::string_view(header).substr(8);
  if (text.find("=?") != std::string::npos || !is_plain_text(text)) return;
  expect_same(single_blanks(decoded_header(value.substr(value.find_first_not_of(' ')))), single_blanks(text),
              "a header says what it was made of");
}

}  // namespace

void take(std::string_view bytes) {
  take_text(take_until(bytes, '\n'));
  std::vector<notify::Address> addresses;
  while (!bytes.empty()) addresses.push_back(notify::parse_address(take_until(bytes, '\n'), "--to"));
  if (addresses.empty()) return;
  for (const notify::Address& address : addresses) {
    const auto again =
        read_again([&] { return notify::parse_address("x <" + address.spec + ">", "again"); }, "an address again");
    expect_same(again.spec, address.spec, "an address stands for itself");
    expect(!address.domain().empty(), "an address has a domain");
  }
  expect_mail_lines(notify::address_header("To", addresses));
}

}  // namespace pos::fuzz
