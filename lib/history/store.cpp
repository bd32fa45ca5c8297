// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "history/answers.hpp"
#include "history/inserts.hpp"
#include "history/judge_again.hpp"
#include "history/key_decisions.hpp"
#include "history/open.hpp"
#include "history/open_labels.hpp"
#include "history/stored_rows.hpp"
#include "history/stream_lock.hpp"
#include "history/stream_models.hpp"
#include "sqlite/checkpointer.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/names.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// What only rows of a feed with keys have.
struct OfKeys {
  std::string keys;
  std::string open_labels;
};

struct Waiting {
  NewRow row;
  std::string status;  // what row.status points to
  Scored scored;
  std::unique_ptr<const OfKeys> of_keys;  // likewise; null: nothing

  [[nodiscard]] bool has_more() const {
    return (of_keys && !of_keys->keys.empty()) || !scored.key.empty() || !scored.where.empty();
  }
};

std::unique_ptr<const OfKeys> keys_of(const NewRow& row) {
  const bool counts_on = row.open && !row.made_up && !row.open_labels.empty();
  if (row.keys.empty() && !counts_on) return nullptr;
  return std::make_unique<OfKeys>(
      OfKeys{std::string(row.keys), counts_on ? std::string(row.open_labels) : std::string()});
}

struct WaitingDecision {
  std::string status;
  std::string key;
  Scored scored;
};

struct WaitingMinute {
  Period minute;
  std::vector<WaitingDecision> decisions;
  Scored rest;
  Store::Finality finality;
};

struct WaitingAnswer {
  std::string key;
  KeptAnswer answer;
  LocalSeconds now;
};

// Sets the monitor's part of rows, which parameters 1 to 8 bring.
std::string update_rows(const std::string& which) {
  return "UPDATE scored SET expected = ?1, surprise = ?2, severity = ?3, decision = ?4, reason = ?5, open = ?6, "
         "key = ?7, place = ?8 WHERE " +
         which;
}
constexpr int first_of_which = 9;

std::optional<std::string_view> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

bool has_more(const Scored& scored) { return !scored.key.empty() || !scored.where.empty(); }

void bind_decision(Statement& update, const Scored& scored, bool stays_open) {
  update.set(scored.expected, scored.surprise, scored.severity, scored.decision == Decision::alert,
             unless_empty(scored.reason), stays_open, unless_empty(scored.key), unless_empty(scored.where));
}

}  // namespace

struct Store::State {
  State(const std::string& path, const ModelName& model, std::string_view stream)
      : db(open(path, Access::write)),
        models(*db, stream, model),
        statuses(*db, "status"),
        sources(*db, "source"),
        key_sets(*db, "key_set"),
        labels(*db),
        stored(*db, stream),
        inserts(*db, Inserts::Columns::usual),
        update(*db, update_rows("open = 1 AND id = ?9")),
        update_rest(*db, update_rows("open = 1 AND model = ?9 AND time >= ?10 AND time < ?11")),
        update_status(*db, update_rows("open = 1 AND model = ?9 AND time >= ?10 AND time < ?11 AND status = ?12")),
        same_silence(*db, "SELECT 1 FROM scored WHERE time = ?1 AND status = ?2 AND key IS ?3 AND source IS NULL AND " +
                              in_stream(stream)),
        silences(*db, "SELECT " + all_row_columns() +
                          " FROM scored JOIN status ON status.id = scored.status "
                          "WHERE time >= ?1 AND time < ?2 AND source IS NULL AND open = 0 AND " +
                          in_stream(stream) + " ORDER BY time, scored.id"),
        forget_silences(*db, "DELETE FROM scored WHERE open = 1 AND source IS NULL AND model = ?1"),
        save_monitor(*db, "UPDATE model SET monitor = ?2 WHERE id = ?1"),
        newest(*db, "SELECT coalesce(max(id), 0) FROM scored"),
        save_unfinished(*db, "UPDATE model SET unfinished = ?2 WHERE id = ?1 AND unfinished IS NULL"),
        answers(*db),
        lock(path, models.number()),
        data_version(db->integer("PRAGMA data_version")) {}

