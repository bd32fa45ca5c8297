// SPDX-License-Identifier: MIT
#include "read/row_amounts.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos;
using namespace pos::read;

TEST_CASE("row amounts: numbers as programs write them, in hundredths") {
  RowAmounts amounts(',');
  CHECK(amounts.read("12", 1) == 1200);
  CHECK(amounts.read("12.5", 1) == 1250);
  CHECK(amounts.read("0.07", 1) == 7);
  CHECK(amounts.read("-3.10", 1) == -310);
  CHECK(amounts.read("1.005", 1) == 101);  // which is 1.00499... to a machine
  CHECK(amounts.read("0.145", 1) == 15);
  CHECK(amounts.read("-0.145", 1) == -15);
  CHECK(amounts.read("0.004999999999999999999999", 1) == 0);  // 0.005 to a machine
  CHECK(amounts.read("0.0049", 1) == 0);
  CHECK(amounts.read("1,234.995", 1) == 123'500);
  CHECK(amounts.read("1.005e0", 1) == 101);
  CHECK(amounts.read("12345e-3", 1) == 1'235);
  CHECK(amounts.read("1.2E+2", 1) == 12'000);
  CHECK(amounts.read("5e-9", 1) == 0);
  CHECK(amounts.read("0e99", 1) == 0);
  CHECK(amounts.read("19.999", 1) == 2000);
  CHECK(amounts.read("999999999999.99", 1) == 99'999'999'999'999);
  CHECK(amounts.read("", 1) == std::nullopt);
  CHECK(amounts.problem().empty());
}

TEST_CASE("row amounts: the sign of a currency is no part of the number, and two currencies do not add up") {
  RowAmounts amounts(';');
  CHECK(amounts.read("R$ 1.234,56", 1) == 123'456);
  CHECK(amounts.read("R$0,07", 2) == 7);
  CHECK(amounts.read("-R$ 3,10", 3) == -310);
  CHECK(amounts.read("R$ -3,10", 4) == -310);
  CHECK(amounts.read("R$\u00a012,00", 5) == 1200);
  CHECK(amounts.read("12,5 R$", 6) == 1250);
  CHECK(amounts.read("12,5", 7) == 1250);
  CHECK(amounts.problem().empty());
  CHECK(amounts.read("US$ 5,00", 8) == std::nullopt);
  CHECK(amounts.problem() ==
        "8: the amount 'US$ 5,00' is of another currency than those before, in R$; it is not counted as money");
  CHECK(RowAmounts(',').read("12.50 \u20ac", 1) == 1250);
  CHECK(RowAmounts(',').read("$", 1) == std::nullopt);
  CHECK(RowAmounts(',').read("-R$ -3", 1) == std::nullopt);
  CHECK(RowAmounts(',').read("5 BTC", 1) == std::nullopt);
}

TEST_CASE("row amounts: a third decimal is rounded by its digits, each of them") {
  for (const char mark : {'.', ','}) {
    RowAmounts amounts(';');
    CHECK(amounts.read(mark == '.' ? "0.5" : "0,5", 1) == 50);
    for (int thousandths = 1000; thousandths < 3000; ++thousandths) {
      std::string text = std::to_string(thousandths);
      text.insert(1, 1, mark);
      CHECK(amounts.read(text, 1) == (thousandths + 5) / 10);
    }
  }
}

TEST_CASE("row amounts: numbers as people write them, as checkout-stats reads them") {
  RowAmounts amounts(';');
  CHECK(amounts.read("1.234,56", 1) == 123'456);
  CHECK(amounts.read("7,5", 2) == 750);
  CHECK(amounts.read("1.234", 3) == 123'400);  // by now the comma is known
  CHECK(amounts.problem().empty());
}

TEST_CASE("row amounts: what may be either is neither until another row tells") {
  RowAmounts amounts(';');
  CHECK(amounts.read("1.234", 2) == std::nullopt);
  CHECK(
      amounts.problem() ==
      "2: the amount '1.234' may have a point for thousands, or a decimal one: write it as 1234.56; it is not counted "
      "as money");
  CHECK(amounts.read("2.50", 3) == 250);
  CHECK(amounts.read("1.234", 4) == 123);
}

TEST_CASE("row amounts: what is no amount is told once, and no card number with it") {
  RowAmounts amounts(',');
  CHECK(amounts.read("4111111111111111", 7) == std::nullopt);
  CHECK(amounts.read("5 BTC", 8) == std::nullopt);
  CHECK(amounts.read("inf", 9) == std::nullopt);
  CHECK(amounts.read("1000000000000", 9) == std::nullopt);
  CHECK(amounts.problem() ==
        "7: the amount '411111******1111' has more than 12 digits before its decimal point; it and 3 more are not "
        "counted as money");
  CHECK(amounts.read("5", 10) == 500);
}
