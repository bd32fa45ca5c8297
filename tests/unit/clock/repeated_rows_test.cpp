// SPDX-License-Identifier: MIT
#include "clock/repeated_rows.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos;
using clock::RepeatedRows;

namespace {

struct Line {
  int minute;
  std::string status;
};

// How many rows of the file are new; behind a header that stood before.
int news(RepeatedRows& rows, const std::vector<Line>& file, bool again, std::int32_t day = 20'521) {
  int count = 0;
  for (const Line& row : file) {
    const LocalTime time{day, row.minute * 60};
    const std::string bytes = std::to_string(row.minute) + row.status;
    if (again && &row == file.data()) static_cast<void>(rows.begin_again(time, bytes));
    if (rows.is_new(time, bytes)) ++count;
  }
  return count;
}

const std::vector<Line> morning = {{0, "a"}, {0, "b"}, {1, "a"}, {1, "a"}, {2, "c"}};

std::vector<Line> and_then(std::vector<Line> file, const std::vector<Line>& more) {
  file.insert(file.end(), more.begin(), more.end());
  return file;
}

}  // namespace

TEST_CASE("repeated rows: of an export that is written anew, what was added is new") {
  RepeatedRows rows;
  CHECK(news(rows, morning, false) == 5);
  CHECK(news(rows, morning, true) == 0);
  const auto grown = and_then(morning, {{2, "c"}, {3, "a"}});
  CHECK(news(rows, grown, true) == 2);
  CHECK(news(rows, and_then(grown, {{4, "z"}}), true) == 1);
}

TEST_CASE("repeated rows: of one that keeps the last hour, too") {
  RepeatedRows rows;
  CHECK(news(rows, morning, false) == 5);
  CHECK(news(rows, {{1, "a"}, {1, "a"}, {2, "c"}, {3, "d"}}, true) == 1);
}

TEST_CASE("repeated rows: a log that goes on behind a header is all new, in the middle of a minute, too") {
  RepeatedRows rows;
  CHECK(news(rows, morning, false) == 5);
  CHECK(news(rows, {{2, "c"}, {2, "b"}, {3, "a"}}, true) == 3);
}

TEST_CASE("repeated rows: another export of the same time is all new") {
  RepeatedRows rows;
  CHECK(news(rows, morning, false) == 5);
  CHECK(news(rows, {{0, "x"}, {0, "b"}, {1, "a"}, {2, "c"}}, true) == 4);
}

TEST_CASE("repeated rows: clocks without a date begin anew with a row that was there") {
  RepeatedRows rows;
  CHECK(news(rows, morning, false, LocalTime::no_day) == 5);
  CHECK(news(rows, and_then(morning, {{3, "a"}}), true, LocalTime::no_day) == 1);
  CHECK(news(rows, {{0, "y"}, {0, "b"}}, true, LocalTime::no_day) == 2);  // the next day
}
