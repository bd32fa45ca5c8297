// SPDX-License-Identifier: MIT
#include "history/follower.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

#include "history/families.hpp"
#include "history/open.hpp"
#include "history/stored_rows.hpp"
#include "history/stream_models.hpp"
#include "history/volume.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

constexpr std::int64_t rows_at_once = 10'000;
constexpr LocalSeconds no_bound = INT64_MAX;
constexpr LocalSeconds given_up_behind = 3600;

// The history as it stands in this transaction.
struct Look {
  std::int64_t end = 0;        // id of the newest row that may be told
  std::int64_t real = 0;       // of the newest that was not made up, and so keeps its id
  std::uint64_t row_hash = 0;  // of that
  std::int64_t model = 0;      // of the newest row
  bool judged = false;         // rows are
  LocalSeconds believed = 0;   // where they are not: times up to this
  std::string stream;          // what a statement says to mean its rows
};

std::string select_rows(Connection& db, const std::string& table, const std::string& which) {
  return "SELECT " + row_columns(db) + " FROM " + table + " CROSS JOIN status ON status.id = scored.status " +
         "WHERE " + which + " ORDER BY time, scored.id";
}

Look look_at(Connection& db, std::string_view stream, LocalSeconds now) {
  Look look;
  look.believed = now + believed_ahead;
  // One that is only read may be of an older version: it is one stream, without marks.
  const bool has_streams = db.user_version() >= 5;
  look.stream = has_streams ? in_stream(stream) : "TRUE";
  Statement newest(db, "SELECT id, model FROM scored WHERE " + look.stream + " ORDER BY id DESC LIMIT 1");
  if (!newest.step()) return look;
  look.end = newest.integer(0);
  look.model = newest.integer(1);
  if (has_streams) {
    Statement mark(db, "SELECT unfinished FROM model WHERE id = ?1", look.model);
    if (mark.step() && !mark.is_null(0)) look.end = mark.integer(0) - 1;
  }
  Statement real(db,
                 "SELECT id, row_hash FROM scored WHERE source IS NOT NULL AND id <= ?1 AND " + look.stream +
                     " ORDER BY id DESC LIMIT 1",
                 look.end);
  if (real.step()) {
    look.real = real.integer(0);
    look.row_hash = static_cast<std::uint64_t>(real.integer(1));
  }
  const std::string newest_rows = "SELECT expected FROM scored WHERE " + look.stream + " ORDER BY id DESC LIMIT 1000";
  look.judged = db.integer("SELECT EXISTS (SELECT 1 FROM (" + newest_rows + ") WHERE expected IS NOT NULL)") != 0;
  return look;
}

bool is_in_place(Connection& db, const Place& place) {
  if (place.seen == 0) return true;
  Statement find(db, "SELECT row_hash FROM scored WHERE id = ?1", place.seen);
  return find.step() && static_cast<std::uint64_t>(find.integer(0)) == place.row_hash;
}

// Up to here open rows may still be decided; those before are left behind.
LocalSeconds given_up_until(Connection& db, const Look& look) {
  Statement newest(db,
                   "SELECT time FROM scored WHERE open = 0 AND (expected IS NOT NULL OR (?1 = 0 AND time <= ?2)) AND " +
                       look.stream + " ORDER BY time DESC LIMIT 1",
                   look.judged, look.believed);
  return newest.step() ? newest.integer(0) - given_up_behind : INT64_MIN;
}

// Begin of the minute of the oldest row that was not dealt with and may still be decided otherwise.
LocalSeconds bound(Connection& db, const Look& look, const Place& place) {
  const auto oldest = db.optional_integer(
      "SELECT min(time) FROM scored WHERE open = 1 AND model = ?1 AND time >= ?2 AND id > ?3 "
      "AND NOT (id <= ?4 AND time < ?5)",
      look.model, given_up_until(db, look), place.done, place.seen, place.before);
  return oldest ? minute_begin(*oldest) : no_bound;
}

LocalSeconds first_minute(Connection& db, const Look& look, std::int64_t after) {
  const auto first = db.optional_integer(
      "SELECT min(time) FROM scored NOT INDEXED WHERE id > ?1 AND id <= ?2 AND " + look.stream, after, look.end);
  return first ? minute_begin(*first) : no_bound;
}

// Everything up to the row before the first that waits is done.
std::int64_t done_until(Connection& db, const Look& look, const Place& place) {
  if (place.before == no_bound) return place.seen;
  Statement first(db,
                  "SELECT id FROM scored NOT INDEXED WHERE id > ?1 AND id <= ?2 AND time >= ?3 AND " + look.stream +
                      " ORDER BY id LIMIT 1",
                  place.done, place.seen, place.before);
  return first.step() ? first.integer(0) - 1 : place.seen;
}

bool has_some_rows(Connection& db) {
  return db.integer("SELECT count(*) FROM (SELECT 1 FROM scored LIMIT 100)") == 100;
}

// Takes rows that were not dealt with, if they are wanted.
class Taker {
 public:
  Taker(const Look& look, std::optional<Cursor>& cursor, std::optional<Behind> behind, const Follower::Take& take)
      : look_(look), cursor_(cursor), behind_(std::move(behind)), take_(take) {
    if (cursor) passed_ = minute_begin(cursor->time);
  }

  void see(const Record& record) {
    ++rows_;
    const bool is_judged = record.scored.expected.has_value();
    if (!is_judged && (look_.judged || record.time > look_.believed)) return;
    if (is_behind(record)) return;
    take_(record);
    if (!cursor_) cursor_.emplace().time = record.time;
    cursor_->pass(record);
  }
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  bool is_behind(const Record& record) {
    if (!behind_) return record.made_up && minute_begin(record.time) <= passed_;
    if (!behind_->holds(record)) return false;
    if (behind_->is_to_be_kept(record)) cursor_->pass(record);
    return true;
  }

