// SPDX-License-Identifier: MIT
#include "read/fields.hpp"
#include "base/record.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::read;

namespace {

const TimeZone utc;

std::string problem(std::string_view time, std::string_view status, std::optional<std::string_view> count) {
  Transaction transaction;
  std::string masked;
  TimeStyle style;
  TimeReader times(utc, style);
  return parse_transaction({time, status, count}, times, transaction, masked);
}

}  // namespace

TEST_CASE("parse_transaction: reasons that name the field and the value") {
  CHECK(problem("00:10", "approved", "120").empty());
  CHECK(problem("00:10", "approved", std::nullopt).empty());
  CHECK(problem("", "approved", "1") == "time is empty");
  CHECK(problem("25:00", "approved", "1") == "time '25:00' is not a time");
  CHECK(problem("00:10", "", "1") == "status is empty");
  CHECK(problem("00:10", "a\x01", "1") == "status 'a\\x01' has a control character");
  CHECK(problem("00:10", std::string(64, 'a'), "1").empty());
  CHECK(problem("00:10", std::string(65, 'a'), "1") == "status 'aaaaaaaaaaaaaaaaaaaa...' is longer than 64 bytes");
}

TEST_CASE("parse_transaction: an empty or odd count is never 0") {
  CHECK(problem("00:10", "approved", "") == "count is empty");
  CHECK(problem("00:10", "approved", "-") == "count '-' is not a whole number");
  CHECK(problem("00:10", "approved", "1e3") == "count '1e3' is not a whole number");
  CHECK(problem("00:10", "approved", "12.0") == "count '12.0' is not a whole number");
  CHECK(problem("00:10", "approved", "-5") == "count -5 is negative");
  CHECK(problem("00:10", "approved", "9007199254740992").empty());  // 2^53
  CHECK(problem("00:10", "approved", "9007199254740993") == "count 9007199254740993 is above 2^53");
  CHECK(problem("00:10", "approved", "99999999999999999999") == "count 99999999999999999999 is above 2^53");
}

TEST_CASE("seconds_between: by date, or the shorter way around the clock") {
  const auto between = [](std::string_view from, std::string_view to) {
    return pos::seconds_between(*parse_time(from, utc), *parse_time(to, utc)).count();
  };
  CHECK(between("2026-03-09 23:59:30", "2026-03-10 00:00:10") == 40);
  CHECK(between("2026-03-09 12:00", "2026-03-08 12:00") == -86400);
  CHECK(between("23:59:30", "2026-03-10 00:00:10") == 40);
  CHECK(between("00:00:10", "23:59:30") == -40);
}