  // Two servers with a stream each do not share keys.
  [[nodiscard]] std::string key_of(std::string_view key) const {
    return models.stream().empty() ? std::string(key) : models.stream() + '\n' + std::string(key);
  }
  bool others_wrote();
  bool is_stored(const Waiting& waiting);
  void insert_waiting();
  void insert(std::size_t size, std::span<const Waiting> some);
  void decide_waiting();
  void decide(const WaitingMinute& waiting, bool any_labels);
  std::vector<std::pair<std::int64_t, const Scored*>> decided_by_key(const WaitingMinute& waiting);
  void save(std::string_view monitor_state);
  void note_more_once();
  void drop_rows();
  void bind_minute(Statement& statement, const WaitingMinute& waiting, const Scored& scored) const;
  void bind(Statement& insert, const Waiting& waiting, int first);
  void bind_more(Statement& insert, const Waiting& waiting, int first);

  std::unique_ptr<Connection> db;
  StreamModels models;
  Names statuses;
  Names sources;
  Names key_sets;
  OpenLabels labels;
  StoredRows stored;
  Inserts inserts;
  std::optional<Inserts> inserts_with_more;  // once there is more
  Statement update;
  Statement update_rest;
  Statement update_status;
  Statement same_silence;
  Statement silences;
  Statement forget_silences;
  Statement save_monitor;
  Statement newest;
  Statement save_unfinished;
  Answers answers;
  StreamLock lock;
  std::optional<LocalSeconds> taken_over;  // with the next commit
  std::int64_t data_version;               // changes when another connection has committed
  std::string source;
  bool noted_more = false;
  bool posts = false;
  bool held = false;
  std::vector<Waiting> rows;
  struct RowDecision {
    std::int64_t id;
    Scored scored;
    Store::Finality finality;
  };
  std::vector<RowDecision> decisions;
  std::vector<WaitingMinute> minutes;
  std::vector<WaitingAnswer> new_answers;
  std::vector<StatePiece> pieces;              // that no commit has written: who gave them has no other ones
  bool hides = false;                          // rows back
  std::unique_ptr<Checkpointer> checkpointer;  // null: commits do it
};

bool Store::State::others_wrote() {
  return std::exchange(data_version, db->integer("PRAGMA data_version")) != data_version;
}

// By another program, since we looked.
bool Store::State::is_stored(const Waiting& waiting) {
  if (!waiting.row.made_up) return stored.find(waiting.row.time, waiting.row.hash) != nullptr;
  same_silence.set(waiting.row.time, statuses.id(waiting.status), unless_empty(waiting.scored.key));
  const bool found = same_silence.step();
  same_silence.reset();
  return found;
}

void Store::State::insert_waiting() {
  if (hides && !rows.empty()) {
    newest.step();
    save_unfinished.run(models.model(), newest.integer(0) + 1);
    newest.reset();
  }
  const bool others = others_wrote();
  if (others) key_sets.forget();  // prune() removes those of nobody
  const bool may_be_stored = others && !posts;
  if (may_be_stored) stored.refresh();
  // One made up for the last minute of a file is made up again when the file is.
  std::erase_if(rows, [this, may_be_stored](const Waiting& waiting) {
    return (waiting.row.made_up || may_be_stored) && is_stored(waiting);
  });
  std::size_t begin = 0;
  for (std::size_t i = 0; i < Inserts::rows_at_once.size(); ++i) {
    for (; rows.size() - begin >= Inserts::rows_at_once[i]; begin += Inserts::rows_at_once[i]) {
      insert(i, std::span(rows).subspan(begin, Inserts::rows_at_once[i]));
    }
  }
}

