// SPDX-License-Identifier: MIT
#include "dispatch/audience.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using namespace pos;
using namespace pos::dispatch;
using incident::Event;
using incident::What;

namespace {

incident::Event event_of(What what, Severity severity, const std::string& status, const std::string& key = "") {
  incident::Event event;
  event.what = what;
  event.incident.id = 7;
  event.incident.severity = severity;
  event.incident.group = key;
  event.incident.parts.emplace_back().status = status;
  return event;
}

incident::Held held(std::int64_t incident, const std::string& events, Severity severity, const std::string& key) {
  incident::Held held;
  held.incident = incident;
  held.events = events;
  held.severity = severity;
  held.status = "denied";
  held.group = key;
  return held;
}

Route by_exec(const std::string& name, Conditions conditions) {
  return {name, {{}, {}, {}, name, {}}, std::move(conditions)};
}

// Everything to ops, critical ones to the pager, those of a merchant to it.
struct Town {
  Town() {
    settings.own.exec = "ops";
    settings.routes = {by_exec("pager", {Severity::critical, {}, {}}),
                       by_exec("m1", {Severity::none, {}, {"merchant=m1"}})};
  }

  // `ops:opened pager:updated`. Who is told knows it then.
  std::string tell(const incident::Event& event) {
    const Channels channels(settings);
    const Audience audience(channels, [this](std::int64_t incident) { return readers[incident]; });
    std::string told;
    for (const Copy& copy : audience.of(event)) {
      told += (told.empty() ? "" : " ") + copy.target.name + ":" + std::string(what_name(copy.event.what));
      for (const incident::Held& entry : copy.event.entries) {
        told += "[" + std::to_string(entry.incident) + " " + entry.events + "]";
        readers[entry.incident].emplace(copy.target.channel, copy.target.name);
      }
      readers[event.incident.id].emplace(copy.target.channel, copy.target.name);
    }
    return told;
  }

  [[nodiscard]] bool has_new_readers(const incident::Event& event) {
    const Channels channels(settings);
    return Audience(channels, [this](std::int64_t incident) { return readers[incident]; })
        .has_new_readers(event.incident);
  }

  Settings settings;
  std::map<std::int64_t, ledger::Readers> readers;
};

}  // namespace

TEST_CASE("audience: who gets the opening gets the rest, and nobody else") {
  Town desk;
  CHECK(desk.tell(event_of(What::opened, Severity::warning, "denied", "merchant=m1")) == "ops:opened m1:opened");
  CHECK(desk.tell(event_of(What::updated, Severity::warning, "denied", "merchant=m1")) == "ops:updated m1:updated");
  CHECK(desk.tell(event_of(What::reminded, Severity::warning, "denied", "merchant=m1")) == "ops:reminded m1:reminded");
  CHECK(desk.tell(event_of(What::resolved, Severity::warning, "denied", "merchant=m1")) == "ops:resolved m1:resolved");
}

TEST_CASE("audience: an incident that turns critical opens for those who hear of it then") {
  Town desk;
  CHECK(desk.tell(event_of(What::opened, Severity::warning, "denied")) == "ops:opened");
  const incident::Event worse = event_of(What::updated, Severity::critical, "denied");
  CHECK(desk.has_new_readers(worse));
  CHECK(desk.tell(worse) == "ops:updated pager:opened");
  CHECK_FALSE(desk.has_new_readers(worse));
  CHECK(desk.tell(worse) == "ops:updated pager:updated");
  CHECK(desk.tell(event_of(What::resolved, Severity::critical, "denied")) == "ops:resolved pager:resolved");
}

TEST_CASE("audience: a reminder opens it too, without its number, and an end is nothing to who never heard of it") {
  Town desk;
  desk.tell(event_of(What::opened, Severity::warning, "denied"));
  CHECK(desk.tell(event_of(What::resolved, Severity::critical, "denied")) == "ops:resolved");
  incident::Event reminder = event_of(What::reminded, Severity::critical, "denied");
  reminder.reminder = 2;
  const Channels channels(desk.settings);
  const auto copies = Audience(channels, [](std::int64_t) { return ledger::Readers(); }).of(reminder);
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].event.reminder == 2);
  CHECK(copies[1].event.what == What::opened);
  CHECK(copies[1].event.reminder == 0);
  CHECK(copies[1].is_first);
}

TEST_CASE("audience: who heard of it hears its end, whatever the route says by then") {
  Town desk;
  desk.tell(event_of(What::opened, Severity::critical, "denied"));
  desk.settings.routes[0].conditions.statuses = {"failed"};
  CHECK(desk.tell(event_of(What::resolved, Severity::critical, "denied")) == "ops:resolved pager:resolved");
}

TEST_CASE("audience: of a digest each has what goes there") {
  Town desk;
  incident::Event digest;
  digest.what = What::digest;
  digest.entries = {held(1, "opened, resolved", Severity::critical, ""),
                    held(2, "opened", Severity::warning, "merchant=m1"),
                    held(3, "resolved", Severity::critical, "merchant=m1"), held(4, "updated", Severity::critical, ""),
                    held(5, "resolved, updated", Severity::critical, "")};
  CHECK(desk.tell(digest) ==
        "ops:digest[1 opened, resolved][2 opened][3 resolved][4 updated][5 resolved, updated] "
        "pager:digest[1 opened, resolved][4 opened][5 opened] m1:digest[2 opened]");
  // Who has it from a digest has heard of it.
  incident::Event update = event_of(What::updated, Severity::critical, "denied");
  update.incident.id = 4;
  CHECK(desk.tell(update) == "ops:updated pager:updated");
  digest.entries = {held(9, "opened", Severity::warning, "")};
  CHECK(desk.tell(digest) == "ops:digest[9 opened]");
}

TEST_CASE("audience: a target that two routes name gets one message, by the first that matches") {
  Town desk;
  desk.settings.own = {};
  desk.settings.routes = {by_exec("one", {Severity::critical, {}, {}}), by_exec("two", {}), by_exec("three", {})};
  for (Route& route : desk.settings.routes) route.destinations.exec = "same";
  const Channels channels(desk.settings);
  const Audience audience(channels, [](std::int64_t) { return ledger::Readers(); });
  const auto copies = audience.of(event_of(What::opened, Severity::warning, "denied"));
  REQUIRE(copies.size() == 1);
  CHECK(channels.routes()[copies[0].target.route].name == "two");
  CHECK(audience.of(event_of(What::opened, Severity::critical, "denied"))[0].target.route == 1);
  CHECK(channels.route_names(channels.targets()[0]) == "one, two, three");
}

TEST_CASE("audience: what a template leaves out goes to nobody, and who hears nothing is none to hurry for") {
  Town town;
  const Channels channels(town.settings);
  const auto nobody = [](std::int64_t) { return ledger::Readers(); };
  const Audience audience(channels, nobody, [](const Copy& copy) { return copy.target.name == "pager"; });
  const incident::Event event = event_of(What::opened, Severity::critical, "denied");
  REQUIRE(audience.of(event).size() == 1);
  CHECK(audience.of(event)[0].target.name == "ops");
  CHECK_FALSE(audience.has_new_readers(event.incident));
  CHECK(Audience(channels, nobody).has_new_readers(event.incident));
}
