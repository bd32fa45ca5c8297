// SPDX-License-Identifier: MIT
#include "ledger/alert_store.hpp"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>

#include "base/error.hpp"
#include "sqlite/connection.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/incident/tracked_day.hpp"
#include "unit/ledger/messages.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::ledger;
using namespace pos::sqlite;
using namespace pos::incident;

namespace {

// Four days of trouble in three groups: outages, spikes, silences of the input, flaps.
std::vector<std::pair<Record, std::string>> eventful_days(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto chance = [&](int of) { return random() % static_cast<unsigned>(of) == 0; };
  std::vector<std::pair<Record, std::string>> rows;
  const std::vector<std::string> groups = {"", "shop=a", "shop=b"};
  std::vector<int> trouble(groups.size());
  for (LocalSeconds t = 0; t < 96 * hour; t += minute) {
    if (chance(500)) t += static_cast<LocalSeconds>(random() % 180) * minute;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (trouble[g] > 0) --trouble[g];
      if (chance(150)) trouble[g] = static_cast<int>(random() % 40);
      rows.emplace_back(normal_row(t, "approved", static_cast<std::int64_t>(random() % 12)), groups[g]);
      if (t > 24 * hour) rows.back().first.amount = rows.back().first.count * 1200 + t % 7919;
      const std::string status = chance(4) ? "failed" : "denied";
      const Severity severity = chance(10) ? Severity::critical : Severity::warning;
      const bool alerts = trouble[g] > 0 && !chance(3);
      Record row =
          alerts ? alert_row(t, status, severity, static_cast<double>(random() % 9)) : normal_row(t, status, 3, 3);
      if (alerts) row.scored.key = groups[g];
      if (chance(5)) row.scored.where = "terminal=" + std::to_string(random() % 3);
      rows.emplace_back(row, groups[g]);
    }
  }
  return rows;
}

Settings busy() {
  Settings settings;
  settings.max_per_hour = 3;
  settings.repeat = {std::chrono::minutes(7), std::chrono::minutes(20)};
  return settings;
}

std::string said(const Event& event) {
  std::string text = std::string(what_name(event.what)) + " " + std::to_string(event.incident.id) + " " +
                     std::to_string(event.time) + " " + std::to_string(lost(event.incident).value_or(-1)) + " " +
                     std::to_string(lost_amount(event.incident).value_or(-1)) + " " +
                     event.reason + " " + std::to_string(event.reminder) + " " + std::to_string(event.entries.size());
  for (const Part& part : event.incident.parts) {
    text += " " + part.status + ":" + std::to_string(part.count) + ":" + std::to_string(part.expected.value_or(-1)) +
            ":" + part.reason + ":" + part.where;
  }
  return text;
}

}  // namespace

TEST_CASE("alert store: a stream cut anywhere and stored goes on as if it were whole") {
  const auto rows = eventful_days(1);
  const std::vector<Silence> silences = {{1, "shop=a", "", Severity::none, "ana", "", 10 * hour, 50 * hour}};
  Day whole;
  whole.settings = busy();
  whole.state.silences = silences;
  for (const auto& [record, group] : rows) whole.push(record, group);
  REQUIRE(whole.events.size() > 100);

  const TemporaryFolder folder;
  std::vector<std::string> told;
  std::mt19937_64 random(2);
  const Settings settings = busy();
  { AlertStore(folder.file("cut.db")).add_silence(silences[0]); }
  for (std::size_t begin = 0; begin < rows.size();) {
    AlertStore store(folder.file("cut.db"));  // a restart
    for (int transactions = 0; transactions < 3 && begin < rows.size(); ++transactions) {
      const std::size_t end = std::min(rows.size(), begin + random() % 400);
      store.change(0, [&](AlertState& state, std::vector<Outgoing>&) {
        Teller teller(settings, state.tracker, [&](const Event& event) { told.push_back(said(event)); });
        for (std::size_t i = begin; i < end; ++i) {
          teller.push(rows[i].first, rows[i].second, rows[i].first.time);
          if (!state.cursor) state.cursor.emplace();
          state.cursor->pass(rows[i].first);
        }
      });
      begin = end;
    }
  }
  std::vector<std::string> expected;
  for (const Event& event : whole.events) expected.push_back(said(event));
  CHECK(told == expected);
}

