// SPDX-License-Identifier: MIT
// Incidents of keys, beside those of the whole, and where they hurt.
#include <doctest/doctest.h>

#include <chrono>

#include "incident/grouping.hpp"
#include "incident/replay.hpp"
#include "incident/words.hpp"
#include "unit/incident/tracked_day.hpp"

using namespace pos;
using namespace pos::incident;

namespace {

Record of(const std::string& key, Record record) {
  record.scored.key = key;
  return record;
}

Record at_place(const std::string& where, Record record) {
  record.scored.where = where;
  return record;
}

// As pos-alert does it where nothing else is asked for.
void push(Day& day, const Record& record, const Grouping& grouping = {}) {
  day.push(record, group_of(record, grouping));
}

const Incident* find(const State& state, const std::string& group) {
  const auto found = std::ranges::find(state.incidents, group, &Incident::group);
  return found == state.incidents.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("grouping: keys have their own, those of some columns have, or none has") {
  const Record alfa = of("merchant=alfa", alert_row(0));
  CHECK(group_of(alfa, {}) == "merchant=alfa");
  CHECK(group_of(alfa, {true, {"acquirer", "merchant"}}) == "merchant=alfa");
  CHECK(group_of(alfa, {true, {"acquirer"}}).empty());
  CHECK(group_of(alfa, {true, {"merch"}}).empty());
  CHECK(group_of(alfa, {false, {}}).empty());
  CHECK(group_of(alert_row(0), {}).empty());
}

TEST_CASE("tracker: an incident of a key has the key's numbers alone, and that of the whole counts all") {
  Day day;
  push(day, alert_row(0));                                // 50 seen, 5 expected
  push(day, of("merchant=alfa", alert_row(0)));           // 50 seen, 5 of it expected
  push(day, of("merchant=alfa", alert_row(minute)));      // of the whole nothing is said of what to expect
  push(day, normal_row(minute, "denied", 7, 6));          // of the whole
  push(day, of("merchant=beta", alert_row(2 * minute)));  // another key
  push(day, alert_row(2 * minute));
  const Incident* alfa = find(day.state, "merchant=alfa");
  REQUIRE(alfa != nullptr);
  CHECK(alfa->parts[0].count == 100);
  CHECK(alfa->parts[0].expected == 10);
  CHECK(alfa->last == minute);
  const Incident* whole = find(day.state, "");
  REQUIRE(whole != nullptr);
  CHECK(whole->parts[0].count == 50 + 50 + 50 + 7 + 50 + 50);
  CHECK(whole->parts[0].expected == 5 + 6 + 5);
  CHECK(day.state.incidents.size() == 3);
}

TEST_CASE("tracker: normal rows of the whole are normal data for a key, a key's alerts are none") {
  Day day;
  push(day, of("merchant=alfa", alert_row(0)));
  for (int i = 1; i < 20; ++i) {
    push(day, of("merchant=beta", alert_row(i * minute)));
    if (i < 10) push(day, normal_row(i * minute));
  }
  CHECK(find(day.state, "merchant=alfa")->open());
  push(day, normal_row(20 * minute));
  CHECK_FALSE(find(day.state, "merchant=alfa")->open());
  CHECK(find(day.state, "merchant=beta")->open());
}

TEST_CASE("tracker: keys join and come back each by itself") {
  Day day;
  push(day, of("merchant=alfa", alert_row(0)));
  push(day, of("merchant=beta", alert_row(minute, "failed")));
  push(day, alert_row(minute, "reversed"));
  CHECK(day.state.incidents.size() == 3);  // within ten minutes, but of three groups
  push(day, of("merchant=alfa", alert_row(2 * minute, "failed")));
  CHECK(find(day.state, "merchant=alfa")->parts.size() == 2);
  for (int i = 3; i <= 12; ++i) push(day, normal_row(i * minute));
  CHECK(std::ranges::none_of(day.state.incidents, &Incident::open));
  push(day, of("merchant=beta", alert_row(14 * minute, "failed")));
  CHECK(find(day.state, "merchant=beta")->flaps == 1);
  CHECK(find(day.state, "merchant=alfa")->flaps == 0);
  CHECK_FALSE(find(day.state, "")->open());
}

TEST_CASE("tracker: asked to, alerts of keys are of the incident of the whole, and expect nothing for it") {
  Day day;
  const Grouping by_status{false, {}};
  push(day, of("merchant=alfa", alert_row(0)), by_status);
  push(day, of("merchant=beta", alert_row(0)), by_status);
  push(day, normal_row(0, "denied", 7, 9), by_status);
  REQUIRE(day.state.incidents.size() == 1);
  const Part& part = day.state.incidents[0].parts[0];
  CHECK(day.state.incidents[0].group.empty());
  CHECK(part.count == 107);
  CHECK(part.expected == 9);
}

TEST_CASE("tracker: what a key loses is known where its volume is not as it should be") {
  Day day;
  push(day, of("merchant=alfa", alert_row(0)));
  push(day, normal_row(0, "approved", 2, 10));
  CHECK_FALSE(lost(*find(day.state, "merchant=alfa")));
  Record fall = of("merchant=alfa", alert_row(minute, "approved"));
  fall.count = 3;
  fall.scored.expected = 10;
  push(day, fall);
  CHECK(lost(*find(day.state, "merchant=alfa")) == 7);
}

TEST_CASE("tracker: where a status hurts is what its latest record says, until it can come back no more") {
  Day day;
  push(day, at_place("merchant=m17", alert_row(0)));
  push(day, alert_row(0, "failed"));
  push(day, alert_row(minute));
  const auto places = [&] {
    std::string all;
    for (const Part& part : find(day.state, "")->parts) all += part.status + " " + part.where + ";";
    return all;
  };
  CHECK(where(*find(day.state, "")) == "merchant=m17");
  push(day, of("merchant=m17", at_place("terminal=1", alert_row(minute))));  // that of another incident
  CHECK(places() == "denied merchant=m17;failed ;");
  push(day, at_place("bin=4", normal_row(2 * minute, "denied")));  // the episode is over
  CHECK(places() == "denied bin=4;failed ;");
  push(day, at_place("", normal_row(3 * minute, "denied")));
  for (int i = 4; i <= 11; ++i) push(day, normal_row(i * minute));
  CHECK_FALSE(find(day.state, "")->open());
  push(day, at_place("acquirer=x", normal_row(12 * minute, "denied")));
  CHECK(places() == "denied acquirer=x;failed ;");
  CHECK(where(*find(day.state, "merchant=m17")) == "terminal=1");
}

TEST_CASE("tracker: ten thousand keys at once have an incident each, with a number of its own") {
  constexpr int keys = 10'000;
  Day day;
  day.settings.max_per_hour = 12;
  State& state = day.state;
  const Rules& rules = day.settings.rules;
  Tracker tracker(rules, state);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 5; ++i) {
    for (int key = 0; key < keys; ++key) {
      const Record record = of("merchant=m" + std::to_string(key), alert_row(i * minute));
      tracker.push(record, record.scored.key, 0);
      tracker.push(normal_row(i * minute), "", 0);
    }
  }
  // Some 100,000 records: were each to look at each incident, this took a minute and not a second.
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
  REQUIRE(state.incidents.size() == keys);
  CHECK(std::ranges::adjacent_find(state.incidents, std::ranges::greater_equal(), &Incident::id) ==
        state.incidents.end());
  CHECK(std::ranges::all_of(state.incidents, [](const Incident& one) { return one.parts[0].count == 250; }));
  // A number that is taken by one of the minute before is not given once more.
  const Record later = of("merchant=x", alert_row(5 * minute));
  Tracker(rules, state).push(later, later.scored.key, 0);
  CHECK(state.incidents.back().group == "merchant=x");
  CHECK(state.incidents.back().id == id_of(0) + keys);
  CHECK(state.volumes.size() <= 1000);
}

TEST_CASE("tracker: a storm of keys breaks in on twice the messages that may be sent, the whole always") {
  Day day;
  day.settings.max_per_hour = 3;
  for (int key = 0; key < 20; ++key)
    push(day, of("merchant=m" + std::to_string(key), alert_row(0, "denied", Severity::critical)));
  day.tick(minute);
  const auto told = [&] { return std::ranges::count_if(day.events, [](const incident::Event& event) { return event.tell; }); };
  CHECK(told() == 6);
  push(day, alert_row(minute, "denied", Severity::critical));
  day.tick(2 * minute);
  CHECK(told() == 7);
  CHECK(day.events.back().incident.group.empty());
  CHECK(day.state.held.size() == 14);  // one digest tells of them
  CHECK(day.state.held[0].group == "merchant=m6");
}

TEST_CASE("replay: keys have incidents of their own, and what is stored of one is not taken for another's") {
  Replay replay({});
  replay.push(of("merchant=alfa", alert_row(0)));
  replay.push(alert_row(0));
  replay.push(of("merchant=beta", alert_row(0)));
  auto incidents = replay.finish();
  REQUIRE(incidents.size() == 3);
  CHECK(incidents[0].group == "merchant=alfa");
  recognise(incidents, {{700, 0, 0, 0, false, ""}, {701, 0, 0, 0, false, "merchant=beta"}});
  CHECK(incidents[0].id == id_of(0));
  CHECK(incidents[1].id == 700);
  CHECK(incidents[2].id == 701);
}

TEST_CASE("words: an incident of a key begins with it") {
  CHECK(of_group("merchant=alfa", "denied 4.8x normal") == "merchant=alfa: denied 4.8x normal");
  CHECK(of_group("", "denied 4.8x normal") == "denied 4.8x normal");
}

TEST_CASE("tracker: a key that is told for the whole has the last place of the whole, and another key has not") {
  Day day;
  push(day, at_place("merchant=alfa and bin=4: 9 of 12 denied, 1 expected", of("merchant=alfa", alert_row(0))));
  push(day, of("merchant=beta", alert_row(0)));
  push(day, at_place("merchant=alfa and bin=4: 97 of 104 denied, 7 expected", normal_row(5 * minute, "denied")));
  CHECK(where(*find(day.state, "merchant=alfa")).starts_with("merchant=alfa and bin=4: 97 of 104"));
  CHECK(where(*find(day.state, "merchant=beta")).empty());
}

TEST_CASE("teller: a place that is found after the opening is news, once, and never before the group interval") {
  Day day;
  day.settings.repeat = {};
  const auto alert_at = [&](int i, const std::string& where) { push(day, at_place(where, alert_row(i * minute))); };
  for (int i = 0; i < 30; ++i) {
    alert_at(i, i < 2 ? "" : "bin=4: " + std::to_string(10 * i) + " of 400 denied, 9 expected");
  }
  CHECK(day.story() == Story{"opened 1@1", "updated 1@6"});
}

TEST_CASE("teller: a place that the opening told is no news when it is told better") {
  Day day;
  day.settings.repeat = {};
  for (int i = 0; i < 30; ++i) {
    push(day, at_place("bin=4: " + std::to_string(10 + i) + " of 400 denied, 9 expected", alert_row(i * minute)));
  }
  CHECK(day.story() == Story{"opened 1@1"});
}
