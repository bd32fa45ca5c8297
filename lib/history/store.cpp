// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "history/connection.hpp"
#include "history/schema.hpp"
#include "history/stored_rows.hpp"
#include "history/stream_lock.hpp"

namespace pos::history {
namespace {

// A table of names: the number of one, which it gets when it is new. Numbers are kept in memory only
// once they are committed.
class Names {
 public:
  Names(Connection& db, const std::string& table)
      : find_(db, "SELECT id FROM " + table + " WHERE name = ?1"),
        insert_(db, "INSERT INTO " + table + " (name) VALUES (?1) RETURNING id") {}

  std::int64_t id(std::string_view name) {
    const auto known = ids_.find(name);
    if (known != ids_.end()) return known->second;
    find_.bind(1, name);
    const auto found = first(find_);
    insert_.bind(1, name);
    const std::int64_t id = found ? *found : first(insert_).value();
    ids_.emplace(name, id);
    return id;
  }
  void forget() { ids_.clear(); }

 private:
  static std::optional<std::int64_t> first(Statement& statement) {
    if (!statement.step()) return std::nullopt;
    const std::int64_t id = statement.integer(0);
    statement.reset();
    return id;
  }

  Statement find_;
  Statement insert_;
  std::map<std::string, std::int64_t, std::less<>> ids_;
};

struct Waiting {
  NewRow row;
  std::string status;  // what row.status points to
  Scored scored;
};

constexpr int columns = 14;
// Rows of one statement: half of what a row costs is beginning and ending its statement.
constexpr std::size_t rows_at_once = 16;

std::string insert_rows(std::size_t rows) {
  std::string sql =
      "INSERT INTO scored (time, status, count, score, alert, expected, surprise, severity, decision, open, reason, "
      "model, source, row_hash) VALUES ";
  for (std::size_t i = 0; i < rows; ++i) {
    if (i > 0) sql += ", ";
    sql += "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  }
  return sql;
}

}  // namespace

struct Store::State {
  State(const std::string& path, std::string_view sha256, std::string_view model_name)
      : db(open(path, Access::write)),
        statuses(*db, "status"),
        sources(*db, "source"),
        stored(*db),
        insert_one(*db, insert_rows(1)),
        insert_many(*db, insert_rows(rows_at_once)),
        update(*db,
               "UPDATE scored SET expected = ?2, surprise = ?3, severity = ?4, decision = ?5, reason = ?6, open = 0 "
               "WHERE id = ?1 AND open = 1"),
        same_silence(*db, "SELECT 1 FROM scored WHERE time = ?1 AND status = ?2 AND source IS NULL"),
        silences(*db, std::string("SELECT ") + row_columns +
                          " FROM scored JOIN status ON status.id = scored.status "
                          "WHERE time >= ?1 AND time < ?2 AND source IS NULL AND open = 0 ORDER BY time, scored.id"),
        forget_silences(*db, "DELETE FROM scored WHERE open = 1 AND source IS NULL AND model = ?1"),
        save_monitor(*db, "UPDATE model SET monitor = ?2 WHERE id = ?1"),
        model(model_id(sha256, model_name)),
        lock(path, model),
        data_version(db->integer("PRAGMA data_version")) {}

  std::int64_t model_id(std::string_view sha256, std::string_view name);
  bool others_wrote();
  bool is_stored(const Waiting& waiting);
  void insert_waiting();
  void bind(Statement& insert, const Waiting& waiting, int first);

