// SPDX-License-Identifier: MIT
#include "history/stream_models.hpp"

#include <algorithm>
#include <cstdint>

#include "base/keys.hpp"
#include "history/open_labels.hpp"
#include "history/stored_rows.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

std::int64_t model_id(Connection& db, std::string_view stream, const ModelName& model) {
  std::int64_t id = 0;
  db.transaction([&] {
    db.run(
        "INSERT INTO model (sha256, name, stream, trained) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (sha256, stream) DO UPDATE SET trained = excluded.trained WHERE trained IS NULL",
        model.sha256, model.name, stream, model.trained_to);
    id = db.integer("SELECT id FROM model WHERE sha256 = ?1 AND stream = ?2", model.sha256, stream);
  });
  return id;
}

// Models are never removed, so the first one stays it.
std::int64_t number_of(Connection& db, std::string_view stream) {
  return db.integer("SELECT min(id) FROM model WHERE stream = ?1", stream);
}

// ?1: the model in use, ?2: from when on rows of others are new to it. What a model with a monitor could not judge has
// no time that can be relied on; a policy without a monitor judges nothing.
std::string unseen_rows(const std::string& stream) {
  return in_stream(stream) +
         " AND source IS NOT NULL AND (open = 1 AND (model = ?1 OR time >= ?2) OR open = 0 AND model <> ?1 AND time >= "
         "?2 AND "
         "(expected IS NOT NULL OR model IN (SELECT id FROM model WHERE monitor IS NULL)))";
}

}  // namespace

std::string in_stream(std::string_view stream) {
  std::string text;
  for (const char c : stream) text += c == '\'' ? std::string("''") : std::string(1, c);
  return "model IN (SELECT id FROM model WHERE stream = '" + text + "')";
}

std::vector<std::string> streams_of(Connection& db) {
  Statement find(db, "SELECT DISTINCT stream FROM model ORDER BY stream");
  std::vector<std::string> names;
  while (find.step()) names.emplace_back(find.text(0));
  return names;
}

StreamModels::StreamModels(Connection& db, std::string_view stream, const ModelName& model)
    : db_(db), stream_(stream), model_(model_id(db, stream, model)), number_(number_of(db, stream)) {}

void StreamModels::use(const ModelName& model) { model_ = model_id(db_, stream_, model); }

std::string StreamModels::monitor_state() {
  Statement find(db_, "SELECT monitor FROM model WHERE id = ?1", model_);
  find.step();
  return std::string(find.text(0));
}

std::vector<StatePiece> StreamModels::pieces() {
  Statement find(db_, "SELECT name, state FROM model_state WHERE model = ?1 ORDER BY name", model_);
  std::vector<StatePiece> pieces;
  while (find.step()) pieces.push_back({std::string(find.text(0)), std::string(find.blob(1))});
  return pieces;
}

bool StreamModels::has_others() {
  Statement find(db_, "SELECT 1 FROM model WHERE stream = ?1 AND id <> ?2 LIMIT 1", stream_, model_);
  return find.step();
}

void StreamModels::take_over(LocalSeconds from) {
  db_.run("UPDATE scored SET model = ?1, open = time >= ?2 WHERE open = 1 AND model <> ?1 AND " + in_stream(stream_),
          model_, from);
  remove_settled_labels(db_);
}

// There may be years before it.
LocalSeconds StreamModels::begin_of(const Unseen& unseen) {
  const LocalSeconds from = unseen.from.value_or(INT64_MIN);
  const auto first = db_.optional_integer("SELECT min(time) FROM scored WHERE open = 1 AND " + in_stream(stream_));
  return first ? std::min(from, *first) : from;
}

std::vector<StoredRow> StreamModels::next(Unseen& unseen) {
  constexpr std::int64_t rows_at_once = 10'000;
  Statement find(
      db_, "SELECT " + row_columns(db_) +
               ", scored.model FROM scored CROSS JOIN status ON status.id = scored.status WHERE (time, scored.id) > "
               "(?3, ?4) AND " +
               unseen_rows(stream_) + " ORDER BY time, scored.id LIMIT ?5");
  if (unseen.time == INT64_MIN) unseen.time = begin_of(unseen);
  find.set(model_, unseen.from.value_or(INT64_MIN), unseen.time, unseen.id, rows_at_once);
  std::vector<StoredRow> rows;
  while (find.step()) {
    read_row(find, rows.emplace_back(), 1);
    rows.back().model = find.integer(find.column_count() - 1);
  }
  if (!rows.empty()) {
    unseen.time = rows.back().record.time;
    unseen.id = rows.back().id;
  }
  return rows;
}

std::map<std::int64_t, std::int64_t> StreamModels::count(const Unseen& unseen) {
  Statement find(
      db_,
      "SELECT time / 60, count(*) FROM scored WHERE time >= ?3 AND " + unseen_rows(stream_) + " GROUP BY time / 60",
      model_, unseen.from.value_or(INT64_MIN), begin_of(unseen));
  std::map<std::int64_t, std::int64_t> rows;
  while (find.step()) rows.emplace(find.integer(0), find.integer(1));
  return rows;
}

std::vector<Period> StreamModels::files(const Unseen& unseen) {
  Statement find(
      db_, "SELECT min(time), max(time) FROM scored WHERE time >= ?3 AND " + unseen_rows(stream_) + " GROUP BY source",
      model_, unseen.from.value_or(INT64_MIN), begin_of(unseen));
  std::vector<Period> files;
  while (find.step()) files.push_back({find.integer(0), find.integer(1)});
  return files;
}

std::map<std::int64_t, RowsOfModel> StreamModels::families(const Unseen& unseen) {
  Statement find(db_,
                 "SELECT seen.model, seen.rows, coalesce(key_set.name, '') FROM (SELECT model, keys, count(*) AS rows "
                 "FROM scored WHERE time >= ?3 AND " +
                     unseen_rows(stream_) +
                     " GROUP BY model, keys) AS seen LEFT JOIN key_set ON key_set.id = seen.keys",
                 model_, unseen.from.value_or(INT64_MIN), begin_of(unseen));
  std::map<std::int64_t, RowsOfModel> found;
  while (find.step()) {
    RowsOfModel& of_model = found[find.integer(0)];
    const std::int64_t rows = find.integer(1);
    of_model.rows += rows;
    for (std::string_view rest = find.text(2); !rest.empty();)
      of_model.with_key[std::string(column_of_key(take_key(rest)))] += rows;
  }
  return found;
}

std::optional<LocalSeconds> StreamModels::end_of_others() {
  if (!has_others()) return std::nullopt;
  Statement own(db_, "SELECT id FROM scored WHERE model = ?1 ORDER BY id DESC LIMIT 1", model_);
  const std::int64_t last = own.step() ? own.integer(0) : 0;
  return db_.optional_integer(
      "SELECT max(+time) FROM scored WHERE id > ?1 AND source IS NOT NULL AND expected IS NOT NULL AND " +
          in_stream(stream_),
      last);
}

void StreamModels::settle_posts(std::string_view source) {
  db_.transaction([&] {
    db_.run("UPDATE scored SET open = 0 WHERE open = 1 AND source = (SELECT id FROM source WHERE name = ?1) AND " +
                in_stream(stream_),
            source);
    remove_settled_labels(db_);
  });
}

}  // namespace pos::history
