// SPDX-License-Identifier: MIT
#include "history/schema.hpp"

#include <doctest/doctest.h>

#include "history/reader.hpp"
#include "history/store.hpp"
#include "history/stream_models.hpp"
#include "sqlite/connection.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/history/version_1.hpp"
#include "unit/history/version_2.hpp"
#include "unit/history/version_5.hpp"
#include "unit/ledger/messages.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::ledger;
using namespace pos::sqlite;

TEST_CASE("history: a database of version 1 moves on with its rows") {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  Connection(path, Access::write).execute(version_1);

  CHECK(AlertReader(path).state().tracker.incidents.empty());  // looked at, not touched
  {
    Connection raw(path, Access::read);
    CHECK(raw.integer("PRAGMA user_version") == 1);
  }
  AlertStore store(path);
  add(store, message("<1@example.com>", 0));
  std::vector<Record> records;
  Reader(path).records({0, 3600}, [&](const Record& record) { records.push_back(record); });
  REQUIRE(records.size() == 2);
  CHECK(records[1].status == "denied");
  CHECK(records[1].scored.reason == "above: 40");
  Connection raw(path, Access::read);
  CHECK(raw.integer("PRAGMA user_version") == schema_version);
  CHECK(raw.integer("SELECT count(*) FROM incidents") == 0);
  CHECK(raw.integer("SELECT count(*) FROM outbox WHERE state = 'queued'") == 1);
}

TEST_CASE("history: a database of version 2 moves on with its rows and incidents") {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  {
    Connection raw(path, Access::write);
    raw.execute(version_1);
    raw.execute(version_2);
    raw.execute(
        "INSERT INTO silence VALUES (1, '', 'denied', 0, 'ana', 'tests', 0, 60);"
        "INSERT INTO alert_approvals VALUES ('', 600, 3, 10.5);"
        "INSERT INTO incident VALUES (7, 1, '', 1, 600, 600, 7.5, 0, NULL, 0, 0, 0, 0, 600, 0, 0, 0, 1, 0, "
        "NULL, NULL, NULL, NULL);"
        "INSERT INTO incident_part VALUES (7, 0, 'denied', 1, 600, 600, 1, 50, 5, 1, '', 0, 0, 600)");
  }
  const AlertState before = AlertReader(path).state();  // which changes nothing

  history::Store store(path, {"abc", "pos.model"});
  CHECK(store.models().monitor_state() == "state");
  CHECK_FALSE(store.answer("a key", 0));
  Connection raw(path, Access::read);
  CHECK(raw.integer("PRAGMA user_version") == schema_version);
  CHECK(raw.integer("SELECT count(*) FROM transactions") == 2);
  CHECK(raw.integer("SELECT count(*) FROM silence") == 1);
  // An incident goes on in the minute in which it was left, counted in what there was to be counted in.
  const AlertState after = AlertReader(path).state();
  CHECK(after.tracker.volumes == before.tracker.volumes);
  CHECK(after.tracker.silences == before.tracker.silences);
  REQUIRE(after.tracker.incidents.size() == 1);
  CHECK(after.tracker.incidents[0].volume == "approved");
  CHECK(after.tracker.incidents[0].missing == 7.5);
  CHECK(AlertReader(path).lost(7) == 7.5);
}

TEST_CASE("history: a database of version 5 is read as it is, and moves on to rows with keys") {
  const TemporaryFolder folder;
  const std::string path = folder.file("old.db");
  {
    Connection raw(path, Access::write);
    raw.execute(version_1);
    raw.execute(version_2);
    raw.execute(version_5);
    raw.execute(
        "INSERT INTO incident (id, live, grp, severity, first, last, lost, opened_at, missing, missing_since, "
        "normal_until, normal, resolve_after, reminders, flaps, owed, told, hushed) "
        "VALUES (7, 1, '', 1, 600, 600, 7.5, 0, 7.5, 0, 0, 0, 600, 0, 0, 0, 1, 0);"
        "INSERT INTO incident_part VALUES (7, 0, 'denied', 1, 600, 600, 1, 50, 5, 1, '', 0, 0, 600)");
  }
  const auto words = [&path] {
    std::vector<std::string> rows;
    Reader(path).records({0, 3600}, [&](const Record& record) {
      rows.push_back(record.status + " " + record.scored.key + record.scored.where + record.keys);
    });
    return rows;
  };
  const std::vector<std::string> before = {"approved ", "denied "};
  CHECK(words() == before);
  CHECK_FALSE(Reader(path).has_keys());
  CHECK(Reader(path).families().empty());
  Reader(path).records({0, 3600}, "merchant=alfa", [](const Record&) { FAIL("no row has a key"); });
  {
    Connection raw(path, Access::read);
    CHECK(raw.integer("PRAGMA user_version") == 5);
  }
  const AlertState incidents = AlertReader(path).state();
  CHECK(AlertReader(path).readers(7).empty());

  history::Store store(path, {"abc", "pos.model"});
  CHECK(store.models().monitor_state() == "state");
  CHECK(store.models().pieces().empty());
  CHECK(words() == before);
  CHECK(AlertReader(path).state().tracker.incidents == incidents.tracker.incidents);
  Connection raw(path, Access::read);
  CHECK(raw.integer("PRAGMA user_version") == schema_version);
  CHECK(raw.integer("SELECT count(*) FROM transactions WHERE key = '' AND place = '' AND keys = ''") == 2);
  CHECK(raw.integer("SELECT count(*) FROM minutes WHERE expected IS NOT NULL") == 2);
  CHECK(raw.integer("SELECT count(*) FROM incidents WHERE place = '' AND lost = 7.5") == 1);
}
