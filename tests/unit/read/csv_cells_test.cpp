// SPDX-License-Identifier: MIT
#include "read/csv_cells.hpp"

#include <doctest/doctest.h>

using namespace pos::read;
using Cells = std::vector<std::string_view>;

namespace {

Split split(std::string_view row, Cells& cells, char delimiter = ',') { return split_cells(row, delimiter, cells); }

}  // namespace

TEST_CASE("split_cells: cells as they stand") {
  Cells cells;
  CHECK(split("a,b,,", cells) == Split::ok);
  CHECK(cells == Cells{"a", "b", "", ""});
  CHECK(split("\"a,\"\"b\",c", cells) == Split::ok);
  CHECK(cells == Cells{"\"a,\"\"b\"", "c"});
  CHECK(split(" \"a;\" ;b", cells, ';') == Split::ok);
  CHECK(cells == Cells{" \"a;\" ", "b"});
  CHECK(split("\t\t", cells, '\t') == Split::ok);
  CHECK(cells.size() == 3);
}

TEST_CASE("split_cells: quotes that RFC 4180 does not allow") {
  Cells cells;
  CHECK(split("\"a", cells) == Split::open_quote);
  CHECK(split("\"a\"\"", cells) == Split::open_quote);
  CHECK(split("\"a\"b,c", cells) == Split::text_after_quote);
  CHECK(split("a\"b,c", cells) == Split::quote_inside);
  CHECK(split("a,5\" nail,\"x\"", cells) == Split::quote_inside);
}

TEST_CASE("cell_text: blanks, then quotes, go") {
  std::string scratch;
  CHECK(cell_text(" a b\t", scratch) == "a b");
  CHECK(cell_text(" \" a\" ", scratch) == " a");
  CHECK(cell_text("\"say \"\"hi\"\"\"", scratch) == "say \"hi\"");
  CHECK(cell_text("\"\"", scratch).empty());
  CHECK(cell_text("\"\"\"\"", scratch) == "\"");
}

TEST_CASE("find_delimiter: the one the header has most of, outside quotes") {
  CHECK(find_delimiter("time,status,count") == ',');
  CHECK(find_delimiter("time;status;count") == ';');
  CHECK(find_delimiter("time\tstatus\tcount, all") == '\t');
  CHECK(find_delimiter("\"a;b;c\",status,count") == ',');
  CHECK(find_delimiter("time") == ',');
}
