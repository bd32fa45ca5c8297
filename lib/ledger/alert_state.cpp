// SPDX-License-Identifier: MIT
#include "ledger/alert_state.hpp"

#include <algorithm>
#include <string>

#include "history/schema.hpp"
#include "sqlite/columns.hpp"

namespace pos::ledger {

using namespace sqlite;

namespace {

using history::Cursor;
using incident::Held;
using incident::Silence;
using incident::State;
using incident::VolumeSeen;

incident::WallSpan read_span(const Statement& from) {
  constexpr std::int64_t day = 86'400;
  constexpr std::int64_t year_9999 = 253'402'300'799;
  incident::WallSpan span;
  span.first = std::clamp(from.integer(8), -year_9999, year_9999);
  span.days = static_cast<int>(std::clamp<std::int64_t>(from.integer(10), 0, incident::WallSpan::every_day));
  span.length = std::clamp<std::int64_t>(from.integer(9), 0, span.days == 0 ? year_9999 : day);
  return span;
}

void save_volumes(Connection& db, const State& before, const State& after) {
  if (before.volumes == after.volumes) return;
  db.execute("DELETE FROM alert_volume");
  Statement put(db, "INSERT INTO alert_volume VALUES (?1, ?2, ?3, ?4, ?5)");
  for (const auto& [whose, seen] : after.volumes) {
    put.run(whose.first, whose.second, seen.minute, seen.count, seen.expected);
  }
}

void save_messages(Connection& db, const State& before, const State& after) {
  if (before.messages == after.messages) return;
  db.execute("DELETE FROM alert_told");
  Statement put(db, "INSERT INTO alert_told (told_at) VALUES (?1)");
  for (const incident::ClockSeconds time : after.messages) {
    put.run(time);
  }
}

std::string held_columns(std::int64_t version) {
  return std::string("incident, held_at, events, severity, status, grp, first, last, lost, volume, ") +
         (version >= history::version_with_amounts ? "lost_amount" : "NULL");
}

void save_held(Connection& db, const State& before, const State& after) {
  if (before.held == after.held) return;
  db.execute("DELETE FROM alert_held");
  Statement put(db, "INSERT INTO alert_held (" + held_columns(history::schema_version) +
                        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const Held& held : after.held) {
    put.run(held.incident, held.time, held.events, held.severity, held.status, held.group, held.first, held.last,
            held.lost, held.volume, held.lost_amount);
  }
}

// A minute or two of sixty are new.
void save_amounts(Connection& db, const State& before, const State& after) {
  const incident::Amounts& amounts = after.amounts;
  if (before.amounts == amounts) return;
  const bool goes_on = before.amounts.status == amounts.status && !amounts.minutes.empty();
  Statement(db, "DELETE FROM alert_amount WHERE minute < ?1").run(goes_on ? amounts.minutes.front().minute : INT64_MAX);
  Statement put(db, "INSERT OR REPLACE INTO alert_amount VALUES (?1, ?2, ?3, ?4)");
  for (const incident::AmountOfMinute& one : amounts.minutes) {
    if (goes_on && std::ranges::find(before.amounts.minutes, one) != before.amounts.minutes.end()) continue;
    put.run(one.minute, amounts.status, one.count, one.amount);
  }
}

void load_amounts(Connection& db, incident::Amounts& to) {
  if (db.user_version() < history::version_with_amounts) return;
  Statement rows(db, "SELECT status, minute, max(count, 1), amount FROM alert_amount ORDER BY minute");
  while (rows.step() && to.minutes.size() < incident::Amounts::most_minutes) {
    incident::AmountOfMinute& one = to.minutes.emplace_back();
    Columns(rows) >> to.status >> one.minute >> one.count >> one.amount;
  }
}

// They come and go by themselves (AlertStore); here their times change.
void save_silences(Connection& db, const State& before, const State& after) {
  if (before.silences == after.silences) return;
  Statement put(db, "UPDATE silence SET begin_at = ?2, end_at = ?3 WHERE id = ?1");
  for (const Silence& silence : after.silences) {
    put.run(silence.id, silence.begin, silence.end);
  }
}

void load_small_tables(Connection& db, State& to) {
  Statement volumes(db, db.user_version() >= version_with_volumes
                            ? "SELECT grp, status, minute, count, expected FROM alert_volume"
                            : "SELECT grp, 'approved', minute, count, expected FROM alert_approvals");
  while (volumes.step()) {
    to.volumes[{std::string(volumes.text(0)), std::string(volumes.text(1))}] =
        VolumeSeen{volumes.integer(2), volumes.integer(3), volumes.optional_real(4)};
  }
  Statement messages(db, "SELECT told_at FROM alert_told ORDER BY place");
  while (messages.step()) to.messages.push_back(messages.integer(0));
  if (db.user_version() < version_with_told) return;  // a writer brings it to this version first
  Statement held(db, "SELECT " + held_columns(db.user_version()) + " FROM alert_held ORDER BY place");
  while (held.step()) {
    Held& one = to.held.emplace_back();
    Columns(held) >> one.incident >> one.time >> one.events >> up_to(one.severity, Severity::critical) >> one.status >>
        one.group >> one.first >> one.last >> one.lost >> one.volume >> one.lost_amount;
  }
}

// Ids of incidents that are over, since the minute at hand: those of new ones must not be among them.
void load_taken_ids(Connection& db, State& to) {
  Statement rows(db, "SELECT id FROM incident WHERE live = 0 AND id >= ?1",
                 to.minute ? incident::id_of(*to.minute) : std::int64_t{1});
  while (rows.step()) to.taken.push_back(rows.integer(0));
}

void save_minute(Connection& db, const Cursor* before, const Cursor& after) {
  const bool same = before != nullptr && minute_begin(before->time) == minute_begin(after.time);
  if (!same) db.execute("DELETE FROM alert_record");
  Statement put(db, "INSERT OR REPLACE INTO alert_record VALUES (?1, ?2)");
  for (const auto& [hash, times] : after.minute) {
    if (same) {
      const auto stored = before->minute.find(hash);
      if (stored != before->minute.end() && stored->second == times) continue;
    }
    put.run(hash, times);
  }
}

std::optional<Cursor> load_cursor(Connection& db) {
  const bool minutes = db.user_version() >= version_with_minutes;  // before, it counted the rows of its time
  Statement find(db, minutes ? "SELECT time, done, seen, before, row_hash, stream FROM alert_cursor"
                             : "SELECT time, NULL FROM alert_cursor");
  if (!find.step()) return std::nullopt;
  Cursor cursor;
  Columns columns(find);
  columns >> cursor.time;
  if (!minutes) return cursor;
  if (!columns.next_is_null()) {
    history::Place& place = cursor.place.emplace();
    columns >> place.done >> place.seen >> place.before >> place.row_hash >> place.stream;
  }
  Statement records(db, "SELECT hash, times FROM alert_record");
  while (records.step()) cursor.minute.emplace(static_cast<std::uint64_t>(records.integer(0)), records.integer(1));
  return cursor;
}

// `minute`: the tracker's.
void save_cursor(Connection& db, const std::optional<Cursor>& before, const Cursor& after, LocalSeconds minute) {
  if (before == after) return;
  Statement put(db, "INSERT OR REPLACE INTO alert_cursor VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)", after.time, minute);
  if (const auto& place = after.place)
    put.set_from(3, place->done, place->seen, place->before, place->row_hash, place->stream);
  put.run();
  save_minute(db, before ? &*before : nullptr, after);
}

}  // namespace

std::vector<Silence> load_silences(Connection& db) {
  Statement rows(db, std::string("SELECT id, grp, status, severity, author, comment, begin_at, end_at, ") +
                         (db.user_version() >= version_with_wall_spans ? "wall_first, wall_length, wall_days"
                                                                       : "NULL, NULL, NULL") +
                         " FROM silence ORDER BY id");
  std::vector<Silence> silences;
  while (rows.step()) {
    Silence& silence = silences.emplace_back();
    Columns(rows) >> silence.id >> silence.group >> silence.status >> up_to(silence.severity, Severity::critical) >>
        silence.author >> silence.comment >> silence.begin >> silence.end;
    if (!rows.is_null(8)) silence.span = read_span(rows);
  }
  return silences;
}

AlertState load_alert_state(Connection& db) {
  AlertState state;
  state.tracker.incidents = load_incidents(db, Which::live);
  state.tracker.silences = load_silences(db);
  load_small_tables(db, state.tracker);
  load_amounts(db, state.tracker.amounts);
  state.cursor = load_cursor(db);
  if (state.cursor) state.tracker.minute = db.integer("SELECT minute FROM alert_cursor");
  load_taken_ids(db, state.tracker);
  return state;
}

void save_alert_state(Connection& db, const AlertState& before, const AlertState& after) {
  save_incidents(db, before.tracker, after.tracker);
  save_volumes(db, before.tracker, after.tracker);
  save_amounts(db, before.tracker, after.tracker);
  save_messages(db, before.tracker, after.tracker);
  save_held(db, before.tracker, after.tracker);
  save_silences(db, before.tracker, after.tracker);
  if (after.cursor) save_cursor(db, before.cursor, *after.cursor, after.tracker.minute.value_or(after.cursor->time));
}

}  // namespace pos::ledger