TEST_CASE("alert store: what fails is not stored, neither state nor messages") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  const auto failing = [&] {
    store.change(0, [&](AlertState& state, std::vector<Outgoing>& messages) {
      state.cursor = Cursor{60, {{7, 1}}, {}};
      messages.push_back(message("<1@example.com>", 1));
      throw std::runtime_error("power");
    });
  };
  CHECK_THROWS_AS(failing(), std::runtime_error);
  store.change(0, [&](AlertState& state, std::vector<Outgoing>&) { CHECK_FALSE(state.cursor); });
  CHECK(store.outbox().waiting().empty());
}

TEST_CASE("alert store: two stores see each other's changes") {
  const TemporaryFolder folder;
  AlertStore one(folder.file("a.db"));
  AlertStore two(folder.file("a.db"));
  const auto look = [](AlertState&, std::vector<Outgoing>&) {};
  two.change(0, look);
  one.change(0, [](AlertState& state, std::vector<Outgoing>&) {
    Incident incident;
    incident.id = 1;
    incident.parts.push_back({"denied", Severity::warning, 0, 0, 1, 5, 2.5, std::nullopt, "above", 0, 0, 60, "bin=4"});
    state.tracker.incidents.push_back(incident);
    state.cursor = Cursor{60, {{7, 2}, {UINT64_MAX, 1}}, Place{3, 5, 60, UINT64_MAX, ""}};
  });
  CHECK(two.acknowledge(1, {5, Verdict::false_alarm, "ana", "a test"}));
  CHECK_FALSE(two.acknowledge(2, {}));
  one.change(0, [](AlertState& state, std::vector<Outgoing>&) {
    REQUIRE(state.tracker.incidents.size() == 1);
    CHECK(state.tracker.incidents[0].acknowledged == Acknowledgement{5, Verdict::false_alarm, "ana", "a test"});
    CHECK(where(state.tracker.incidents[0]) == "bin=4");
    CHECK(state.cursor == Cursor{60, {{7, 2}, {UINT64_MAX, 1}}, Place{3, 5, 60, UINT64_MAX, ""}});
  });
}

TEST_CASE("alert store: a silence by the clock on the wall comes back as it was, and no nonsense does") {
  const TemporaryFolder folder;
  incident::Silence silence{0, "", "denied", Severity::none, "ana", "x", 10, 100};
  silence.span = incident::WallSpan{7200, 3600, 0b1100000};
  AlertStore(folder.file("a.db")).add_silence(silence);
  CHECK(AlertReader(folder.file("a.db")).silences()[0].span == silence.span);

  Connection(folder.file("a.db"), Access::write).execute("UPDATE silence SET wall_days = -9, wall_length = -1");
  CHECK(AlertReader(folder.file("a.db")).silences()[0].span == incident::WallSpan{7200, 0, 0});
}

TEST_CASE("alert store: silences have numbers and end") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  CHECK(store.add_silence({0, "", "denied", Severity::none, "ana", "x", 10, 100}) == 1);
  CHECK(store.end_silence(1, 50));
  CHECK_FALSE(store.end_silence(1, 60));
  CHECK_FALSE(store.end_silence(2, 60));
  const auto silences = AlertReader(folder.file("a.db")).silences();
  REQUIRE(silences.size() == 1);
  CHECK(silences[0].end == 50);
}

TEST_CASE("alert store: stamps that were corrected stay corrected") {
  const TemporaryFolder folder;
  constexpr ClockSeconds now = 1'000'000;
  {
    AlertStore store(folder.file("a.db"));
    REQUIRE(store.add_silence({0, "", "", Severity::none, "ana", "", now + 500, now + 700}) == 1);
    store.change(now, [](AlertState& state, std::vector<Outgoing>&) {
      incident::Incident incident;
      incident.id = 1;
      incident.opened_at = now + 500;
      incident.acknowledged = incident::Acknowledgement{now + 500, {}, "ana", ""};
      state.tracker.incidents.push_back(incident);
      state.tracker.messages = {now + 500};
    });
    const incident::Settings settings;
    store.change(now, [&](AlertState& state, std::vector<Outgoing>&) {
      incident::Teller(settings, state.tracker, [](const incident::Event&) {}).correct_stamps(now);
    });
  }
  const AlertState state = AlertReader(folder.file("a.db")).state();
  CHECK(state.tracker.incidents[0].opened_at == now);
  CHECK(state.tracker.incidents[0].acknowledged->time == now);
  CHECK(state.tracker.messages.empty());
  CHECK(state.tracker.silences[0].begin == now);
  CHECK(state.tracker.silences[0].end == now + 200);
}
