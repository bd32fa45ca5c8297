// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace pos;

TEST_CASE("append_json_string: quotes, backslashes and control characters are escaped") {
  std::string out;
  append_json_string(out, "a\"b\\c\n\x01");
  CHECK(out == R"("a\"b\\c\n\u0001")");
}

TEST_CASE("append_json_string: bytes that are no UTF-8 become text, and characters stay as they are") {
  const auto string = [](std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
  };
  CHECK(string("café 拒 😀") == "\"café 拒 😀\"");
  CHECK(string("caf\xE9") == R"("caf\\xe9")");
  CHECK(string("\xC3(") == R"("\\xc3(")");
  CHECK(string("\xE2\x82") == R"("\\xe2\\x82")");      // cut within a character
  CHECK(string("\xED\xA0\x80") == R"("\\xed\\xa0\\x80")");  // a surrogate
  CHECK(string("\xC0\"") == R"("\\xc0\"")");
}

TEST_CASE("json: an object has its members in order, and null for what is not known") {
  std::string out;
  JsonObject object(out);
  object.text("a", "x{").number("b", 1).number("c", std::nullopt).decimal("d", 0.5, 2).decimal("e", std::nullopt, 2);
  object.text_or_null("f", "").boolean("g", true).raw("h", "[]").end();
  CHECK(out == R"({"a":"x{","b":1,"c":null,"d":0.50,"e":null,"f":null,"g":true,"h":[]})");
}

TEST_CASE("json: objects and arrays lie in each other, empty or not") {
  std::string out = "data: ";
  JsonObject object(out);
  JsonObject(object.member("none")).end();
  object.array("rows", std::vector{1, 2}, [](std::string& to, int n) { JsonObject(to).number("n", n).end(); });
  object.array("empty", std::vector<int>(), [](std::string&, int) {});
  object.end();
  CHECK(out == R"(data: {"none":{},"rows":[{"n":1},{"n":2}],"empty":[]})");
}

TEST_CASE("json: a member may begin a line") {
  std::string out;
  JsonObject(out).number("a", 1).new_line().number("b", 2).number("c", 3).end();
  CHECK(out == "{\"a\":1,\n\"b\":2,\"c\":3}");
}

TEST_CASE("json: what is no number is null") {
  const auto real = [](double value) {
    std::string out;
    append_json_real(out, value);
    return out;
  };
  CHECK(real(0.1) == "0.1");
  CHECK(real(7) == "7");
  CHECK(real(NAN) == "null");
  CHECK(real(-INFINITY) == "null");
  std::string out;
  append_json_number(out, std::numeric_limits<std::int64_t>::min());
  CHECK(out == "-9223372036854775808");
}
