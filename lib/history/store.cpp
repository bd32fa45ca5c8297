// SPDX-License-Identifier: MIT
#include "history/store.hpp"

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "history/judge_again.hpp"
#include "history/store_state.hpp"

namespace pos::history {

using namespace sqlite;

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

void Store::add(const NewRow& row, const Scored& scored) { state_->add(row, scored); }

void Store::decide(std::int64_t id, const Scored& scored, Finality finality) {
  state_->decisions.push_back({id, scored, finality});
}

void Store::decide(const Period& minute, std::span<const StatusDecision> decisions, const Scored& rest,
                   Finality finality) {
  State::WaitingMinute& waiting = state_->minutes.emplace_back(State::WaitingMinute{minute, {}, rest, finality});
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
    s.noted_more = s.noted_amounts = false;
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