  std::unique_ptr<Connection> db;
  Names statuses;
  Names sources;
  StoredRows stored;
  Statement insert_one;
  Statement insert_many;
  Statement update;
  Statement same_silence;
  Statement silences;
  Statement forget_silences;
  Statement save_monitor;
  std::int64_t model;
  StreamLock lock;
  std::int64_t data_version;  // changes when another connection has committed
  std::string source;
  std::vector<Waiting> rows;
  std::vector<std::pair<std::int64_t, Scored>> decisions;
};

std::int64_t Store::State::model_id(std::string_view sha256, std::string_view name) {
  std::int64_t id = 0;
  db->transaction([&] {
    Statement add(*db, "INSERT INTO model (sha256, name) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING");
    add.bind(1, sha256);
    add.bind(2, name);
    add.run();
    Statement find(*db, "SELECT id FROM model WHERE sha256 = ?1");
    find.bind(1, sha256);
    find.step();
    id = find.integer(0);
  });
  return id;
}

bool Store::State::others_wrote() {
  return std::exchange(data_version, db->integer("PRAGMA data_version")) != data_version;
}

// By another program, since we looked.
bool Store::State::is_stored(const Waiting& waiting) {
  if (!waiting.row.made_up) return stored.find(waiting.row.time, waiting.row.hash) != nullptr;
  same_silence.bind(1, waiting.row.time);
  same_silence.bind(2, statuses.id(waiting.status));
  const bool found = same_silence.step();
  same_silence.reset();
  return found;
}

void Store::State::insert_waiting() {
  if (others_wrote()) {
    stored.refresh();
    std::erase_if(rows, [this](const Waiting& waiting) { return is_stored(waiting); });
  } else {
    // One made up for the last minute of a file is made up again when the file is.
    std::erase_if(rows, [this](const Waiting& waiting) { return waiting.row.made_up && is_stored(waiting); });
  }
  for (std::size_t begin = 0; begin < rows.size();) {
    const bool many = rows.size() - begin >= rows_at_once;
    Statement& insert = many ? insert_many : insert_one;
    const std::size_t end = begin + (many ? rows_at_once : 1);
    for (std::size_t i = begin; i < end; ++i) bind(insert, rows[i], static_cast<int>(i - begin) * columns);
    insert.run();
    // Ids are handed out in order, and nobody else writes meanwhile.
    stored.add_own(db->last_id() - static_cast<std::int64_t>(end - begin) + 1, db->last_id());
    begin = end;
  }
}

void Store::State::bind(Statement& insert, const Waiting& waiting, int first) {
  const NewRow& row = waiting.row;
  const Scored& scored = waiting.scored;
  insert.bind(first + 1, row.time);
  insert.bind(first + 2, statuses.id(waiting.status));
  insert.bind(first + 3, row.count);
  insert.bind(first + 4, scored.score);
  insert.bind(first + 5, std::int64_t{scored.alert});
  insert.bind(first + 6, scored.expected);
  insert.bind(first + 7, scored.surprise);
  insert.bind(first + 8, static_cast<std::int64_t>(scored.severity));
  insert.bind(first + 9, std::int64_t{scored.decision == Decision::alert});
  insert.bind(first + 10, std::int64_t{row.open});
  insert.bind(first + 11, scored.reason.empty() ? std::nullopt : std::optional<std::string_view>(scored.reason));
  insert.bind(first + 12, model);
  insert.bind(first + 13, row.made_up ? std::nullopt : std::optional(sources.id(source)));
  insert.bind(first + 14, static_cast<std::int64_t>(row.hash));
}

Store::Store(const std::string& path, std::string_view sha256, std::string_view name)
    : state_(std::make_unique<State>(path, sha256, name)) {}
Store::~Store() = default;

std::string Store::monitor_state() {
  Statement find(*state_->db, "SELECT monitor FROM model WHERE id = ?1");
  find.bind(1, state_->model);
  find.step();
  return std::string(find.text(0));
}

std::vector<StoredRow> Store::open_rows() {
  Statement find(*state_->db, std::string("SELECT ") + row_columns +
                                  " FROM scored JOIN status ON status.id = scored.status "
                                  "WHERE open = 1 AND source IS NOT NULL AND model = ?1 ORDER BY scored.id");
  find.bind(1, state_->model);
  std::vector<StoredRow> rows;
  while (find.step()) read_row(find, rows.emplace_back());
  return rows;
}

bool Store::try_lock_monitor() { return state_->lock.try_lock(); }

void Store::begin_file(std::string_view source) {
  commit({});
  state_->source = source;
  state_->stored.begin_file();
}

const std::string& Store::path() const { return state_->db->path(); }

const StoredRow* Store::find(LocalSeconds time, std::uint64_t hash) { return state_->stored.find(time, hash); }

std::vector<StoredRow> Store::made_up(const Period& period) {
  std::vector<StoredRow> rows;
  if (period.begin >= period.end) return rows;
  Statement& find = state_->silences;
  find.bind(1, period.begin);
  find.bind(2, period.end);
  while (find.step()) read_row(find, rows.emplace_back());
  return rows;
}

void Store::add(const NewRow& row, const Scored& scored) {
  state_->rows.push_back({row, mask_card_numbers(row.status), scored});
}

void Store::decide(std::int64_t id, const Scored& scored) { state_->decisions.emplace_back(id, scored); }

std::size_t Store::waiting() const { return state_->rows.size() + state_->decisions.size(); }

void Store::commit(std::string_view monitor_state) {
  State& s = *state_;
  if (waiting() == 0) return;
  try {
    s.db->check_in_place();
    s.db->transaction([&] {
      // What was made up for a minute whose rows are decided now is made up anew, or was wrong.
      if (!s.decisions.empty()) {
        s.forget_silences.bind(1, s.model);
        s.forget_silences.run();
      }
      s.insert_waiting();
      for (const auto& [id, scored] : s.decisions) {
        s.update.bind(1, id);
        s.update.bind(2, scored.expected);
        s.update.bind(3, scored.surprise);
        s.update.bind(4, static_cast<std::int64_t>(scored.severity));
        s.update.bind(5, std::int64_t{scored.decision == Decision::alert});
        s.update.bind(6, scored.reason.empty() ? std::nullopt : std::optional<std::string_view>(scored.reason));
        s.update.run();
      }
      if (monitor_state.empty()) return;
      s.save_monitor.bind(1, s.model);
      s.save_monitor.bind(2, monitor_state);
      s.save_monitor.run();
    });
  } catch (...) {
    s.statuses.forget();  // their numbers may be undone
    s.sources.forget();
    throw;
  }
  s.rows.clear();
  s.decisions.clear();
}

}  // namespace pos::history
