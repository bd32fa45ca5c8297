// SPDX-License-Identifier: MIT
#include "history/stored_rows.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/error.hpp"
#include "base/row.hpp"
#include "base/text.hpp"
#include "history/families.hpp"
#include "history/schema.hpp"
#include "history/stream_models.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// Files may stand in any order; a minute looked up again costs a query.
constexpr std::size_t rows_kept = 200'000;

// What a calendar can be asked of. (Rows of the year 9999 may be of 10000 in another zone: those are no damage.)
constexpr LocalSeconds furthest = 900'000'000'000;

// Readers rely on it; the columns have types, but who edits a database by hand may write anything.
void check(const Statement& from, const StoredRow& row) {
  const Record& record = row.record;
  const char* wrong = !is_status_name(record.status)                                    ? "status"
                      : record.count < 0 || record.count > Transaction::max_count       ? "count"
                      : record.time < -furthest || record.time > furthest || row.id < 0 ? "time"
                                                                                        : nullptr;
  if (wrong != nullptr)
    throw Error(Fault::bad_data, from.path() + ": is a damaged history: the " + wrong + " of row " +
                                     std::to_string(row.id) + " is none");
}

constexpr int usual_columns = 13;

constexpr const char* usual_row_columns =
    "scored.id, time, status.name, count, score, alert, expected, surprise, severity, decision, reason, "
    "coalesce(source, 0), open";

// Texts are cleared where there is nothing to read: to assign nothing costs more.
void read_more(const Statement& from, int behind, StoredRow& to) {
  const std::array<std::string*, 4> texts = {&to.record.scored.key, &to.record.scored.where, &to.record.keys,
                                             &to.open_labels};
  const bool has_more = from.column_count() - behind > usual_columns;
  int column = usual_columns;
  for (std::string* text : texts) {
    if (has_more) {
      *text = from.text(column++);
    } else {
      text->clear();
    }
  }
  to.record.amount.reset();
  if (has_more) to.record.amount = from.optional_integer(column);
}

std::string more_row_columns(bool with_amounts) {
  return std::string(usual_row_columns) +
         ", scored.key, scored.place, "
         "iif(scored.keys IS NULL, NULL, (SELECT key_set.name FROM key_set WHERE key_set.id = scored.keys)), "
         "iif(scored.open = 0, NULL, (SELECT labels FROM open_labels WHERE open_labels.row = scored.id)), " +
         (with_amounts ? "scored.amount" : "NULL");
}

}  // namespace

std::string all_row_columns() { return more_row_columns(true); }

std::string row_columns(Connection& db) {
  const bool has_more = may_have_keys(db) && db.integer("SELECT EXISTS (SELECT 1 FROM has_more)") != 0;
  return has_more ? more_row_columns(db.user_version() >= version_with_amounts) : usual_row_columns;
}

void note_more(Connection& db) { db.run("INSERT OR IGNORE INTO has_more VALUES (1)"); }

void note_amounts(Connection& db) { db.run("INSERT OR IGNORE INTO has_amounts VALUES (1)"); }

bool has_amounts(Connection& db) {
  return db.user_version() >= version_with_amounts && db.integer("SELECT EXISTS (SELECT 1 FROM has_amounts)") != 0;
}

void read_row(const Statement& from, StoredRow& to, int behind) {
  to.id = from.integer(0);
  to.record.time = from.integer(1);
  hide_card_numbers(to.record.status = from.text(2));  // an older program may have stored one
  to.record.count = from.integer(3);
  Scored& scored = to.record.scored;
  scored.score = from.real(4);
  scored.alert = from.integer(5) != 0;
  scored.expected = from.optional_real(6);
  scored.surprise = from.optional_real(7);
  scored.severity = static_cast<Severity>(std::clamp<std::int64_t>(from.integer(8), 0, 2));
  scored.decision = from.integer(9) == 1 ? Decision::alert : Decision::approve;
  scored.reason = from.text(10);
  to.source = from.integer(11);
  to.record.made_up = to.source == 0;
  to.record.open = from.integer(12) != 0;
  read_more(from, behind, to);
  check(from, to);
}

StoredRows::StoredRows(Connection& db, std::string_view stream)
    : db_(db),
      stream_(in_stream(stream)),
      newest_(db, "SELECT (SELECT time FROM scored WHERE " + stream_ + " ORDER BY time DESC LIMIT 1)") {}

void StoredRows::begin_file() {
  own_.clear();
  found_.clear();
  refresh();
}

void StoredRows::add_own(std::int64_t first, std::int64_t last) {
  if (!own_.empty() && own_.rbegin()->second + 1 == first) {
    own_.rbegin()->second = last;
  } else {
    own_[first] = last;
  }
}

void StoredRows::refresh() {
  minutes_.clear();
  kept_ = 0;
  minute_.reset();
  newest_.step();
  newest_time_ = newest_.is_null(0) ? std::nullopt : std::optional(newest_.integer(0));
  newest_.reset();
}

bool StoredRows::is_own(std::int64_t id) const {
  const auto after = own_.upper_bound(id);
  return after != own_.begin() && id <= std::prev(after)->second;
}

bool StoredRows::was_found(std::int64_t id) const {
  return static_cast<std::size_t>(id) < found_.size() && found_[static_cast<std::size_t>(id)];
}

void StoredRows::mark_found(std::int64_t id) {
  const auto place = static_cast<std::size_t>(id);
  if (place >= found_.size()) found_.resize(std::max(place + 1, found_.size() * 2));
  found_[place] = true;
}

StoredRows::ByHash& StoredRows::rows_of(LocalSeconds minute) {
  const auto known = minutes_.find(minute);
  if (known != minutes_.end()) return known->second;
  if (kept_ >= rows_kept) {
    minutes_.clear();
    kept_ = 0;
  }
  ByHash& rows = minutes_[minute];
  if (!minute_) {
    minute_.emplace(db_, "SELECT " + row_columns(db_) +
                             ", row_hash FROM scored JOIN status ON status.id = scored.status "
                             "WHERE time >= ?1 AND time < ?1 + 60 AND source IS NOT NULL AND " +
                             stream_ + " ORDER BY scored.id");
  }
  Statement& stored = *minute_;
  stored.set(minute);
  while (stored.step()) {
    const std::int64_t id = stored.integer(0);
    if (is_own(id) || was_found(id)) continue;
    ++kept_;
    const auto hash = static_cast<std::uint64_t>(stored.integer(stored.column_count() - 1));
    read_row(stored, rows.emplace(hash, StoredRow())->second, 1);
  }
  return rows;
}

const StoredRow* StoredRows::find(LocalSeconds time, std::uint64_t hash) {
  if (!newest_time_ || time > *newest_time_) return nullptr;
  ByHash& rows = rows_of(minute_begin(time));
  const auto row = rows.find(hash);
  if (row == rows.end()) return nullptr;
  mark_found(row->second.id);
  last_found_ = rows.extract(row);
  return &last_found_.mapped();
}

}  // namespace pos::history
