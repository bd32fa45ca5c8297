// SPDX-License-Identifier: MIT
#include "read/columns.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace pos;
using namespace pos::read;

namespace {

ColumnFinder offered(const ColumnNames& names, std::initializer_list<const char*> header,
                     Labels labels = Labels::ignore) {
  ColumnFinder finder(names, labels);
  std::size_t place = 0;
  for (const char* name : header) finder.offer(name, place++);
  return finder;
}

}  // namespace

TEST_CASE("column_finder: the proper name wins over an alias, wherever it stands") {
  const ColumnNames names;
  CHECK(offered(names, {"ts", "time", "status", "n"}).place(Column::time) == 1);
  CHECK(offered(names, {"time", "ts", "status", "n"}).place(Column::time) == 0);
  CHECK(offered(names, {"time", "status", "f0_"}).place(Column::count) == 2);
  CHECK(offered(names, {"time", "status"}).problem().empty());
  CHECK(offered(names, {"time", "status"}).place(Column::count) == std::nullopt);
}

TEST_CASE("column_finder: missing and ambiguous columns are told") {
  const ColumnNames names;
  CHECK(offered(names, {"time", "count"}).problem() == "no column 'status'");
  CHECK(offered(names, {"ts", "datetime", "status"}).problem() == "two columns for 'time' (choose one with --columns)");
  CHECK(offered(names, {"time", "status", "status"}).problem() ==
        "two columns for 'status' (choose one with --columns)");
  CHECK(offered(names, {"time", "status", "label", "label"}).problem().empty());
}

TEST_CASE("column_finder: a given name stands alone, without aliases") {
  const ColumnNames names = parse_column_names("time=when, count=howmany");
  CHECK(offered(names, {"when", "time", "status", "howmany", "count"}).place(Column::time) == 0);
  CHECK(offered(names, {"when", "status", "count"}).problem() == "no column 'howmany'");
}

TEST_CASE("parse_column_names: a map that is none is a usage error") {
  for (const auto* map : {"time", "time=", "price=p", "time=a,,"}) {
    CAPTURE(map);
    CHECK_THROWS_AS(static_cast<void>(parse_column_names(map)), Error);
  }
}
