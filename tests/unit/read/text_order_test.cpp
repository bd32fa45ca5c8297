// SPDX-License-Identifier: MIT
#include "read/text_order.hpp"

#include <doctest/doctest.h>

#include "memory_source.hpp"

using namespace pos;
using namespace pos::read;

namespace {

bool in_order(const std::string& text, const ReadOptions& options = {}) {
  test::MemorySource source(text);
  return stands_in_order(source, "in", options);
}

bool times_in_order(const std::vector<std::string>& times) {
  std::string csv = "status,time,count\n";
  std::string json;
  for (const std::string& time : times) {
    csv += "a," + time + ",1\n";
    json += R"({"status":"a","time":")" + time + "\"}\n";
  }
  const bool csv_order = in_order(csv);
  CHECK(in_order(json) == csv_order);
  return csv_order;
}

}  // namespace

TEST_CASE("text order: times written in one way that do not go back by a minute") {
  CHECK(times_in_order({}));
  CHECK(times_in_order({"2026-03-09 23:59", "2026-03-09 23:59", "2026-03-10 00:00"}));
  CHECK(times_in_order({"2026-03-09T10:00:59Z", "2026-03-09T10:00:01Z", "2026-03-09T10:01:00Z"}));
  CHECK(times_in_order({"00h 10", "00h 11", "13h 00"}));
  CHECK(times_in_order({"00:10", "00:10", "23:59"}));
  CHECK(times_in_order({"1772409600", "1772409660"}));
}

TEST_CASE("text order: what goes back, or cannot be compared as text, is left to those who read it") {
  CHECK_FALSE(times_in_order({"2026-03-09 10:01", "2026-03-09 10:00"}));
  CHECK_FALSE(times_in_order({"2026-03-09 10:00+01:00", "2026-03-09 10:01+02:00"}));
  CHECK_FALSE(times_in_order({"2026-03-09T10:00:00Z", "2026-03-09T10:00:30+"}));
  CHECK_FALSE(times_in_order({"09/04/2026 10:00", "10/03/2026 10:00"}));  // April, then March
  CHECK_FALSE(times_in_order({"9:59", "10:00"}));
  CHECK_FALSE(times_in_order({"23:59", "00:00"}));
  CHECK_FALSE(times_in_order({"2026-03-09 10:00", "2026-03-09 1:005"}));
  CHECK_FALSE(times_in_order({"2026-03-09 10:00", "time"}));
}

TEST_CASE("text order: quotes around the time are no matter, before it they are") {
  CHECK(in_order("time,status\n\"2026-03-09 10:00\",a\n\"2026-03-09 10:01\",a\n"));
  CHECK_FALSE(in_order("status,time\n\"a,b\",2026-03-09 10:00\n\"a,b\",2026-03-09 10:01\n"));
  CHECK_FALSE(in_order("time,status\n2026-03-09 10:00,a\ntime,status\n2026-03-09 10:01,a\n"));  // the header again
}
