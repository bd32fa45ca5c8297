// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>
#include <simdjson.h>

#include <cmath>
#include <cstdio>
#include <random>
#include <string>

using namespace pos;

TEST_CASE("printable: nothing that steers a terminal or fakes a line gets through") {
  CHECK(printable("approved") == "approved");
  CHECK(printable("a\x1b[2Jb\nc") == "a\\x1b[2Jb\\x0ac");
  CHECK(printable("\xC2\x9B") == "\\xc2\\x9b");  // U+009B, the one-byte CSI
  CHECK(printable("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(printable("\xFF\xC0\xAF") == "\\xff\\xc0\\xaf");  // no UTF-8, overlong
  CHECK(printable("abcdef", 3) == "abc...");
}

TEST_CASE("printable: nothing turns the line around or ends it") {
  CHECK(printable("a\u202Edeined") == "a\\u202edeined");
  for (const char* turning : {"\u061C", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D",
                              "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    CHECK(printable(turning).starts_with("\\u"));
    CHECK(printable(turning).size() == 6);
  }
  // Their neighbours, and a letter of four bytes with the same end.
  for (const char* other :
       {"\u061B", "\u061D", "\u200D", "\u2010", "\u2027", "\u202F", "\u2065", "\u206A", "\U0001F02E"}) {
    CHECK(printable(other) == other);
  }
}

TEST_CASE("fold_name: case, blanks and a byte order mark do not make another name") {
  CHECK(fold_name(" \tCount ") == "count");
  CHECK(fold_name("\xEF\xBB\xBF Hora") == "hora");
  CHECK(fold_name("SITUA\xC3\x87\xC3\x83O") == "situa\xC3\xA7\xC3\xA3o");
  CHECK(fold_name("2\xC3\x97"
                  "3") ==
        "2\xC3\x97"
        "3");  // a multiplication sign is no letter
  CHECK(fold_name("") == "");
}

TEST_CASE("mask_card_numbers: what passes for a card number keeps six digits and four") {
  // Test numbers that card schemes publish.
  CHECK(mask_card_numbers("card 4111111111111111 denied") == "card 411111******1111 denied");
  CHECK(mask_card_numbers("4111 1111 1111 1111") == "4111 11** **** 1111");
  CHECK(mask_card_numbers("378282246310005,5555-5555-5555-4444") == "378282*****0005,5555-55**-****-4444");
  CHECK(mask_card_numbers("4111111111111112") == "4111111111111112");  // the check digit is wrong
  CHECK(mask_card_numbers("2026-03-09 14:31:07") == "2026-03-09 14:31:07");
  CHECK(mask_card_numbers("79927398713") == "79927398713");  // passes, but 11 digits are no card
  CHECK(mask_card_numbers("") == "");
  CHECK(printable("4111111111111111") == "411111******1111");
}

TEST_CASE("mask_card_numbers: a card is found in a longer run of digits") {
  CHECK(mask_card_numbers("denied 7 4111111111111111") == "denied 7 41111*******1111");
  CHECK(mask_card_numbers("4111111111111111 7") == "411111*******111 7");
  CHECK(mask_card_numbers("00000000004111111111111111") == "0000000000411111******1111");
  CHECK(mask_card_numbers("4111111111111111 5555555555554444") == "411111********** ************4444");
}

TEST_CASE("mask_card_numbers: no window of a run is left that passes, whatever is around it") {
  const auto luhn = [](const std::string& window) {  // by the book, digit by digit
    int sum = 0;
    for (std::size_t i = 0; i < window.size(); ++i) {
      const int digit = window[window.size() - 1 - i] - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    return sum % 10 == 0;
  };
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string clear(10 + random() % 30, ' ');
    for (char& c : clear) c = static_cast<char>('0' + random() % 10);
    const std::string masked = mask_card_numbers(clear);
    REQUIRE(masked.size() == clear.size());
    std::string expected = clear;
    for (std::size_t size = 13; size <= 19; ++size) {
      for (std::size_t begin = 0; begin + size <= clear.size(); ++begin) {
        const bool time = clear[begin] == '0' || (size <= 14 && clear[begin] < '3');
        if (time || !luhn(clear.substr(begin, size))) continue;
        expected.replace(begin + 6, size - 10, size - 10, '*');
      }
    }
    CHECK(masked == expected);
    std::string spaced;
    for (const char c : clear) (spaced += c) += random() % 2 == 0 ? "" : random() % 2 == 0 ? " " : "-";
    std::erase_if(spaced = mask_card_numbers(spaced), [](char c) { return c == ' ' || c == '-'; });
    CHECK(spaced == expected);
  }
}

TEST_CASE("mask_card_numbers: times stay whole") {
  // A day of milliseconds passes Luhn's check every tenth time.
  for (std::int64_t ms = 1'772'409'600'000; ms < 1'772'496'000'000; ms += 60'007)
    CHECK(mask_card_numbers(std::to_string(ms)) == std::to_string(ms));
  for (int second = 10; second < 60; ++second) {
    for (const std::string& text : {fmt::format("202603091431{}", second), fmt::format("20260309-1431{}.csv", second),
                                    fmt::format("2026-03-09 14:31:{} -0300", second)})
      CHECK(mask_card_numbers(text) == text);
  }
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

TEST_CASE("append_csv_cell: quotes where a reader needs them, by the delimiter in use") {
  const auto cell = [](std::string_view text, char delimiter = ',') {
    std::string out;
    append_csv_cell(out, text, delimiter);
    return out;
  };
  CHECK(cell("denied") == "denied");
  CHECK(cell("a,b") == R"("a,b")");
  CHECK(cell("a,b", ';') == "a,b");
  CHECK(cell("a;b", ';') == R"("a;b")");
  CHECK(cell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
  CHECK(cell(" blank") == "\" blank\"");
}

TEST_CASE("append_decimal: as printf writes it") {
  const auto text = [](double value, int decimals) {
    std::string out;
    append_decimal(out, value, decimals);
    return out;
  };
  CHECK(text(0, 6) == "0.000000");
  CHECK(text(0.586191, 6) == "0.586191");
  CHECK(text(0.9999996, 6) == "1.000000");
  CHECK(text(-9, 3) == "-9.000");
  CHECK(text(-0.0004, 3) == "0.000");
  CHECK(text(1234.567, 0) == "1235");
  CHECK(text(1e300, 2).size() == 304);
  for (double value = -1e7; value < 1e7; value = value * 0.73 + 0.0123) {
    for (const int decimals : {0, 2, 3, 6}) {
      char expected[64];
      std::snprintf(expected, sizeof expected, "%.*f", decimals, value);
      if (std::string(expected).find_first_of("123456789") != std::string::npos)
        REQUIRE(text(value, decimals) == expected);
    }
    if (std::abs(value - 0.0455) < 1e-3) break;  // where it settles
  }
}

TEST_CASE("is_utf8: agrees with simdjson on every three bytes that matter, wherever they stand") {
  const std::string bytes("\x00\x1f\x41\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xed\xef\xf0\xf1\xf4\xf5\xff",
                          22);
  const std::string tails[] = {"", "\x80",
                               "\xbf"
                               "abcdefgh"};
  for (const char a : bytes) {
    for (const char b : bytes) {
      for (const char c : bytes) {
        for (const std::string& tail : tails) {
          for (const std::size_t before : {0U, 3U, 8U}) {
            const std::string text = std::string(before, 'x') + a + b + c + tail;
            REQUIRE(is_utf8(text) == simdjson::validate_utf8(text.data(), text.size()));
          }
        }
      }
    }
  }
  CHECK(is_utf8(""));
}

TEST_CASE("fold_name: names are the same without case, blanks around them and a byte order mark") {
  CHECK(fold_name(" \tCount ") == "count");
  CHECK(fold_name("\xEF\xBB\xBF Hora") == "hora");
  CHECK(fold_name("SITUA\xC3\x87\xC3\x83O") == "situa\xC3\xA7\xC3\xA3o");  // ÇÃ
  CHECK(fold_name("a b") == "a b");
  CHECK(fold_name("\xC3\x97") == "\xC3\x97");          // no letter: the multiplication sign
  CHECK(fold_name("\xE2\x82\x83") == "\xE2\x82\x83");  // bytes that are others' tails
  CHECK(fold_name("") == "");
}

TEST_CASE("shell_word: quotes what a shell would take apart, and nothing else") {
  CHECK(shell_word("/var/lib/pos-tools/pos.db") == "/var/lib/pos-tools/pos.db");
  CHECK(shell_word("merchant=4,a@b:1%") == "merchant=4,a@b:1%");
  CHECK(shell_word("") == "''");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("~/x") == "'~/x'");
  CHECK(shell_word("it's; $HOME") == "'it'\\''s; $HOME'");
  CHECK(shell_word("caf\xc3\xa9") == "'caf\xc3\xa9'");
}
