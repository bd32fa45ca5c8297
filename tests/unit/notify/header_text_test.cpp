// SPDX-License-Identifier: MIT
#include "notify/header_text.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "base/text.hpp"
#include "notify/body_encoding.hpp"

namespace pos::notify {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  CHECK(begin == text.size());
  return lines;
}

TEST_CASE("header: plain words stand as they are, folded at blanks") {
  CHECK(text_header("Subject", "[pos] denied") == "Subject: [pos] denied\r\n");
  std::string many = "a";
  for (int i = 0; i < 60; ++i) many += " word" + std::to_string(i);
  std::string joined;
  for (const auto& line : lines_of(text_header("Subject", many))) {
    CHECK(line.size() <= 78);
    joined += line;
  }
  CHECK(joined == "Subject: " + many);
}

TEST_CASE("header: other than ASCII in encoded words of whole characters") {
  // RFC 2047, 4.2: by hand.
  CHECK(text_header("Subject", "três") == "Subject: =?UTF-8?Q?tr=C3=AAs?=\r\n");
  CHECK(encoded_words("日本語の") == std::vector<std::string>{"=?UTF-8?B?5pel5pys6Kqe44Gu?="});  // shorter than Q
  std::string many;
  for (int i = 0; i < 100; ++i) many += "negado após ação ";
  const auto words = encoded_words(many);
  for (const auto& word : words) {
    CHECK(word.size() <= 75);
    CHECK(word.starts_with("=?UTF-8?Q?"));
    CHECK(word.find("=C3?=") == std::string::npos);  // no half of a letter at its end
    CHECK(word.find("?Q?=A") == std::string::npos);  // nor at the begin of the next
  }
  for (const auto& line : lines_of(text_header("Subject", many))) CHECK(line.size() <= 76);
  for (const auto& line : lines_of(address_header("From", {{many, "a@example.com"}}))) CHECK(line.size() <= 76);
}

TEST_CASE("header: what looks encoded, and words too long to fold, are encoded") {
  CHECK(text_header("Subject", "=?UTF-8?Q?x?=") == "Subject: =?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D?=\r\n");
  for (const auto& line : lines_of(text_header("Subject", std::string(2000, 'x')))) CHECK(line.size() <= 78);
}

// RFC 5322, 2.1.1: 78 bytes, and RFC 2047, 2: 75 for a word.
TEST_CASE("header: no line is longer than it may be, and says the same") {
  const std::string emoji = "\U0001F4B3";
  std::vector<std::string> values = {std::string(75, 'x'), std::string(68, 'x'), "a " + std::string(75, 'x') + " b",
                                     std::string(900, '='), "=?" + std::string(300, '?')};
  for (std::size_t size = 55; size < 80; ++size) {  // a character of four bytes over each edge
    values.push_back(std::string(size, 'x') + emoji + "\u00E9" + std::string(size, 'y'));
    values.push_back(std::string(size, 'z'));
    std::string accented;
    for (std::size_t i = 0; i < size; ++i) accented += "\u00E9";
    values.push_back(accented);
  }
  for (const auto& value : values) {
    for (const auto& line : lines_of(text_header("Subject", value))) {
      CHECK_MESSAGE(line.size() <= 78, value);
      CHECK(!line.empty());
      if (const auto word = line.find("=?UTF-8?"); word != std::string::npos) CHECK(line.size() - word <= 75);
    }
    if (value.size() > 254) continue;
    for (const auto& line : lines_of(address_header("From", {{value, "a@example.com"}})))
      CHECK_MESSAGE(line.size() <= 78, value);
  }
  const std::string quotes(74, '"');
  for (const auto& line : lines_of(address_header("From", {{quotes, "a@example.com"}}))) CHECK(line.size() <= 78);
}

TEST_CASE("header: a name that turns the line around is shown, not obeyed") {
  const std::string header = address_header("From", {{"pos\u202Etrela", "a@example.com"}});
  CHECK(header == "From: \"pos\\\\u202etrela\" <a@example.com>\r\n");
}

TEST_CASE("header: addresses with names") {
  CHECK(address_header("To", {{"", "a@example.com"}, {"", "b@example.com"}}) == "To: a@example.com, b@example.com\r\n");
  CHECK(address_header("To", {{"Ops night", "a@example.com"}}) == "To: Ops night <a@example.com>\r\n");
  CHECK(address_header("To", {{"Ops, \"night\"", "a@example.com"}}) ==
        "To: \"Ops, \\\"night\\\"\" <a@example.com>\r\n");
  CHECK(address_header("To", {{"Plantão", "a@example.com"}}) == "To: =?UTF-8?Q?Plant=C3=A3o?= <a@example.com>\r\n");
  std::vector<Address> many(40, Address{"", "somebody.with.a.name@example.com"});
  for (const auto& line : lines_of(address_header("To", many))) CHECK(line.size() <= 78);
}

TEST_CASE("header: a line end in a value is never written") {
  CHECK_THROWS_AS((void)text_header("Subject", "x\r\nBcc: evil@example.com"), std::invalid_argument);
  CHECK_THROWS_AS((void)words_header("Message-ID", {"<x@example.com>\nBcc: y"}), std::invalid_argument);
}

TEST_CASE("date: RFC 5322") {
  CHECK(mail_date(0, 0) == "Thu, 01 Jan 1970 00:00:00 +0000");
  // date -ud @1773048607
  CHECK(mail_date(1'773'048'607, 3600) == "Mon, 09 Mar 2026 10:30:07 +0100");
  CHECK(mail_date(1'773'048'607, -(9 * 3600 + 1800)) == "Mon, 09 Mar 2026 00:00:07 -0930");
}

TEST_CASE("quoted-printable: RFC 2045, 6.7") {
  CHECK(quoted_printable("é=x\n") == "=C3=A9=3Dx\r\n");
  CHECK(quoted_printable("blank \ntab\t\nx y\n") == "blank=20\r\ntab=09\r\nx y\r\n");
  CHECK(quoted_printable("no end") == "no end\r\n");
  CHECK(quoted_printable("crlf\r\n.\r\n") == "crlf\r\n.\r\n");
  CHECK(quoted_printable("a\rb\n") == "a=0Db\r\n");
  const std::string exact(76, 'x');
  CHECK(quoted_printable(exact + "\n") == exact + "\r\n");
  CHECK(quoted_printable(exact + "x\n") == std::string(75, 'x') + "=\r\nxx\r\n");
  for (const auto& line : lines_of(quoted_printable(std::string(3000, '=') + "\n"))) CHECK(line.size() <= 76);
}

TEST_CASE("base64: RFC 4648, 10") {
  CHECK(base64("").empty());
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xFF\xFE\xFD") == "//79");
  for (const auto& line : lines_of(base64_lines(std::string(1000, '\0')))) CHECK(line.size() <= 76);
  CHECK(with_crlf("a\nb\r\nc") == "a\r\nb\r\nc");
}

}  // namespace
}  // namespace pos::notify
