// SPDX-License-Identifier: MIT
#include "history/store_state.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "history/key_decisions.hpp"
#include "history/open.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

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

Store::State::State(const std::string& path, const ModelName& model, std::string_view stream)
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

std::unique_ptr<const Store::State::OfKeys> Store::State::keys_of(const NewRow& row) {
  const bool counts_on = row.open && !row.made_up && !row.open_labels.empty();
  if (row.keys.empty() && !counts_on) return nullptr;
  return std::make_unique<OfKeys>(
      OfKeys{std::string(row.keys), counts_on ? std::string(row.open_labels) : std::string()});
}

void Store::State::add(const NewRow& row, const Scored& scored) {
  rows.push_back(Waiting{row, mask_card_numbers(row.status), scored, keys_of(row)});
}

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
  if (std::ranges::any_of(some, [](const Waiting& one) { return one.row.amount.has_value(); })) note_amounts_once();
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

void Store::State::note_amounts_once() {
  if (!std::exchange(noted_amounts, true)) note_amounts(*db);
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
  insert.set_from(first + 1, unless_empty(waiting.scored.key), unless_empty(waiting.scored.where), keys,
                  waiting.row.amount);
}

void Store::State::drop_rows() {
  rows.clear();
  decisions.clear();
  minutes.clear();
  new_answers.clear();
}

}  // namespace pos::history
