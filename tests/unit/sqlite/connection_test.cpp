// SPDX-License-Identifier: MIT
#include "sqlite/connection.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "base/error.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::sqlite;

namespace {

Fault fault_of_transaction(Connection& db, const char* sql) {
  try {
    db.transaction([&] { db.execute(sql); });
  } catch (const Error& error) {
    return error.fault();
  }
  return Fault{};
}

}  // namespace

// With a deferred BEGIN the other program would write here, and the first one's own write fail at once, on some days.
TEST_CASE("connection: nobody writes between what a transaction reads and what it writes") {
  const TemporaryFolder folder;
  Connection one(folder.file("pos.db"), Access::write);
  one.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (n); INSERT INTO t VALUES (1)");
  Connection other(folder.file("pos.db"), Access::write);
  other.set_patience(std::chrono::milliseconds(0));
  one.transaction([&] {
    CHECK(one.integer("SELECT max(n) FROM t") == 1);
    CHECK(fault_of_transaction(other, "INSERT INTO t VALUES (7)") == Fault::temporary);
    CHECK(other.integer("SELECT max(n) FROM t") == 1);  // who reads does not wait
    one.execute("INSERT INTO t SELECT max(n) + 1 FROM t");
  });
  CHECK(fault_of_transaction(other, "INSERT INTO t SELECT max(n) + 1 FROM t") == Fault{});
  CHECK(one.integer("SELECT group_concat(n, '') FROM t") == 123);
}

TEST_CASE("connection: an exception undoes a transaction") {
  const TemporaryFolder folder;
  Connection db(folder.file("pos.db"), Access::write);
  db.execute("CREATE TABLE t (n)");
  CHECK(fault_of_transaction(db, "INSERT INTO t VALUES (1); INSERT INTO nowhere VALUES (1)") != Fault{});
  CHECK(db.integer("SELECT count(*) FROM t") == 0);
  CHECK(fault_of_transaction(db, "INSERT INTO t VALUES (1)") == Fault{});
}
