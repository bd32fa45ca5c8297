// SPDX-License-Identifier: MIT
#include "render/terminal/table.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "render/words/text.hpp"

using namespace pos::render;

namespace {

using Cells = std::vector<std::string>;

std::string shown(const TextTable& table, int width, bool ascii = false) {
  std::string out;
  table.append_to(out, TextStyle{width, false, ascii});
  return out;
}

TextTable people() {
  TextTable table({{.name = "status"}, {.name = "count", .align = Align::right}, {.name = "note", .least = 6}});
  table.row(Cells{"approved", "1,234", "as ever"});
  table.row(Cells{"denied", "7", "more than there should be"});
  return table;
}

}  // namespace

TEST_CASE("text table: numbers to the right, words to the left, no blanks at the end of a line") {
  CHECK(shown(people(), 80) ==
        "status    count  note\n"
        "approved  1,234  as ever\n"
        "denied        7  more than there should be\n");
}

TEST_CASE("text table: too wide, it closes its gaps, then cuts what may be cut") {
  CHECK(shown(people(), 40) ==
        "status   count note\n"
        "approved 1,234 as ever\n"
        "denied       7 more than there should be\n");
  CHECK(shown(people(), 30) ==
        "status    count  note\n"
        "approved  1,234  as ever\n"
        "denied        7  more than th…\n");
  CHECK(shown(people(), 23, true) ==
        "status    count  note\n"
        "approved  1,234  as...\n"
        "denied        7  mor...\n");
}

TEST_CASE("text table: then columns go, the most dispensable first, and it says so") {
  TextTable table({{.name = "a"}, {.name = "bb", .spare = 1}, {.name = "cc"}, {.name = "dd"}});
  table.row(Cells{"123", "123", "123", "123"});
  CHECK(shown(table, 15) == "a   bb  cc  dd\n123 123 123 123\n");
  CHECK(shown(table, 14) == "a    cc   dd\n123  123  123\n(too narrow\nfor: bb)\n");
  CHECK(shown(table, 10) == "a    cc\n123  123\n(too\nnarrow\nfor: bb,\ndd)\n");
  CHECK(shown(table, 3).starts_with("a\n123\n"));
  CHECK(shown(table, 2).starts_with("a\n1…\n"));
}

TEST_CASE("text table: a column nobody uses is left out where that is asked for") {
  TextTable table({{.name = "a"}, {.name = "b", .only_if_used = true}, {.name = "c"}});
  table.row(Cells{"1", "", ""});
  CHECK(shown(table, 80) == "a  c\n1\n");
  table.row(Cells{"1", "x"});
  CHECK(shown(table, 80) == "a  b  c\n1\n1  x\n");
}

TEST_CASE("text table: notes stand below their row, wrapped") {
  TextTable table({{.name = "a"}});
  table.row(Cells{"1"});
  table.note("one two three four five");
  table.row(Cells{"2"});
  table.note("");
  CHECK(shown(table, 20) == "a\n1\n    one two three\n    four five\n2\n");
}

TEST_CASE("text table: cells cannot steer the terminal, wide characters keep columns aligned") {
  TextTable table({{.name = "status"}, {.name = "n", .align = Align::right}});
  table.row(Cells{"\x1b[2J", "1"});
  table.row(Cells{"拒否", "10"});
  table.row(Cells{"e\u0301", "100"});
  CHECK(shown(table, 80) ==
        "status     n\n"
        "\\x1b[2J    1\n"
        "拒否      10\n"
        "e\u0301        100\n");
}

TEST_CASE("text table: no line is wider than asked for") {
  TextTable table({{.name = "time"},
                   {.name = "a long name", .align = Align::right},
                   {.name = "text", .least = 3},
                   {.name = "拒否された", .least = 2}});
  table.row(Cells{"12:00", "123,456,789", std::string(70, 'y'), "決済が拒否されました決済"});
  table.note(std::string(90, 'z') + " 決済が拒否されました");
  for (int width = 10; width <= 120; ++width) {
    std::istringstream lines(shown(table, width, width % 2 == 0));
    for (std::string line; std::getline(lines, line);) {
      CAPTURE(line);
      REQUIRE(display_width(line) <= width);
    }
  }
}
