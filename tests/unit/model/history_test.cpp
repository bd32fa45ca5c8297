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

TEST_CASE("history: rows come back with their keys, where it has families") {
  History history({}, {"merchant", "acquirer"});
  const std::vector<std::string_view> first{"m1", "north"}, second{"m2", ""};
  history.begin_file();
  history.add({{{}, 0}, "approved", 3, first});
  history.add({{{}, 0}, "denied", 1, second});
  history.add({{{}, 60}, "approved", 2, first});
  history.add({{{}, 60}, "approved", 1, second});
  std::vector<std::string> rows;
  history.replay([&](const History::Row& row) {
    const auto& keys = history.keys()[row.keys];
    rows.push_back(history.names()[row.status] + ' ' + std::to_string(row.count) + ' ' + keys[0] + '/' + keys[1]);
  });
  CHECK(rows ==
        std::vector<std::string>{"approved 3 m1/north", "denied 1 m2/", "approved 2 m1/north", "approved 1 m2/"});
  CHECK(history.names() == std::vector<std::string>{"approved", "denied"});
  CHECK(history.rows(0) == 3);
}
