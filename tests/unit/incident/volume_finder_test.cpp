// SPDX-License-Identifier: MIT
#include "incident/volume_finder.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace pos;
using pos::incident::VolumeFinder;

namespace {

Record seen(int minutes, const std::string& status, std::int64_t count, std::optional<double> expected) {
  Record record{minutes * 60, status, count, {}};
  record.scored.expected = expected;
  return record;
}

std::string volume_of(const std::vector<Record>& records) {
  VolumeFinder finder;
  for (const Record& record : records) finder.push(record);
  return finder.volume();
}

}  // namespace

TEST_CASE("volume finder: approved in any letter case, if there are but few of it") {
  CHECK(volume_of({seen(0, "denied", 90, 90), seen(0, "APPROVED", 1, 1)}) == "APPROVED");
  CHECK(volume_of({seen(0, "Approved", 1, 5), seen(0, "approved", 1, 6)}) == "approved");
}

TEST_CASE("volume finder: an outage with a surge of another status does not change what was expected most") {
  CHECK(volume_of({seen(0, "aprovada", 0, 34), seen(0, "negada", 500, 3)}) == "aprovada");
}

TEST_CASE("volume finder: many rows of a status in a minute tell its expectation once") {
  std::vector<Record> records{seen(0, "aprovada", 40, 30)};
  for (int i = 0; i < 20; ++i) records.push_back(seen(0, "negada", 1, 3));
  CHECK(volume_of(records) == "aprovada");
}

TEST_CASE("volume finder: by what came where nothing was expected") {
  CHECK(volume_of({seen(0, "aprovada", 40, std::nullopt), seen(0, "negada", 3, std::nullopt)}) == "aprovada");
}

TEST_CASE("volume finder: all together where none has more than half, or a record of all says so") {
  CHECK(volume_of({seen(0, "sale", 5, 5), seen(0, "visit", 5, 5)}) == "*");
  CHECK(volume_of({seen(0, "sale", 50, 50), seen(1, "*", 5, 70)}) == "*");
}

TEST_CASE("volume finder: a status is missed after a hundred records only") {
  VolumeFinder finder;
  for (int i = 0; i < 99; ++i) finder.push(seen(i, "aprovada", 5, 5));
  CHECK_FALSE(finder.lacks("approved"));
  finder.push(seen(99, "aprovada", 5, 5));
  CHECK(finder.lacks("approved"));
  CHECK_FALSE(finder.lacks("aprovada"));
  CHECK_FALSE(finder.lacks("*"));
}
