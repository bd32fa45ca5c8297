// SPDX-License-Identifier: MIT
#include "serve/accept.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace pos::serve;

namespace {

constexpr std::array<std::string_view, 3> types = {"application/json", "application/x-ndjson", "text/csv"};

std::string_view best(std::string_view accept) {
  const auto at = best_type(accept, types);
  return at ? types[*at] : "none";
}

}  // namespace

TEST_CASE("accept: what is liked best, and of those the first") {
  CHECK(best("") == "application/json");
  CHECK(best("*/*") == "application/json");
  CHECK(best("text/csv") == "text/csv");
  CHECK(best("TEXT/CSV; charset=utf-8") == "text/csv");
  CHECK(best("text/*") == "text/csv");
  CHECK(best("application/json;q=0.5, text/csv;q=0.9") == "text/csv");
  CHECK(best("text/csv, application/x-ndjson") == "application/x-ndjson");
  CHECK(best("application/*;q=0.2, text/csv;q=0.1") == "application/json");
  CHECK(best("*/*;q=0.1, application/json;q=0") == "application/x-ndjson");
  CHECK(best("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8") == "application/json");
}

TEST_CASE("accept: none of ours") {
  CHECK(best("text/html") == "none");
  CHECK(best("application/json;q=0") == "none");
}

TEST_CASE("accept: what no header should have is passed over") {
  CHECK(best(",,") == "application/json");
  CHECK(best("text/csv;q=7") == "text/csv");
  CHECK(best("text/csv;q=") == "text/csv");
}

TEST_CASE("accept: a browser names text/html, a program does not") {
  CHECK(names_type("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"));
  CHECK_FALSE(names_type("*/*", "text/html"));
  CHECK_FALSE(names_type("", "text/html"));
  CHECK_FALSE(names_type("text/html;q=0", "text/html"));
}

TEST_CASE("accept: gzip where it is asked for") {
  CHECK(takes_gzip("gzip, deflate, br"));
  CHECK(takes_gzip("br;q=1.0, gzip;q=0.8"));
  CHECK(takes_gzip("*"));
  CHECK_FALSE(takes_gzip(""));
  CHECK_FALSE(takes_gzip("identity"));
  CHECK_FALSE(takes_gzip("gzip;q=0, *"));
}