void Store::State::insert(std::size_t size, std::span<const Waiting> some) {
  const bool has_more = std::ranges::any_of(some, &Waiting::has_more);
  if (has_more || std::ranges::any_of(some, [](const Waiting& one) { return one.of_keys != nullptr; }))
    note_more_once();
  if (has_more && !inserts_with_more) inserts_with_more.emplace(*db, Inserts::Columns::all);
  Inserts& with = has_more ? *inserts_with_more : inserts;
  Statement& statement = with.of(size);
  for (std::size_t i = 0; i < some.size(); ++i) {
    const int first = static_cast<int>(i) * with.columns();
    bind(statement, some[i], first);
    if (has_more) bind_more(statement, some[i], first + Inserts::usual_columns);
  }
  statement.run();
  // Ids are handed out in order, and nobody else writes meanwhile.
  std::int64_t id = db->last_id() - static_cast<std::int64_t>(some.size()) + 1;
  if (!posts) stored.add_own(id, db->last_id());
  for (const Waiting& waiting : some) {
    if (waiting.of_keys && !waiting.of_keys->open_labels.empty()) labels.add(id, waiting.of_keys->open_labels);
    ++id;
  }
}

void Store::State::decide_waiting() {
  if (decisions.empty() && minutes.empty()) return;
  const auto decides_more = [](const auto& decision) { return has_more(decision.scored); };
  const auto any_of_minute = [&](const WaitingMinute& one) {
    return has_more(one.rest) || std::ranges::any_of(one.decisions, decides_more);
  };
  if (std::ranges::any_of(decisions, decides_more) || std::ranges::any_of(minutes, any_of_minute)) note_more_once();
  // What was made up for a minute whose rows are decided now is made up anew, or was wrong.
  forget_silences.run(models.model());
  const bool any_labels = labels.any();
  for (const WaitingMinute& waiting : minutes) decide(waiting, any_labels);
  for (const auto& [id, scored, finality] : decisions) {
    bind_decision(update, scored, finality == Finality::for_now);
    update.set_from(first_of_which, id);
    update.run();
    if (any_labels && finality == Finality::final) labels.remove(id);
  }
}

// Those that are decided are not open any more: what is left is the rest. (Those of keys are written once more.)
void Store::State::decide(const WaitingMinute& waiting, bool any_labels) {
  const bool is_final = waiting.finality == Finality::final;
  if (is_final && any_labels) labels.remove(models.model(), waiting.minute);
  const auto of_keys = decided_by_key(waiting);
  for (const auto& [status, key, scored] : waiting.decisions) {
    if (!key.empty()) continue;
    bind_minute(update_status, waiting, scored);
    update_status.set_from(first_of_which + 3, statuses.id(status));
    update_status.run();
  }
  if (is_final) {
    bind_minute(update_rest, waiting, waiting.rest);
    update_rest.run();
  }
  if (of_keys.empty()) return;
  Statement update_row(*db, update_rows("id = ?9"));
  for (const auto& [id, scored] : of_keys) {
    bind_decision(update_row, *scored, !is_final);
    update_row.set_from(first_of_which, id);
    update_row.run();
  }
}

// Ids of open rows, as long as they are, with what a key's decision says of them.
std::vector<std::pair<std::int64_t, const Scored*>> Store::State::decided_by_key(const WaitingMinute& waiting) {
  std::vector<std::pair<std::int64_t, const Scored*>> found;
  KeyDecisions of_keys;
  for (std::size_t i = 0; i < waiting.decisions.size(); ++i) {
    const WaitingDecision& decision = waiting.decisions[i];
    if (!decision.key.empty()) of_keys.add(statuses.id(decision.status), decision.key, i);
  }
  if (of_keys.empty()) return found;
  Statement open_rows(*db,
                      "SELECT scored.id, scored.status, key_set.name FROM scored JOIN key_set ON key_set.id = "
                      "scored.keys WHERE open = 1 AND model = ?1 AND time >= ?2 AND time < ?3 ORDER BY scored.id",
                      models.model(), waiting.minute.begin, waiting.minute.end);
  of_keys.match(open_rows,
                [&](std::int64_t id, std::size_t place) { found.emplace_back(id, &waiting.decisions[place].scored); });
  return found;
}

