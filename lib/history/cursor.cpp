// SPDX-License-Identifier: MIT
#include "history/cursor.hpp"

#include <algorithm>
#include <string>

#include "history/row_hash.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// A database that is only read may be of an older version, whose cursor counted the rows of its time.
bool has_minutes(Connection& db) { return db.user_version() >= 5; }

void save_minute(Connection& db, const Cursor* before, const Cursor& after) {
  const bool same = before != nullptr && minute_begin(before->time) == minute_begin(after.time);
  if (!same) db.execute("DELETE FROM alert_record");
  Statement put(db, "INSERT OR REPLACE INTO alert_record VALUES (?1, ?2)");
  for (const auto& [hash, times] : after.minute) {
    if (same) {
      const auto stored = before->minute.find(hash);
      if (stored != before->minute.end() && stored->second == times) continue;
    }
    put.bind(1, static_cast<std::int64_t>(hash));
    put.bind(2, times);
    put.run();
  }
}

}  // namespace

std::uint64_t record_hash(const Record& record) {
  std::string words = record.status;
  words += '\0';
  words += std::to_string(record.count);
  words += record.scored.decision == Decision::alert ? " alert " : " approve ";
  words += severity_name(record.scored.severity);
  return row_hash(record.time, words);
}

void Cursor::pass(const Record& record) {
  const LocalSeconds begin = minute_begin(record.time);
  const bool first = minute.empty();
  if (first || begin > minute_begin(time)) minute.clear();
  time = first ? std::max(record.time, time) : std::max(time, record.time);
  if (begin == minute_begin(time)) ++minute[record_hash(record)];
}

bool Behind::holds(const Record& record) {
  const LocalSeconds begin = minute_begin(record.time);
  if (begin != minute_begin(time_)) return begin < minute_begin(time_);
  if (by_time_) return record.time <= time_;
  const auto known = minute_.find(record_hash(record));
  if (known == minute_.end()) return false;
  if (--known->second == 0) minute_.erase(known);
  return true;
}

std::optional<Cursor> load_cursor(Connection& db) {
  const bool minutes = has_minutes(db);
  Statement find(db, minutes ? "SELECT time, done, seen, before, row_hash FROM alert_cursor"
                             : "SELECT time, NULL FROM alert_cursor");
  if (!find.step()) return std::nullopt;
  Cursor cursor;
  cursor.time = find.integer(0);
  if (!minutes) return cursor;
  if (!find.is_null(1))
    cursor.place =
        Place{find.integer(1), find.integer(2), find.integer(3), static_cast<std::uint64_t>(find.integer(4))};
  Statement records(db, "SELECT hash, times FROM alert_record");
  while (records.step()) cursor.minute.emplace(static_cast<std::uint64_t>(records.integer(0)), records.integer(1));
  return cursor;
}

void save_cursor(Connection& db, const std::optional<Cursor>& before, const std::optional<Cursor>& after,
                 LocalSeconds minute) {
  if (!after || before == after) return;
  Statement put(db, "INSERT OR REPLACE INTO alert_cursor VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)");
  put.bind(1, after->time);
  put.bind(2, minute);
  if (after->place) {
    put.bind(3, after->place->done);
    put.bind(4, after->place->seen);
    put.bind(5, after->place->before);
    put.bind(6, static_cast<std::int64_t>(after->place->row_hash));
  }
  put.run();
  save_minute(db, before ? &*before : nullptr, *after);
}

}  // namespace pos::history
