// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "dispatch/alertmanager.hpp"

namespace pos::dispatch {
namespace {

using incident::Incident;
using notify::Alert;

constexpr ClockSeconds present = 1'000'000;
constexpr std::chrono::minutes five{5};

Incident known(std::int64_t id, const std::string& status = "denied") {
  Incident incident;
  incident.id = id;
  incident.parts.emplace_back();
  incident.parts[0].status = status;
  incident.told.emplace();
  return incident;
}

std::vector<std::int64_t> ids(const std::vector<Incident>& incidents) {
  std::vector<std::int64_t> list;
  for (const Incident& incident : incidents) list.push_back(incident.id);
  return list;
}

Standing standing(const incident::State& state) { return standing_of(state, present, present, five); }

TEST_CASE("alertmanager: what people know of is shown, acknowledged or not") {
  incident::State state;
  state.incidents = {known(1), known(2), known(3)};
  state.incidents[0].told.reset();  // its minute is not complete
  state.incidents[2].acknowledged.emplace();
  CHECK(ids(standing(state).open) == std::vector<std::int64_t>{2, 3});
  CHECK(standing(state).over.empty());
}

TEST_CASE("alertmanager: what a silence covers is not shown") {
  incident::State state;
  state.incidents = {known(1), known(2, "failed")};
  incident::Silence silence;
  silence.status = "den*";
  silence.begin = present - 10;
  silence.end = present + 10;
  state.silences = {silence};
  CHECK(ids(standing(state).open) == std::vector<std::int64_t>{2});
}

TEST_CASE("alertmanager: what is over is shown for as long as Alertmanager may think that it lasts") {
  incident::State state;
  state.incidents = {known(1), known(2)};
  state.incidents[0].resolved = present - 300;
  state.incidents[1].resolved = present - 301;
  CHECK(standing(state).open.empty());
  CHECK(ids(standing(state).over) == std::vector<std::int64_t>{1});
}

Alert alert(const std::string& labels, std::int64_t ends = 0) { return {labels, "{}", "", 10, ends}; }

TEST_CASE("alertmanager: what is open is sent each time, to last longer") {
  ToldAlerts told;
  const Alerts open{{alert("a"), alert("b")}, {}};
  CHECK(told.next(open, 100, 400) == std::vector{alert("a", 400), alert("b", 400)});
  told.accepted(open);
  CHECK(told.next(open, 110, 410) == std::vector{alert("a", 410), alert("b", 410)});
}

TEST_CASE("alertmanager: what it was told as open and is no more ends at once, until it has heard that") {
  ToldAlerts told;
  told.accepted({{alert("warning"), alert("silenced"), alert("over")}, {}});
  const Alerts later{{alert("critical")}, {alert("over", 90)}};
  const std::vector ended = {alert("critical", 400), alert("over", 90), alert("warning", 100), alert("silenced", 100)};
  CHECK(told.next(later, 100, 400) == ended);
  CHECK(told.next(later, 100, 400) == ended);
  told.accepted(later);
  CHECK(told.next(later, 110, 410) == std::vector{alert("critical", 410)});
}

TEST_CASE("alertmanager: a program that begins ends what the one before has shown") {
  const ToldAlerts told({alert("warning")});
  CHECK(told.next({{alert("critical")}, {alert("over", 90)}}, 100, 400) ==
        std::vector{alert("critical", 400), alert("over", 90), alert("warning", 100)});
  CHECK(ToldAlerts().next({}, 100, 400).empty());
}

TEST_CASE("alertmanager: many alerts are sent less often, and long before they end") {
  CHECK(Alertmanagers::every(0) == std::chrono::seconds(10));
  CHECK(Alertmanagers::every(5000) == std::chrono::seconds(60));
}

}  // namespace
}  // namespace pos::dispatch
