// SPDX-License-Identifier: MIT
#include "clock/steps_back.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace pos;

namespace {

LocalTime at(int minute) { return {LocalTime::no_day, minute * 60}; }

std::string words_of(const std::vector<int>& minutes) {
  pos::clock::StepsBack steps;
  for (const int minute : minutes) steps.see(at(minute), "approved");
  return steps.words();
}

std::vector<int> days(int count, int from, int until) {
  std::vector<int> minutes;
  for (int day = 0; day < count; ++day) {
    for (int minute = from; minute < until; ++minute) minutes.push_back(minute);
  }
  return minutes;
}

}  // namespace

TEST_CASE("steps_back: three days of a shop from 10 to 18 are said to be taken for one") {
  CHECK(words_of(days(3, 600, 1080)) ==
        "times have no date, and go back from 17:59 to 10:00, 2 times: they are taken for rows of one day (give dates, "
        "or "
        "a file for each day, if they are of several)");
}

TEST_CASE("steps_back: one day, days over midnight, newest first and rows in no order are nothing to say") {
  CHECK(words_of(days(2, 600, 1080)).empty());  // one step: two terminals, say
  CHECK(words_of(days(5, 0, 1440)).empty());
  auto minutes = days(3, 600, 1080);
  std::ranges::reverse(minutes);
  CHECK(words_of(minutes).empty());
  std::ranges::shuffle(minutes, std::mt19937(1));
  CHECK(words_of(minutes).empty());
}

TEST_CASE("steps_back: status by status is no step, and dates say themselves what they are") {
  pos::clock::StepsBack steps;
  for (const char* status : {"approved", "denied", "failed"}) {
    for (const int minute : days(1, 600, 1080)) steps.see(at(minute), status);
  }
  CHECK(steps.words().empty());
  for (const int minute : days(5, 600, 1080)) steps.see({20'000, minute * 60}, "approved");
  CHECK(steps.words().empty());
}
