// SPDX-License-Identifier: MIT
#include "history/cursor.hpp"

#include <doctest/doctest.h>

#include "unit/history/ten_o_clock.hpp"

using namespace pos;
using namespace pos::history;

namespace {

Record seen_at(LocalSeconds time, std::int64_t count = 5) {
  Record record;
  record.time = time;
  record.status = "denied";
  record.count = count;
  return record;
}

}  // namespace

TEST_CASE("cursor: a record is another one by its time, status, count, decision and severity, and by nothing else") {
  const Record record = seen_at(ten_o_clock);
  Record other = record;
  other.scored.reason = "as text rounds it";
  other.scored.expected = 4;
  CHECK(record_hash(other) == record_hash(record));
  other.time += 1;
  CHECK(record_hash(other) != record_hash(record));
  other = record;
  other.status = "failed";
  CHECK(record_hash(other) != record_hash(record));
  other = record;
  other.count = 6;
  CHECK(record_hash(other) != record_hash(record));
  other = record;
  other.scored.decision = Decision::alert;
  CHECK(record_hash(other) != record_hash(record));
  const Record alerted = other;
  other.scored.severity = Severity::critical;
  CHECK(record_hash(other) != record_hash(alerted));
}

TEST_CASE("cursor: of its minute it knows the records, each as often as it came, and of earlier ones all") {
  Cursor cursor;
  cursor.pass(seen_at(ten_o_clock - 60));
  cursor.pass(seen_at(ten_o_clock));
  cursor.pass(seen_at(ten_o_clock));
  cursor.pass(seen_at(ten_o_clock + 59));
  cursor.pass(seen_at(ten_o_clock + 10, 7));
  cursor.pass(seen_at(ten_o_clock - 60, 9));  // late: its minute is behind in any case
  CHECK(cursor.time == ten_o_clock + 59);
  CHECK(cursor.minute.size() == 3);

  Behind behind(cursor);
  CHECK(behind.holds(seen_at(ten_o_clock - 1, 100)));
  CHECK(behind.holds(seen_at(ten_o_clock)));
  CHECK(behind.holds(seen_at(ten_o_clock)));
  CHECK_FALSE(behind.holds(seen_at(ten_o_clock)));
  CHECK(behind.holds(seen_at(ten_o_clock + 10, 7)));
  CHECK_FALSE(behind.holds(seen_at(ten_o_clock + 10, 8)));
  CHECK_FALSE(behind.holds(seen_at(ten_o_clock + 60)));
  CHECK_FALSE(behind.is_to_be_kept(seen_at(ten_o_clock)));
  CHECK_FALSE(behind.is_over(seen_at(ten_o_clock + 59)));
  CHECK(behind.is_over(seen_at(ten_o_clock + 60)));
}

TEST_CASE("cursor: one that an older version left knows its minute by the time alone") {
  Cursor cursor;
  cursor.time = ten_o_clock + 30;
  Behind behind(cursor);
  CHECK(behind.holds(seen_at(ten_o_clock + 30)));
  CHECK(behind.holds(seen_at(ten_o_clock + 30)));
  CHECK_FALSE(behind.holds(seen_at(ten_o_clock + 31)));
  CHECK(behind.is_to_be_kept(seen_at(ten_o_clock)));
  CHECK_FALSE(behind.is_to_be_kept(seen_at(ten_o_clock - 1)));
  cursor.pass(seen_at(ten_o_clock));  // once more
  CHECK(cursor.time == ten_o_clock + 30);
  CHECK(cursor.minute.size() == 1);
}
