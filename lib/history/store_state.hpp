// SPDX-License-Identifier: MIT
// What waits for a commit, and the statements that write it: the inside of Store.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/record.hpp"
#include "base/state_piece.hpp"
#include "history/answers.hpp"
#include "history/inserts.hpp"
#include "history/open_labels.hpp"
#include "history/store.hpp"
#include "history/stored_rows.hpp"
#include "history/stream_lock.hpp"
#include "history/stream_models.hpp"
#include "sqlite/checkpointer.hpp"
#include "sqlite/connection.hpp"
#include "sqlite/names.hpp"

namespace pos::history {

struct Store::State {
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
      return row.amount || (of_keys && !of_keys->keys.empty()) || !scored.key.empty() || !scored.where.empty();
    }
  };

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

  State(const std::string& path, const ModelName& model, std::string_view stream);

  // Two servers with a stream each do not share keys.
  [[nodiscard]] std::string key_of(std::string_view key) const {
    return models.stream().empty() ? std::string(key) : models.stream() + '\n' + std::string(key);
  }
  bool others_wrote();
  bool is_stored(const Waiting& waiting);
  [[nodiscard]] static std::unique_ptr<const OfKeys> keys_of(const NewRow& row);
  void add(const NewRow& row, const Scored& scored);
  void insert_waiting();
  void insert(std::size_t size, std::span<const Waiting> some);
  void decide_waiting();
  void decide(const WaitingMinute& waiting, bool any_labels);
  std::vector<std::pair<std::int64_t, const Scored*>> decided_by_key(const WaitingMinute& waiting);
  void save(std::string_view monitor_state);
  void note_more_once();
  void note_amounts_once();
  void drop_rows();
  void bind_minute(sqlite::Statement& statement, const WaitingMinute& waiting, const Scored& scored) const;
  void bind(sqlite::Statement& insert, const Waiting& waiting, int first);
  void bind_more(sqlite::Statement& insert, const Waiting& waiting, int first);

  std::unique_ptr<sqlite::Connection> db;
  StreamModels models;
  sqlite::Names statuses;
  sqlite::Names sources;
  sqlite::Names key_sets;
  OpenLabels labels;
  StoredRows stored;
  Inserts inserts;
  std::optional<Inserts> inserts_with_more;  // once there is more
  sqlite::Statement update;
  sqlite::Statement update_rest;
  sqlite::Statement update_status;
  sqlite::Statement same_silence;
  sqlite::Statement silences;
  sqlite::Statement forget_silences;
  sqlite::Statement save_monitor;
  sqlite::Statement newest;
  sqlite::Statement save_unfinished;
  Answers answers;
  StreamLock lock;
  std::optional<LocalSeconds> taken_over;  // with the next commit
  std::int64_t data_version;               // changes when another connection has committed
  std::string source;
  bool noted_more = false, noted_amounts = false;
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
  std::vector<StatePiece> pieces;                      // that no commit has written: who gave them has no other ones
  bool hides = false;                                  // rows back
  std::unique_ptr<sqlite::Checkpointer> checkpointer;  // null: commits do it
};

}  // namespace pos::history
