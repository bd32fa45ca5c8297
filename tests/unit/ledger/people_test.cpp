// SPDX-License-Identifier: MIT
#include "ledger/people.hpp"

#include <doctest/doctest.h>

#include "ledger/alert_store.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/ledger/messages.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::incident;
using namespace pos::ledger;

namespace {

constexpr ClockSeconds now = 1'000'000;
constexpr LocalSeconds zone = -10'800;  // local is three hours before UTC

const PeopleClock clock_at_now{now, [](ClockSeconds time) { return time + zone; }};

Part part(const std::string& status) {
  Part part;
  part.status = status;
  part.severity = Severity::critical;
  return part;
}

Incident denied(std::int64_t id) {
  Incident incident;
  incident.id = id;
  incident.parts = {part("denied")};
  incident.opened_at = now - 600;
  return incident;
}

// What pos-alert has written: incidents, and a cursor of that stream.
void record(AlertStore& store, const std::vector<Incident>& incidents, const std::string& stream = "") {
  store.change(now - 600, [&](AlertState& state, std::vector<Outgoing>&) {
    state.tracker.incidents = incidents;
    state.cursor.emplace().time = now;
    state.cursor->place.emplace().stream = stream;
  });
}

void send(AlertStore& store, const std::string& channel, const std::string& target, std::int64_t incident,
          ClockSeconds when, const std::string& event = "opened") {
  add(store, {{"<" + target + std::to_string(when) + ">", incident, event, channel, target}, "payload"}, when);
  const auto claimed = store.outbox().claim(when, when + 30, anything);
  REQUIRE(claimed);
  store.outbox().sent(claimed->message, when);
}

std::optional<PeopleOf> people(const TemporaryFolder& folder, const std::vector<Incident>& incidents,
                               const std::string& stream = "") {
  return AlertReader(folder.file("a.db")).people(incidents, stream, clock_at_now);
}

}  // namespace

TEST_CASE("people: a database that no pos-alert works on says nothing, nor does that of another stream") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  CHECK_FALSE(people(folder, {denied(7)}));
  record(store, {denied(7)}, "web");
  CHECK_FALSE(people(folder, {denied(7)}));
  CHECK(people(folder, {denied(7)}, "web"));
}

TEST_CASE("people: of each channel and target the first message counts, and only mail says to whom") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  record(store, {denied(7), denied(8)});
  send(store, "exec", "curl -H 'Authorization: secret'", 7, now - 500);
  send(store, "mail", "ops@example.com", 7, now - 400);
  send(store, "mail", "ops@example.com", 7, now - 100, "reminded");
  const auto all = people(folder, {denied(7), denied(8)});
  REQUIRE(all);
  const People& told = all->at(7);
  REQUIRE(told.told.size() == 2);
  CHECK(told.told[0].channel == "exec");
  CHECK(told.told[0].to.empty());
  CHECK(told.told[1].to == "ops@example.com");
  CHECK(told.told[1].time == now - 400 + zone);
  CHECK(all->at(8).told.empty());
  CHECK(told.is_recorded);
  CHECK_FALSE(people(folder, {denied(9)})->at(9).is_recorded);
}

TEST_CASE("people: what waits, and what was given up") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  record(store, {denied(7), denied(8)});
  add(store, message("<1@example.com>", 7), now - 10);
  CHECK(people(folder, {denied(7)})->at(7).waiting);
  const auto claimed = store.outbox().claim(now, now + 30, anything);
  store.outbox().failed(claimed->message, now, "no such user");
  const People after = people(folder, {denied(7)})->at(7);
  CHECK_FALSE(after.waiting);
  CHECK(after.failed);
  CHECK_FALSE(people(folder, {denied(8)})->at(8).waiting);
}

TEST_CASE("people: an incident that a digest told is told") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  Incident told = denied(7);
  told.told.emplace().time = now - 300;
  record(store, {told, denied(8)});
  send(store, "mail", "ops@example.com", 0, now - 400, "digest");
  CHECK(people(folder, {told})->at(7).told.empty());
  send(store, "mail", "ops@example.com", 0, now - 200, "digest");
  send(store, "mail", "ops@example.com", 0, now - 100, "digest");
  const auto all = people(folder, {told, denied(8)});
  REQUIRE(all->at(7).told.size() == 1);
  CHECK(all->at(7).told[0].time == now - 200 + zone);
  CHECK(all->at(8).told.empty());
}

