// SPDX-License-Identifier: MIT
// One stream of a history, and the models that have judged it, one after the other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/state_piece.hpp"
#include "history/store.hpp"
#include "sqlite/connection.hpp"

namespace pos::history {

// What a statement says of `scored` to mean rows of one stream.
[[nodiscard]] std::string in_stream(std::string_view stream);

// Names of the streams of a history, in byte order. '' is that of those who name none.
[[nodiscard]] std::vector<std::string> streams_of(sqlite::Connection& db);

// Rows that the monitor of the model in use has not seen: open ones, and those since `from` that other models of the
// stream have decided. (What a model could not judge is left out.)
struct Unseen {
  std::optional<LocalSeconds> from;
  LocalSeconds time = INT64_MIN;  // the last one that was given
  std::int64_t id = 0;
};

struct RowsOfModel {
  std::int64_t rows = 0;
  std::map<std::string, std::int64_t> with_key;  // by column
};

// A stream has one model in use, and its rows may be of others: of those before a retraining, or, after a step back, of
// those after it.
//
// Errors   pos::Error as of Connection.
class StreamModels {
 public:
  // `db` must outlive it.
  StreamModels(sqlite::Connection& db, std::string_view stream, const ModelName& model);

  // Another model goes on.
  void use(const ModelName& model);

  [[nodiscard]] const std::string& stream() const { return stream_; }
  [[nodiscard]] std::int64_t model() const { return model_; }  // in use
  // Of the stream, in this history.
  [[nodiscard]] std::int64_t number() const { return number_; }

  // Where the monitor of the model in use stood at the last commit; empty: never.
  [[nodiscard]] std::string monitor_state();
  // And the pieces of that, in order of their names.
  [[nodiscard]] std::vector<StatePiece> pieces();

  // In a transaction of the caller's: rows that other models have left open are the model's in use. Those before `from`
  // keep the decision they have, since its monitor has seen their minutes.
  void take_over(LocalSeconds from);
  [[nodiscard]] bool has_others();

  // At most 10,000 rows from there on, and the next ones at the next call; none: that was all.
  [[nodiscard]] std::vector<StoredRow> next(Unseen& unseen);
  // How many there are, by minute since 1970; and from when to when those of each source are.
  [[nodiscard]] std::map<std::int64_t, std::int64_t> count(const Unseen& unseen);
  [[nodiscard]] std::vector<Period> files(const Unseen& unseen);
  // And how many have a key of which column, by the model whose rows they are.
  [[nodiscard]] std::map<std::int64_t, RowsOfModel> families(const Unseen& unseen);

  // Time of the newest row that another model has judged, where that has stored the last rows.
  [[nodiscard]] std::optional<LocalSeconds> end_of_others();  // before take_over()

  // Posted rows that are open keep the decision they have. Nobody may run the stream.
  void settle_posts(std::string_view source);

 private:
  [[nodiscard]] LocalSeconds begin_of(const Unseen& unseen);

  sqlite::Connection& db_;
  std::string stream_;
  std::int64_t model_;
  std::int64_t number_;
};

}  // namespace pos::history
