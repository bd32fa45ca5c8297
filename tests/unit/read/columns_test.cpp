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

TEST_CASE("column_finder: another spelling does, and the very name wins over it, and that over an alias") {
  const ColumnNames names;
  CHECK(offered(names, {" Time", "STATUS\t", "Count"}).problem().empty());
  CHECK(offered(names, {"time", "status", "Count", "count"}).place(Column::count) == 3);
  CHECK(offered(names, {"time", "status", "count", "Count", "n"}).place(Column::count) == 2);
  CHECK(offered(names, {"time", "status", "total", "COUNT"}).place(Column::count) == 3);
  CHECK(offered(names, {"time", "status", "Count", "COUNT"}).problem() ==
        "two columns for 'count' (choose one with --columns)");
  CHECK(offered(names, {"\xEF\xBB\xBFtime", "status"}).problem().empty());
  CHECK(offered(parse_column_names("count=Howmany"), {"time", "status", "HOWMANY", "howmany"}).problem() ==
        "two columns for 'Howmany' (choose one with --columns)");
}

TEST_CASE("column_finder: aliases in English and Portuguese, with accents and what stands between words or without") {
  const ColumnNames names;
  for (const auto* time :
       {"Timestamp", "ts", "date_time", "Data/Hora", "data hora", "DATAHORA", "hor\xC3\xA1rio", "Minute"})
    CHECK(offered(names, {"x", time, "status"}).place(Column::time) == 1);
  for (const auto* status : {"situacao", "Situa\xC3\xA7\xC3\xA3o", "SITUA\xC3\x87\xC3\x83O", "Estado", "State"})
    CHECK(offered(names, {"time", "x", status}).place(Column::status) == 2);
  for (const auto* count : {"Quantity", "qty", "Quantidade", "QTDE", "total", "N", "num", "f0_", "COUNT(*)",
                            "transa\xC3\xA7\xC3\xB5"
                            "es",
                            "n\xC3\xBAmero"})
    CHECK(offered(names, {"time", "status", count}).place(Column::count) == 2);
}

TEST_CASE("column_finder: labels are found by name beside the record's columns, or are missing") {
  const ColumnNames names;
  const std::vector<std::string> labels = {"Bin", "zone", "shop"};
  ColumnFinder finder(names, Labels::ignore, labels);
  std::size_t place = 0;
  for (const char* name : {"time", "zone", "BIN", "Bin", "status"}) finder.offer(name, place++);
  CHECK(finder.label_places() == std::vector<std::optional<std::size_t>>{3, 1, std::nullopt});
  CHECK(finder.problem().empty());
  CHECK(finder.missing_label() == "no column 'shop'");
  CHECK(finder.is_label(1));
  CHECK_FALSE(finder.is_label(2));
}

TEST_CASE("column_finder: count= is no column, and time=date+clock two") {
  const ColumnNames none = parse_column_names("count=");
  CHECK(offered(none, {"time", "status", "count"}).place(Column::count) == std::nullopt);
  const ColumnNames two = parse_column_names("time= Data + hora ");
  CHECK(offered(two, {"hora", "data", "time", "status"}).place(Column::time) == 1);
  CHECK(offered(two, {"hora", "data", "time", "status"}).place(Column::clock) == 0);
  CHECK(offered(two, {"data", "status"}).problem() == "no column 'hora'");
}

TEST_CASE("parse_column_names: a map that is none is a usage error") {
  for (const auto* map : {"time", "time=", "status=", "price=p", "time=a,,", "time=a+", "time=+b", "time=a+b+c"}) {
    CAPTURE(map);
    CHECK_THROWS_AS(static_cast<void>(parse_column_names(map)), Error);
  }
}
