// SPDX-License-Identifier: MIT
#include "read/amount.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <random>
#include <string>
#include <vector>

using namespace pos::read;

namespace {

// `-1.234.567,89` with mark `,`; thousands are marked where asked.
std::string written(long long hundredths, char decimal, char thousands) {
  std::string whole = std::to_string(std::abs(hundredths) / 100);
  for (std::size_t at = whole.size(); thousands != '\0' && at > 3;) whole.insert(at -= 3, 1, thousands);
  return fmt::format("{}{}{}{:02}", hundredths < 0 ? "-" : "", whole, decimal, std::abs(hundredths) % 100);
}

std::optional<double> alone(char delimiter, std::string_view text) {
  DecimalMark mark(delimiter);
  mark.see(parse_amount(text));
  return mark.value(parse_amount(text));
}

}  // namespace

TEST_CASE("amount: with two decimals the same number is read of both ways to write it") {
  std::mt19937 random(7);
  std::uniform_int_distribution<long long> any(-99'999'999'999, 99'999'999'999);
  for (int i = 0; i < 2000; ++i) {
    const long long hundredths = any(random) >> (i % 30);
    const double value = static_cast<double>(hundredths) / 100;
    for (const char thousands : {'\0', '.'}) CHECK(alone(';', written(hundredths, ',', thousands)) == value);
    for (const char thousands : {'\0', ','}) CHECK(alone(';', written(hundredths, '.', thousands)) == value);
  }
}

TEST_CASE("amount: three digits behind one mark are decimals or thousands, as the file has it, or nobody knows") {
  CHECK(!alone(';', "1.234"));
  CHECK(!alone(';', "1,234"));
  CHECK(!alone(',', "1,234"));
  CHECK(alone(',', "1.234") == 1.234);
  CHECK(alone(';', "0.234") == 0.234);
  CHECK(alone(';', "1234.567") == 1234.567);
  CHECK(alone(';', "1.234.567") == 1234567);
  DecimalMark comma(',');
  comma.see(parse_amount("0,5"));
  CHECK(comma.value(parse_amount("1.234")) == 1234);
  CHECK(comma.value(parse_amount("1,234")) == 1.234);
  comma.see(parse_amount("0.5"));
  CHECK(!comma.value(parse_amount("1.234")));
  CHECK(comma.value(parse_amount("0,5")) == 0.5);
  CHECK(comma.value(parse_amount("12")) == 12);
}

TEST_CASE("amount: marks anywhere else make no number") {
  for (const char* text : {"",        "-",        ".",      ",",       "1.2.3",   "1,2,3", "12.34,5",    "1.2345,6",
                           "1.234.5", "1..234,5", ".234,5", "1.23a,5", "0.123,4", "1 234", "1'234",      "nan",
                           "inf",     "1e999",    "+1",     "--1",     "1.234-",  "0x1",   "1,234.567.8"}) {
    CAPTURE(text);
    CHECK(!parse_amount(text).by_point);
    CHECK(!parse_amount(text).by_comma);
  }
}
