// SPDX-License-Identifier: MIT
#include "history/reader.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/count.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "history/families.hpp"
#include "history/incident_view.hpp"
#include "history/marks.hpp"
#include "history/open.hpp"
#include "history/schema.hpp"
#include "history/stored_rows.hpp"
#include "history/stream_models.hpp"
#include "history/volume.hpp"
#include "sqlite/columns.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/limited_query.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// The policy forest may have no quiet in years: an incident that lasts longer begins later in a report.
constexpr LocalSeconds furthest_back = 31 * 86'400;

// Rows of the history as `which` says. CROSS JOIN: in that order, not by status.
std::string select_rows(Connection& db, const std::string& which) {
  return "SELECT " + row_columns(db) + " FROM scored CROSS JOIN status ON status.id = scored.status " + which;
}

void give_rows(Statement& rows, const std::function<void(const ReadRow&)>& take) {
  StoredRow row;
  while (rows.step()) {
    read_row(rows, row);
    take({row.id, row.record.open, row.record});
  }
}

// Sets of keys that have the one of this parameter: tabs stand between keys, and none in them.
std::string sets_with_key(int parameter) {
  return "SELECT id FROM key_set WHERE instr(char(9) || name || char(9), char(9) || ?" + std::to_string(parameter) +
         " || char(9)) > 0";
}

// A history of before version 5 is one stream, and has no name for it.
bool has_streams(Connection& db) {
  constexpr std::int64_t first_version = 5;
  return db.user_version() >= first_version;
}

[[noreturn]] void refuse_stream(const std::string& path, std::string_view stream,
                                const std::vector<std::string>& streams) {
  std::vector<std::string> names;
  names.reserve(streams.size());
  for (const std::string& name : streams) names.push_back("'" + printable(name) + "'");
  const std::string none =
      stream.empty() ? "its rows are of streams with names" : "has no stream '" + printable(stream) + "'";
  throw Error(Fault::bad_data, path + ": " + none + ": choose one with --stream: " + join(names, ", "));
}

}  // namespace

