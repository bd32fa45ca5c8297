// SPDX-License-Identifier: MIT
#include "render/words/html.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace pos::render;
using namespace std::literals;

TEST_CASE("escaped_html: what HTML takes for its own is escaped, and characters stay as they are") {
  CHECK(escaped_html("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  CHECK(escaped_html("café 拒 😀\t\r\n\x7F") == "café 拒 😀\t\r\n\x7F");
}

TEST_CASE("escaped_html: what XML has no character for becomes text") {
  CHECK(escaped_html("caf\xE9.csv") == "caf\\xe9.csv");
  CHECK(escaped_html("\x1B[2J\0<"sv) == "\\x1b[2J\\x00&lt;");
  CHECK(escaped_html("\xEF\xBF\xBD\xEF\xBF\xBE\xEF\xBF\xBF") == "\xEF\xBF\xBD\\xef\\xbf\\xbe\\xef\\xbf\\xbf");
  CHECK(escaped_html("\xED\xA0\x80") == "\\xed\\xa0\\x80");
}

TEST_CASE("append_script_string: it is JSON of any bytes, and ends no script") {
  std::string out;
  append_script_string(out, "</script>\xE2\x80\xA8\xE9");
  CHECK(out == R"("\u003c/script\u003e\u2028\\xe9")");
}