TEST_CASE("people: who has taken it, and when, by the clock on the wall") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  record(store, {denied(7)});
  REQUIRE(store.acknowledge(7, {now - 60, Verdict::true_alarm, "ana", "acquirer"}));
  const auto taken = people(folder, {denied(7)})->at(7).taken;
  REQUIRE(taken);
  CHECK(taken->time == now - 60 + zone);
  CHECK(taken->verdict == Verdict::true_alarm);
  CHECK(taken->author == "ana");
  CHECK(taken->comment == "acquirer");
}

TEST_CASE("people: a verdict is changed and taken back, and leaves the time at which the incident was taken") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  record(store, {denied(7)});
  const auto taken = [&] { return *people(folder, {denied(7)})->at(7).taken; };
  REQUIRE(store.acknowledge(7, {.time = now - 60, .author = "ana", .comment = "acquirer"}));
  REQUIRE(store.acknowledge(7, {.time = now, .verdict = Verdict::true_alarm, .author = "ana"}));
  CHECK(taken() == incident::Acknowledgement{now - 60 + zone, Verdict::true_alarm, "ana", "acquirer"});
  REQUIRE(store.acknowledge(7, {.time = now, .author = "ana", .comment = "bank"}));
  CHECK(taken() == incident::Acknowledgement{now - 60 + zone, Verdict::true_alarm, "ana", "bank"});
  REQUIRE(store.acknowledge(7, {.time = now, .verdict = Verdict::none, .author = "ana"}));
  CHECK(taken() == incident::Acknowledgement{now - 60 + zone, Verdict::none, "ana", "bank"});

  // Who takes it over has nothing to do with what others wrote.
  REQUIRE(store.acknowledge(7, {.time = now + 5, .verdict = Verdict::false_alarm, .author = "bob"}));
  CHECK(taken() == incident::Acknowledgement{now + 5 + zone, Verdict::false_alarm, "bob", ""});

  // Nobody takes what is over.
  store.change(now, [](AlertState& state, std::vector<Outgoing>&) { state.tracker.incidents[0].resolved = 600; });
  REQUIRE(store.acknowledge(7, {.time = now + 90, .verdict = Verdict::true_alarm, .author = "eva"}));
  CHECK(taken() == incident::Acknowledgement{now + 5 + zone, Verdict::true_alarm, "bob", ""});
}

TEST_CASE("people: a silence of all an open incident has holds until its end") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  record(store, {denied(7)});
  Silence silence;
  silence.status = "denied";
  silence.author = "ana";
  silence.begin = now - 10;
  silence.end = now + 3600;
  SUBCASE("for a while") {
    silence.id = store.add_silence(silence);
    const People silent = people(folder, {denied(7)})->at(7);
    CHECK(silent.silent_until == now + 3600 + zone);
    CHECK(silent.silenced_by == "ana");
    CHECK(silent.silences == std::vector{silence.id});
    REQUIRE(store.end_silence(silence.id, now));
    CHECK_FALSE(people(folder, {denied(7)})->at(7).silent_until);
  }
  SUBCASE("by the wall's clock") {
    silence.span = WallSpan{now + zone - 60, 600, 0};
    store.add_silence(silence);
    CHECK(people(folder, {denied(7)})->at(7).silent_until == now + zone + 540);
  }
  SUBCASE("but not of one that is over, or that has more") {
    store.add_silence(silence);
    Incident over = denied(7);
    over.resolved = now;
    CHECK_FALSE(people(folder, {over})->at(7).silent_until);
    Incident more = denied(7);
    more.parts.push_back(part("failed"));
    CHECK_FALSE(people(folder, {more})->at(7).silent_until);
    silence.status = "fail*";
    silence.end = now + 60;
    store.add_silence(silence);
    const People both = people(folder, {more})->at(7);
    CHECK(both.silent_until == now + 60 + zone);
    CHECK(both.silences.size() == 2);
  }
}