Reader::Reader(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

Reader::Reader(const std::string& path, std::string_view stream) : Reader(open(path, Access::read)) {
  stream_ = stream;
  const auto streams = has_streams(*connection_) ? streams_of(*connection_) : std::vector<std::string>{{}};
  if (!streams.empty() && std::ranges::find(streams, stream) == streams.end()) refuse_stream(path, stream, streams);
}

Reader Reader::of_all_streams(const std::string& path) { return Reader(open(path, Access::read)); }

// What a statement says of `scored`. Asked each time: a program that writes may bring an old history up to date.
std::string Reader::of_stream() const {
  return stream_ && has_streams(*connection_) ? in_stream(*stream_) : std::string("TRUE");
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Reader::Span> Reader::span() {
  const std::string rows = "(SELECT time FROM scored WHERE " + of_stream() + " ORDER BY time ";
  Statement ends(*connection_, "SELECT " + rows + "LIMIT 1), " + rows + "DESC LIMIT 1)");
  ends.step();
  if (ends.is_null(0)) return std::nullopt;
  return Span{ends.integer(0), ends.integer(1)};
}

void Reader::set_patience(std::chrono::milliseconds patience) { connection_->set_patience(patience); }

void Reader::at_once(const std::function<void()>& work) { connection_->read_transaction(work); }

void Reader::records(const Period& period, const std::function<void(const Record&)>& take) {
  Statement rows(
      *connection_,
      select_rows(*connection_, "WHERE time >= ?1 AND time < ?2 AND " + of_stream() + " ORDER BY time, scored.id"),
      period.begin, period.end);
  give_rows(rows, [&](const ReadRow& row) { take(row.record); });
}

void Reader::records(const Period& period, std::string_view key, const std::function<void(const Record&)>& take) {
  if (!may_have_keys(*connection_)) return;
  Statement rows(*connection_,
                 select_rows(*connection_, "WHERE time >= ?1 AND time < ?2 AND scored.keys IN (" + sets_with_key(3) +
                                               ") AND " + of_stream() + " ORDER BY time, scored.id"),
                 period.begin, period.end, key);
  give_rows(rows, [&](const ReadRow& row) { take(row.record); });
}

void Reader::sums(std::string_view sum, const Period& period, LocalSeconds step,
                  const std::function<void(const Count&)>& take) {
  Statement rows(*connection_,
                 "SELECT step, name, sum FROM (SELECT time / ?3 * ?3 AS step, status, " + std::string(sum) +
                     " AS sum FROM scored WHERE time >= ?1 AND time < ?2 AND source IS NOT NULL AND " + of_stream() +
                     " GROUP BY step, status) CROSS JOIN status ON status.id = status WHERE name <> '*' ORDER BY step, name",
                 period.begin, period.end, step);
  while (rows.step()) take({rows.integer(0), rows.text(1), rows.optional_real(2).value_or(std::numeric_limits<double>::quiet_NaN())});
}

void Reader::counts(const Period& period, LocalSeconds step, const std::function<void(const Count&)>& take) {
  sums("total(count)", period, step, take);
}

void Reader::amounts(const Period& period, LocalSeconds step, const std::function<void(const Count&)>& take) {
  sums(has_amounts() ? "CASE WHEN count(*) FILTER (WHERE count > 0 AND amount IS NULL) = 0 THEN total(amount) / 100 END"
                     : "NULL",
       period, step, take);
}

bool Reader::has_keys() {
  return may_have_keys(*connection_) && connection_->integer("SELECT EXISTS (SELECT 1 FROM key_set)") != 0;
}

bool Reader::has_key(std::string_view key) {
  if (!may_have_keys(*connection_)) return false;
  return Statement(*connection_, sets_with_key(1) + " LIMIT 1", key).step();
}

// They are found by the monitor's state: its pieces for that have names of their own.
bool Reader::has_places() {
  return may_have_keys(*connection_) &&
         connection_->integer(
             "SELECT EXISTS (SELECT 1 FROM model WHERE EXISTS (SELECT 1 FROM model_state "
             "WHERE model_state.model = model.id AND name >= 'where' AND name < 'wherf'))") != 0;
}

bool Reader::has_amounts() { return history::has_amounts(*connection_); }

incident::Amounts Reader::amounts_before(LocalSeconds end, std::string_view status) {
  incident::Amounts amounts;
  amounts.status = status;
  if (!has_amounts()) return amounts;
  Statement rows(*connection_,
                 "SELECT time, count, amount FROM scored WHERE time >= ?1 AND time < ?2 AND amount IS NOT NULL AND "
                 "count > 0 AND decision = 0 AND status = (SELECT id FROM status WHERE name = ?3) AND " +
                     of_stream() + " ORDER BY time DESC",
                 end - furthest_back, minute_begin(end), status);
  while (rows.step()) {
    const LocalSeconds minute = minute_begin(rows.integer(0));
    if (amounts.minutes.empty() || amounts.minutes.back().minute != minute) {
      if (amounts.minutes.size() == incident::Amounts::most_minutes) break;
      amounts.minutes.push_back({minute, 0, 0});
    }
    add_count(amounts.minutes.back().count, rows.integer(1));
    add_amount(amounts.minutes.back().amount, rows.integer(2));
  }
  std::ranges::reverse(amounts.minutes);
  return amounts;
}

std::vector<std::string> Reader::families() { return families_of(*connection_); }

void Reader::rows_after(std::int64_t id, std::size_t limit, const std::function<void(const ReadRow&)>& take) {
  Statement rows(*connection_,
                 select_rows(*connection_, "WHERE scored.id > ?1 AND " + of_stream() + " ORDER BY scored.id LIMIT ?2"),
                 id, limit);
  give_rows(rows, take);
}

void Reader::rows_of(const Period& period, const std::function<void(const ReadRow&)>& take) {
  Statement rows(*connection_,
                 select_rows(*connection_, "WHERE time >= ?1 AND time < ?2 AND " + of_stream() + " ORDER BY scored.id"),
                 period.begin, period.end);
  give_rows(rows, take);
}

std::int64_t Reader::last_id() { return connection_->integer("SELECT coalesce(max(id), 0) FROM scored"); }

std::optional<std::string> Reader::volume() { return volume_of(*connection_, of_stream()); }

std::optional<LocalSeconds> Reader::trained_to() {
  if (!has_streams(*connection_)) return std::nullopt;
  return connection_->optional_integer("SELECT trained FROM model WHERE id = (SELECT model FROM scored WHERE " +
                                       of_stream() + " ORDER BY id DESC LIMIT 1)");
}

std::vector<std::string> Reader::statuses() {
  Statement rows(*connection_, "SELECT name FROM status ORDER BY id");
  std::vector<std::string> names;
  while (rows.step()) names.emplace_back(rows.text(0));
  return names;
}

std::vector<ModelRows> Reader::models(const Period& period) { return models_of(*connection_, period, of_stream()); }

bool Reader::is_judged() {
  return connection_->integer("SELECT EXISTS (SELECT 1 FROM (SELECT expected FROM scored WHERE " + of_stream() +
                              " ORDER BY id DESC LIMIT 10000) WHERE expected IS NOT NULL)") != 0;
}

// From alert to alert back, until there is quiet between two of them.
LocalSeconds Reader::quiet_before(LocalSeconds begin, int quiet_minutes) {
  const LocalSeconds earliest = begin - furthest_back;
  const bool judged = is_judged();
  Statement alert(*connection_, "SELECT time FROM scored WHERE decision = 1 AND time < ?1 AND " + of_stream() +
                                    " ORDER BY time DESC LIMIT 1");
  Statement quiet(*connection_,
                  "SELECT count(*) FROM (SELECT 1 FROM scored WHERE time >= ?1 AND time < ?2 AND decision = 0 "
                  "AND count > 0 AND (expected IS NOT NULL OR ?4 = 0) AND " +
                      of_stream() + " GROUP BY time / 60 LIMIT ?3)");
  for (;;) {
    alert.set(begin);
    if (begin <= earliest || !alert.step()) return begin;
    const LocalSeconds before = minute_begin(alert.integer(0));
    alert.reset();
    if (begin - before > LocalSeconds{quiet_minutes} * 60) {
      quiet.set(before + 60, begin, quiet_minutes, judged);
      quiet.step();
      const bool is_quiet = quiet.integer(0) >= quiet_minutes;
      quiet.reset();
      if (is_quiet) return begin;
    }
    begin = before;
  }
}

// Those that pos-alert has stored.
std::vector<incident::Stored> Reader::stored_incidents(const Period& period) {
  std::vector<incident::Stored> stored;
  constexpr std::int64_t version_with_incidents = 2;
  if (connection_->user_version() < version_with_incidents) return stored;
  Statement rows(*connection_,
                 std::string("SELECT id, first, last, missing, first < (SELECT min(time) FROM scored) / 60 * 60, grp, ") +
                     (connection_->user_version() >= version_with_amounts ? "usual_amount" : "NULL") +
                     " FROM incident WHERE last >= ?1 AND first < ?2",
                 minute_begin(period.begin), period.end);
  while (rows.step()) {
    incident::Stored& one = stored.emplace_back();
    Columns(rows) >> one.id >> one.first >> one.last >> one.missing >> one.is_cut >> one.group >> one.usual_amount;
  }
  return stored;
}

std::optional<LocalSeconds> Reader::next_alert(LocalSeconds from) {
  return connection_->optional_integer(
      "SELECT time FROM scored WHERE decision = 1 AND time >= ?1 AND " + of_stream() + " ORDER BY time LIMIT 1", from);
}

std::vector<Event> Reader::marks() { return marks_of(*connection_); }

void Reader::show_incidents(std::span<const incident::Incident> incidents) {
  history::show_incidents(*connection_, incidents);
}

std::optional<Record> Reader::newest() {
  Statement rows(*connection_, select_rows(*connection_, "WHERE source IS NOT NULL AND " + of_stream() +
                                                             " ORDER BY scored.id DESC LIMIT 1"));
  std::optional<Record> record;
  give_rows(rows, [&](const ReadRow& row) { record = row.record; });
  return record;
}

std::optional<LocalSeconds> Reader::newest_real(LocalSeconds now, LocalSeconds ahead) {
  return connection_->optional_integer(
      "SELECT time FROM scored WHERE source IS NOT NULL AND (expected IS NOT NULL OR time <= ?1) AND " + of_stream() +
          " ORDER BY time DESC LIMIT 1",
      now + ahead);
}

std::optional<LocalSeconds> Reader::newest_believed(LocalSeconds now) {
  Statement find(*connection_, "SELECT time FROM scored WHERE source IS NOT NULL AND expected IS NOT NULL AND " +
                                   of_stream() + " ORDER BY time DESC LIMIT 1");
  return find.step() ? std::optional(find.integer(0)) : newest_real(now);
}

bool Reader::has_silence_after(LocalSeconds time, LocalSeconds now) {
  return connection_
      ->optional_integer(
          "SELECT 1 FROM scored WHERE time > ?1 AND time <= ?2 AND source IS NULL AND " + of_stream() + " LIMIT 1",
          time, now)
      .has_value();
}

std::int64_t Reader::minutes_with_rows(const Period& period) {
  Statement count(*connection_,
                  "SELECT count(DISTINCT time / 60) FROM scored WHERE time >= ?1 AND time < ?2 AND source IS NOT NULL "
                  "AND " +
                      of_stream(),
                  period.begin, period.end);
  count.step();
  return count.integer(0);
}

void Reader::query(const Query& query) { run_limited(*connection_, query); }

std::int64_t Reader::version() { return connection_->integer("PRAGMA data_version"); }

void Reader::backup(const std::string& to) { back_up(*connection_, to); }

}  // namespace pos::history
