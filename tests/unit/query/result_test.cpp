// SPDX-License-Identifier: MIT
#include "query/result.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace pos::query;
using pos::cli::Shape;

namespace {

using Row = std::vector<Value>;

std::string show(Result& result, const std::vector<std::string>& names, const std::vector<Row>& rows) {
  std::string out;
  result.columns(names, out);
  for (const Row& row : rows) result.row(row, out);
  result.end(out);
  return out;
}

const std::vector<std::string> names = {"status", "n", "share"};
const std::vector<Row> rows = {{"denied", std::int64_t{12}, 0.25}, {"a,\"b\"", std::int64_t{-3}, {}}};

}  // namespace

TEST_CASE("query result: csv quotes what needs it, and null is empty") {
  CHECK(show(*make_records(Shape::csv), names, rows) == "status,n,share\ndenied,12,0.25\n\"a,\"\"b\"\"\",-3,\n");
}

TEST_CASE("query result: a csv row of one empty value is a row all the same") {
  CHECK(show(*make_records(Shape::csv), {"x"}, {{Value()}}) == "x\n\"\"\n");
}

TEST_CASE("query result: ndjson has types, and null for what json has no number for") {
  CHECK(show(*make_records(Shape::ndjson), names, rows) ==
        "{\"status\":\"denied\",\"n\":12,\"share\":0.25}\n{\"status\":\"a,\\\"b\\\"\",\"n\":-3,\"share\":null}\n");
  CHECK(show(*make_records(Shape::ndjson), {"x"}, {{INFINITY}}) == "{\"x\":null}\n");
}

TEST_CASE("query result: two columns of one name are two keys in ndjson") {
  CHECK(show(*make_records(Shape::ndjson), {"x", "x", "x"}, {{std::int64_t{1}, std::int64_t{2}, std::int64_t{3}}}) ==
        "{\"x\":1,\"x_2\":2,\"x_3\":3}\n");
}

TEST_CASE("query result: text is aligned, numbers to the right") {
  Order order;
  order.style = {80, false, true};
  CHECK(show(*make_whole(order), names, rows) ==
        "status   n  share\n"
        "denied  12   0.25\n"
        "a,\"b\"   -3\n");
}
