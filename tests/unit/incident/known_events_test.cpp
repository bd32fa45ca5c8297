// SPDX-License-Identifier: MIT
#include "incident/known_events.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::incident;

namespace {

constexpr LocalSeconds day = 86'400;
constexpr LocalSeconds new_year = 20'454 * day;  // 2026-01-01

constexpr LocalSeconds at(LocalSeconds hour, LocalSeconds minute = 0, LocalSeconds second = 0) {
  return new_year + hour * 3600 + minute * 60 + second;
}

std::string words(LocalSeconds first, const std::vector<pos::Event>& events, Language language = Language::en) {
  Incident incident;
  incident.first = first;
  return events_words(known_events(incident, events), language);
}

}  // namespace

TEST_CASE("known_events: an event that covers the minute of the first alert") {
  const std::vector<pos::Event> promotion = {{at(10), at(12), "promotion X", "promotion"}};
  CHECK(words(at(9, 59), promotion).empty());
  CHECK(words(at(10), promotion) == "during: promotion X");
  CHECK(words(at(11, 59), promotion) == "during: promotion X");
  CHECK(words(at(12), promotion) == "0 min after: promotion X");
  const std::vector<pos::Event> seconds = {{at(10, 0, 30), at(10, 0, 50), "x", ""}};
  CHECK(words(at(10), seconds) == "during: x");  // in that minute
  CHECK(words(at(9, 59), seconds).empty());
}

TEST_CASE("known_events: an event that is over, or of one moment, for half an hour") {
  const std::vector<pos::Event> deploy = {{at(10, 15, 20), std::nullopt, "deploy 4.2", "deploy"}};
  CHECK(words(at(10, 15), deploy) == "during: deploy 4.2");
  CHECK(words(at(10, 17), deploy) == "2 min after: deploy 4.2");
  CHECK(words(at(10, 45), deploy) == "30 min after: deploy 4.2");
  CHECK(words(at(10, 46), deploy).empty());
  CHECK(words(at(10, 14), deploy).empty());
  const std::vector<pos::Event> over = {{at(10), at(10, 20), "deploy 4.2", "deploy"}};
  CHECK(words(at(10, 50), over) == "30 min after: deploy 4.2");
  CHECK(words(at(10, 51), over).empty());
}

TEST_CASE("known_events: a closed day whose end nobody says lasts to midnight, as for the monitor") {
  const std::vector<pos::Event> closed = {{at(14), std::nullopt, "Christmas Eve", "closed"}};
  CHECK(words(at(23, 59), closed) == "during: Christmas Eve");
  CHECK(words(at(24, 10), closed) == "10 min after: Christmas Eve");
}

TEST_CASE("known_events: what repeats, over midnight and the year's end") {
  std::vector<pos::Event> nightly = {{at(23), at(24, 30), "backup", "", Repeat::daily}};
  CHECK(words(at(24 * 9, 10), nightly) == "during: backup");
  CHECK(words(at(24 * 9, 40), nightly) == "10 min after: backup");
  CHECK(words(at(12), nightly).empty());
  CHECK(words(at(24 * 9 + 12), nightly).empty());
  nightly[0].repeat = Repeat::yearly;
  CHECK(words(at(365 * 24 + 24, 10), nightly) == "during: backup");
}

TEST_CASE("known_events: the last that changed something comes first, twice the same is once, and five are enough") {
  std::vector<pos::Event> events = {{at(0), at(24), "promotion X", "promotion"},
                                    {at(10), std::nullopt, "deploy 4.2", "deploy"},
                                    {at(0), at(24), "promotion X", "promotion"},
                                    {at(9), at(9, 50), "works", ""}};
  CHECK(words(at(10, 2), events) == "2 min after: deploy 4.2; 12 min after: works; during: promotion X");
  for (int i = 0; i < 9; ++i) events.push_back({at(10, 1), at(11), "line " + std::to_string(i), ""});
  Incident incident;
  incident.first = at(10, 2);
  const auto known = known_events(incident, events);
  REQUIRE(known.size() == most_known_events);
  CHECK(known.front().name == "line 0");
  CHECK(words(at(10, 2), {}).empty());
}

TEST_CASE("known_events: words in Portuguese") {
  const std::vector<pos::Event> events = {{at(0), at(24), "promo", ""}, {at(10), std::nullopt, "deploy 4.2", ""}};
  CHECK(words(at(10, 2), events, Language::pt) == "2 min depois de: deploy 4.2; durante: promo");
}
