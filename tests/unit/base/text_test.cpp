// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace pos;

TEST_CASE("printable: nothing that steers a terminal or fakes a line gets through") {
  CHECK(printable("approved") == "approved");
  CHECK(printable("a\x1b[2Jb\nc") == "a\\x1b[2Jb\\x0ac");
  CHECK(printable("\xC2\x9B") == "\\xc2\\x9b");  // U+009B, the one-byte CSI
  CHECK(printable("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(printable("\xFF\xC0\xAF") == "\\xff\\xc0\\xaf");  // no UTF-8, overlong
  CHECK(printable("abcdef", 3) == "abc...");
}

TEST_CASE("is_plain_text: UTF-8 as RFC 3629 has it") {
  CHECK(is_plain_text("estornada \xC3\xA3 \xF0\x9F\x92\xB3"));
  CHECK_FALSE(is_plain_text("\xED\xA0\x80"));      // a surrogate
  CHECK_FALSE(is_plain_text("\xF4\x90\x80\x80"));  // above U+10FFFF
  CHECK_FALSE(is_plain_text("\xE2\x82"));          // cut
  CHECK_FALSE(is_plain_text(std::string_view("a\0b", 3)));
  CHECK_FALSE(is_plain_text("\x7F"));
}

TEST_CASE("parse_number: the whole text or nothing") {
  CHECK(parse_number<int>("12") == 12);
  CHECK_FALSE(parse_number<int>("12 "));
  CHECK_FALSE(parse_number<int>("+12"));
  CHECK_FALSE(parse_number<int>(""));
  CHECK_FALSE(parse_number<std::int64_t>("9223372036854775808"));  // 2^63
}

TEST_CASE("append_json_string: quotes, backslashes and control characters are escaped") {
  std::string out;
  append_json_string(out, "a\"b\\c\n\x01");
  CHECK(out == R"("a\"b\\c\n\u0001")");
}

TEST_CASE("append_millionths: six digits, always") {
  const auto text = [](std::int64_t n) {
    std::string out;
    append_millionths(out, n);
    return out;
  };
  CHECK(text(0) == "0.000000");
  CHECK(text(586191) == "0.586191");
  CHECK(text(1000000) == "1.000000");
  CHECK(text(12000034) == "12.000034");
}
