// SPDX-License-Identifier: MIT
#include "render/words/text.hpp"

#include <doctest/doctest.h>

#include "render/terminal/line.hpp"
#include "render/words/numbers.hpp"

using namespace pos::render;

namespace {
const TextStyle unicode{80, false, false};
const TextStyle ascii{80, false, true};
}  // namespace

TEST_CASE("display_width: what a terminal takes") {
  CHECK(display_width("") == 0);
  CHECK(display_width("denied") == 6);
  CHECK(display_width("não") == 3);
  CHECK(display_width("拒否") == 4);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("💳") == 2);
  CHECK(display_width("ｱ") == 1);        // halfwidth katakana
  CHECK(display_width("e\u0301") == 1);  // combining acute
  CHECK(display_width("\u200B") == 0);   // zero width space
  CHECK(display_width("█▒…▲─") == 5);
}

TEST_CASE("harmless: no control, no change of direction, no new line") {
  CHECK(harmless("denied") == "denied");
  CHECK(harmless("\x1b[2J") == "\\x1b[2J");
  CHECK(harmless("a\nb\x7F") == "a\\x0ab\\x7f");
  CHECK(harmless("\u202Eabc\u2066\u2028") == "\\u202eabc\\u2066\\u2028");
  CHECK(harmless("\xFF拒") == "\\xff拒");
}

TEST_CASE("cut: within the width, told by an ellipsis") {
  CHECK(cut("denied", 6, unicode) == "denied");
  CHECK(cut("denied", 5, unicode) == "deni…");
  CHECK(cut("denied", 5, ascii) == "de...");
  CHECK(cut("denied", 1, unicode) == "…");
  CHECK(cut("denied", 2, ascii) == "..");
  CHECK(cut("denied", 0, unicode).empty());
  CHECK(cut("拒否された", 6, unicode) == "拒否…");  // half of a wide character is none
  CHECK(cut("拒否", 2, unicode) == "…");
  CHECK(cut("above: 33", 8, unicode) == "above:…");  // no blank before the ellipsis
}

TEST_CASE("wrap: at blanks, long words by force") {
  using Lines = std::vector<std::string>;
  CHECK(wrap("", 10).empty());
  CHECK(wrap("  ", 10).empty());
  CHECK(wrap("above: 33 in 3 min", 9) == Lines{"above: 33", "in 3 min"});
  CHECK(wrap("above: 33 in 3 min", 10) == Lines{"above: 33", "in 3 min"});
  CHECK(wrap("above: 33 in 3 min", 8) == Lines{"above:", "33 in 3", "min"});
  CHECK(wrap("abcdefghij kl", 4) == Lines{"abcd", "efgh", "ij", "kl"});
  CHECK(wrap("拒否された", 4) == Lines{"拒否", "され", "た"});
  CHECK(wrap("拒否", 3) == Lines{"拒", "否"});
}

TEST_CASE("grouped and rounded: numbers to read") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(-1234567) == "-1,234,567");
  CHECK(rounded(0) == "0");
  CHECK(rounded(0.127) == "0.13");
  CHECK(rounded(9.996) == "10.0");
  CHECK(rounded(12.34) == "12.3");
  CHECK(rounded(99.96) == "100");
  CHECK(rounded(32222.67) == "32,223");
  CHECK(rounded(1e300) == "1e+300");
}

TEST_CASE("StyledLine: colour only when asked for, and never over the end of a line") {
  std::string out;
  StyledLine(out, TextStyle{80, true, false}).add("a", Tone::critical).blank(1).add("b", Tone::critical).blank(3).end();
  CHECK(out == "\x1b[0;1;31ma b\x1b[0m\n");
  out.clear();
  StyledLine(out, TextStyle{80, false, false}).add("a", Tone::critical).blank(2).add("b").blank(3).end();
  CHECK(out == "a  b\n");
}
