// SPDX-License-Identifier: MIT
#include "model/history.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace pos;
using namespace pos::model;

TEST_CASE("history: gives back what was added, and where files begin") {
  History history;
  const std::vector<LocalTime> times = {{20'000, 86'340},
                                        {20'001, 0},
                                        {20'001, 59, -180, LocalTime::Clock::instant},
                                        {LocalTime::no_day, 600},
                                        {20'000, 60, 60, LocalTime::Clock::twice}};
  const std::vector<std::string> names = {"b", "denied", "a", "b", "a"};
  history.begin_file();
  history.begin_file();  // without a row
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (i == 3) history.begin_file();
    history.add({times[i], names[i], static_cast<std::int64_t>(i) * 1000}, std::nullopt);
  }
  std::string told;
  std::size_t i = 0;
  history.replay([&] { told += "file "; },
                 [&](const History::Row& row) {
                   CHECK(row.time == times[i]);
                   CHECK(row.time.offset == times[i].offset);
                   CHECK(row.time.clock == times[i].clock);
                   CHECK(row.count == static_cast<std::int64_t>(i) * 1000);
                   told += history.names()[row.status] + (row.label ? "! " : " ");
                   ++i;
                 });
  CHECK(told == "file file b denied! a file b a ");
  CHECK(history.first() == times.front());
  CHECK(history.last() == times.back());
  CHECK(history.statuses() == std::vector<std::string>{"a", "b", "denied"});
  CHECK(history.rows(0) == 2);
  CHECK(history.highest(0) == 3000);
}