void Store::State::save(std::string_view monitor_state) {
  save_monitor.run(models.model(), monitor_state);
  if (pieces.empty()) return;
  Statement save_piece(*db, "INSERT OR REPLACE INTO model_state (model, name, state) VALUES (?1, ?2, ?3)");
  Statement drop_piece(*db, "DELETE FROM model_state WHERE model = ?1 AND name = ?2");
  for (const StatePiece& piece : pieces) {
    if (piece.text) {
      save_piece.run(models.model(), piece.name, Blob{*piece.text});
    } else {
      drop_piece.run(models.model(), piece.name);
    }
  }
}

void Store::State::note_more_once() {
  if (!std::exchange(noted_more, true)) note_more(*db);
}

void Store::State::bind_minute(Statement& statement, const WaitingMinute& waiting, const Scored& scored) const {
  bind_decision(statement, scored, waiting.finality == Finality::for_now);
  statement.set_from(first_of_which, models.model(), waiting.minute.begin, waiting.minute.end);
}

void Store::State::bind(Statement& insert, const Waiting& waiting, int first) {
  const NewRow& row = waiting.row;
  const Scored& scored = waiting.scored;
  insert.set_from(first + 1, row.time, statuses.id(waiting.status), row.count, scored.score, scored.alert,
                  scored.expected, scored.surprise, scored.severity, scored.decision == Decision::alert, row.open,
                  unless_empty(scored.reason), models.model(),
                  row.made_up ? std::nullopt : std::optional(sources.id(source)), row.hash);
}

void Store::State::bind_more(Statement& insert, const Waiting& waiting, int first) {
  const bool has_keys = waiting.of_keys && !waiting.of_keys->keys.empty();
  const auto keys = has_keys ? std::optional(key_sets.id(waiting.of_keys->keys)) : std::nullopt;
  insert.set_from(first + 1, unless_empty(waiting.scored.key), unless_empty(waiting.scored.where), keys);
}

Store::Store(const std::string& path, const ModelName& model, std::string_view stream)
    : state_(std::make_unique<State>(path, model, stream)) {}
Store::~Store() = default;

void Store::set_patience(std::chrono::milliseconds patience) { state_->db->set_patience(patience); }

void Store::checkpoint_beside() { state_->checkpointer = std::make_unique<Checkpointer>(*state_->db); }

StreamModels& Store::models() { return state_->models; }

void Store::take_over(std::optional<LocalSeconds> from) {
  if (state_->models.has_others()) state_->taken_over = from.value_or(INT64_MIN);
}

bool Store::holds_unjudged(LocalSeconds from) {
  return history::holds_unjudged(*state_->db, state_->models.model(), from);
}

void Store::open_again(std::span<const std::int64_t> unjudged) {
  commit({});
  state_->pieces.clear();
  history::open_again(*state_->db, state_->models.model(), unjudged);
  state_->stored.refresh();
}

bool Store::try_lock_monitor() { return state_->lock.try_lock(); }

void Store::begin_file(std::string_view source) {
  commit({});
  state_->source = source;
  state_->posts = false;
  state_->stored.begin_file();
}

void Store::begin_posts(std::string_view source) {
  commit({});
  show_rows();
  state_->source = source;
  state_->posts = true;
}

void Store::settle_posts(std::string_view source) {
  StreamLock others(path(), state_->models.number());
  if (others.try_lock()) state_->models.settle_posts(source);
}

void Store::hide_rows() { state_->hides = true; }

void Store::show_rows() {
  State& s = *state_;
  s.hides = false;
  if (!s.db->optional_integer("SELECT unfinished FROM model WHERE id = ?1", s.models.model())) return;
  s.db->transaction([&s] { s.db->run("UPDATE model SET unfinished = NULL WHERE id = ?1", s.models.model()); });
}