  const Look& look_;
  std::optional<Cursor>& cursor_;
  std::optional<Behind> behind_;
  const Follower::Take& take_;
  LocalSeconds passed_ = INT64_MIN;  // up to this minute, when the transaction began
  std::int64_t rows_ = 0;
};

}  // namespace

struct Follower::State {
  State(const std::string& path, std::string_view of) : db(open(path, Access::read)), stream(of) {}

  bool advance(std::optional<Cursor>& cursor, LocalSeconds now, const Take& take);
  [[noreturn]] void refuse_stream(const std::string& other) const;
  void take_late(const Place& place, const Look& look, Taker& taker);
  LocalSeconds take_minutes(const Place& place, const Look& look, LocalSeconds until, Taker& taker);

  std::unique_ptr<Connection> db;
  std::string stream;
  std::optional<std::int64_t> version;  // data_version when there was no more
};

bool Follower::State::advance(std::optional<Cursor>& cursor, LocalSeconds now, const Take& take) {
  const Look look = look_at(*db, stream, now);
  Place place = cursor && cursor->place ? *cursor->place : Place();
  if (cursor && cursor->place && place.stream != stream) refuse_stream(place.stream);
  place.stream = stream;
  std::optional<Behind> behind;
  if (cursor && (!cursor->place || !is_in_place(*db, place))) {
    behind.emplace(*cursor);
    place = {0, look.real, minute_begin(cursor->time), 0, stream};
  }
  if (look.real < place.seen || look.end == 0) return false;
  if (place.done == place.seen) place.before = first_minute(*db, look, place.seen);
  const LocalSeconds until = bound(*db, look, place);
  if (until < place.before || place.before == no_bound) return false;
  Taker taker(look, cursor, std::move(behind), take);
  take_late(place, look, taker);
  place.seen = look.real;
  place.row_hash = look.row_hash;
  place.before = take_minutes(place, look, until, taker);
  const bool more = place.before < until;
  if (!more) place.done = done_until(*db, look, place);
  if (cursor && taker.rows() > 0) cursor->place = place;
  return more;
}

// Incidents of two streams in one database would be taken for one.
void Follower::State::refuse_stream(const std::string& other) const {
  const auto name = [](const std::string& one) { return one.empty() ? "without a name" : "'" + printable(one) + "'"; };
  throw Error(Fault::bad_data, "the database of alerts has incidents of the stream " + name(other) +
                                   ", and not of the one " + name(stream) +
                                   ": another stream wants another database, -b FILE --history " + db->path());
}

// What was stored since for times that were passed already.
void Follower::State::take_late(const Place& place, const Look& look, Taker& taker) {
  Statement rows(
      *db,
      select_rows(*db, "scored NOT INDEXED", "scored.id > ?1 AND scored.id <= ?2 AND time < ?3 AND " + look.stream),
      place.seen, look.end, place.before);
  for (StoredRow row; rows.step();) {
    read_row(rows, row);
    taker.see(row.record);
  }
}

// Returns the minute before which all are taken now.
LocalSeconds Follower::State::take_minutes(const Place& place, const Look& look, LocalSeconds until, Taker& taker) {
  const bool few = look.end - place.done <= 2 * rows_at_once;  // then they are looked up by id, and sorted
  Statement rows(*db,
                 select_rows(*db, few ? "scored NOT INDEXED" : "scored INDEXED BY scored_time",
                             "scored.id > ?1 AND scored.id <= ?2 AND time >= ?3 AND time < ?4 AND " + look.stream),
                 place.done, look.end, place.before, until);
  LocalSeconds minute = place.before;
  for (StoredRow row; rows.step();) {
    read_row(rows, row);
    const LocalSeconds begin = minute_begin(row.record.time);
    if (begin > minute && taker.rows() >= rows_at_once) return begin;
    minute = begin;
    taker.see(row.record);
  }
  return until;
}

Follower::Follower(const std::string& path, std::string_view stream) : state_(std::make_unique<State>(path, stream)) {}
Follower::~Follower() = default;

bool Follower::may_have_news() {
  state_->db->check_in_place();
  return state_->version != state_->db->integer("PRAGMA data_version");
}

bool Follower::advance(std::optional<Cursor>& cursor, LocalSeconds now, const Take& take) {
  State& s = *state_;
  bool more = false;
  s.db->check_in_place();
  const std::int64_t version = s.db->integer("PRAGMA data_version");
  s.db->read_transaction([&] { more = s.advance(cursor, now, take); });
  s.version = more ? std::nullopt : std::optional(version);
  return more;
}

std::optional<std::string> Follower::volume() {
  return volume_of(*state_->db, state_->db->user_version() >= 5 ? in_stream(state_->stream) : "TRUE");
}

bool Follower::lacks(const std::string& status) {
  Statement find(*state_->db, "SELECT 1 FROM status WHERE name = ?1", status);
  return !find.step() && has_some_rows(*state_->db);
}

std::optional<std::vector<std::string>> Follower::families() {
  if (!has_some_rows(*state_->db)) return std::nullopt;
  return families_of(*state_->db);
}

bool Follower::has_amounts() { return history::has_amounts(*state_->db); }

bool Follower::has_keys_or_places() { return history::has_keys_or_places(*state_->db); }

bool Follower::has_models() { return state_->db->integer("SELECT EXISTS (SELECT 1 FROM model)") != 0; }

}  // namespace pos::history