std::optional<LocalSeconds> Store::newest_of(std::string_view source) {
  return state_->db->optional_integer(
      "SELECT time FROM scored WHERE source = (SELECT id FROM source WHERE name = ?1) AND " +
          in_stream(state_->models.stream()) + " ORDER BY id DESC LIMIT 1",
      source);
}

const std::string& Store::path() const { return state_->db->path(); }

const StoredRow* Store::find(LocalSeconds time, std::uint64_t hash) { return state_->stored.find(time, hash); }

std::vector<StoredRow> Store::made_up(const Period& period) {
  std::vector<StoredRow> rows;
  if (period.begin >= period.end) return rows;
  Statement& find = state_->silences;
  find.set(period.begin, period.end);
  while (find.step()) read_row(find, rows.emplace_back());
  return rows;
}

void Store::add(const NewRow& row, const Scored& scored) {
  state_->rows.push_back(Waiting{row, mask_card_numbers(row.status), scored, keys_of(row)});
}

void Store::decide(std::int64_t id, const Scored& scored, Finality finality) {
  state_->decisions.push_back({id, scored, finality});
}

void Store::decide(const Period& minute, std::span<const StatusDecision> decisions, const Scored& rest,
                   Finality finality) {
  WaitingMinute& waiting = state_->minutes.emplace_back(WaitingMinute{minute, {}, rest, finality});
  for (const auto& [status, scored, key] : decisions) {
    waiting.decisions.push_back({mask_card_numbers(status), std::string(key), scored});  // as add() stored it
  }
}

std::optional<KeptAnswer> Store::answer(std::string_view key, LocalSeconds now) {
  return state_->answers.find(state_->key_of(key), now);
}

void Store::keep_answer(std::string_view key, KeptAnswer answer, LocalSeconds now) {
  state_->new_answers.push_back({state_->key_of(key), std::move(answer), now});
}

void Store::hold(bool back) { state_->held = back; }
bool Store::is_held() const { return state_->held; }

std::size_t Store::waiting() const {
  return state_->rows.size() + state_->decisions.size() + state_->minutes.size() + state_->new_answers.size();
}

void Store::commit(std::string_view monitor_state, std::span<const StatePiece> pieces) {
  State& s = *state_;
  s.pieces.insert(s.pieces.end(), pieces.begin(), pieces.end());
  if (s.held || (waiting() == 0 && monitor_state.empty())) return;
  try {
    check_in_place();
    s.db->transaction([&] {
      if (s.taken_over) s.models.take_over(*s.taken_over);
      s.decide_waiting();
      s.insert_waiting();
      for (const auto& [key, answer, now] : s.new_answers) s.answers.keep(key, answer, now);
      if (!monitor_state.empty()) s.save(monitor_state);
    });
  } catch (...) {
    s.statuses.forget();  // their numbers may be undone
    s.sources.forget();
    s.key_sets.forget();
    s.noted_more = false;
    throw;
  }
  s.taken_over.reset();
  if (!monitor_state.empty()) s.pieces.clear();
  s.drop_rows();
}

void Store::drop_waiting() {
  state_->drop_rows();
  state_->pieces.clear();
}

void Store::State::drop_rows() {
  rows.clear();
  decisions.clear();
  minutes.clear();
  new_answers.clear();
}

void Store::check_in_place() {
  try {
    state_->db->check_in_place();
  } catch (const Error&) {
    static_cast<void>(state_->db->save_log());
    throw;
  }
}

// As an answer that no request has the key of, and that is too old to be one.
void Store::check_writable(std::size_t bytes) {
  Connection& db = *state_->db;
  check_in_place();
  db.transaction([&] {
    db.run("INSERT OR REPLACE INTO answer (key, request, added, created) VALUES ('', 0, printf('%.*c', ?1, ' '), 0)",
           bytes);
  });
  db.transaction([&] { db.run("DELETE FROM answer WHERE key = ''"); });
}

std::int64_t Store::last_id() {
  state_->newest.step();
  const std::int64_t id = state_->newest.integer(0);
  state_->newest.reset();
  return id;
}

}  // namespace pos::history
