// SPDX-License-Identifier: MIT
// The writing side of the history: rows that are known already, and new ones with the monitor's state.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/state_piece.hpp"

namespace pos::history {

// A row to be stored. Made up for a silent status: it has no source.
struct NewRow {
  LocalSeconds time = 0;
  std::string_view status;
  std::int64_t count = 0;
  std::uint64_t hash = 0;
  bool made_up = false;
  bool open = false;                  // its minute may not be over, and its decision change
  std::string_view keys = {};         // as of Record
  std::string_view open_labels = {};  // of an open row: what a later run counts it by, in whatever form; empty: nothing
  std::optional<Hundredths> amount = {};
};

// A row found again.
struct StoredRow {
  std::int64_t id = 0;
  std::int64_t source = 0;  // 0: made up
  Record record;
  std::string open_labels = {};  // as of NewRow; gone when the row is decided for good
  std::int64_t model = 0;        // whose row it is, where StreamModels gives it
  bool keys_unknown = false;     // nobody asked for them: for whoever goes over the rows
};

// The decision on a status in one minute.
struct StatusDecision {
  std::string_view status;
  Scored scored;  // but for the forest's part, which rows have already
  // Of a key: on rows that have it. The last one that is on a row is the row's; one without a key is on those that have
  // none of a key.
  std::string_view key = {};
};

// What a history calls a model.
struct ModelName {
  std::string_view sha256;                      // which it is
  std::string_view name;                        // for people
  std::optional<LocalSeconds> trained_to = {};  // time of the last row it was trained on
};

class StreamModels;

// What was answered to a request with a key.
struct KeptAnswer {
  std::uint64_t request = 0;  // its hash
  std::string added;          // what was said of each row, a line each
};
inline constexpr LocalSeconds answers_kept_seconds = 86'400;

// The rows of one stream, and the model in use for it. Rows gather in memory until commit() writes them and the
// monitor's state in one transaction: they are never seen without each other, and nobody waits for us while we read
// input.
//
// A row is known by its time and its bytes: of equal rows of one file the nth is the nth of those
// stored before the file began. So a file that is read again changes nothing, one that grew adds
// what is new, and two equal rows are two.
//
// Errors   pos::Error as of Connection; what was committed before stays, of the rest nothing.
class Store {
 public:
  // `model` is the one in use. `stream` sets the rows apart from those of others in one history.
  Store(const std::string& path, const ModelName& model, std::string_view stream = {});
  ~Store();

  [[nodiscard]] const std::string& path() const;

  // How long a commit waits while another program writes: half a minute, unless told.
  void set_patience(std::chrono::milliseconds patience);
  // For those who commit many times a second: no commit waits for a checkpoint, a thread makes them.
  void checkpoint_beside();

  // Which models the stream has had. What is done there waits for no commit.
  [[nodiscard]] StreamModels& models();
  // With the next commit: open rows of other models are of the one in use, as StreamModels has it.
  void take_over(std::optional<LocalSeconds> from);

  // Whether rows from that time on were stored without a decision, though a monitor judges them; and the way to judge
  // them after all: those that have a decision, and `unjudged` (ids), are open again, the monitor is where the model
  // has it, and what was made up is gone. Commits what is waiting.
  [[nodiscard]] bool holds_unjudged(LocalSeconds from);
  void open_again(std::span<const std::int64_t> unjudged);

  // Before anything is asked of the monitor: false where another program takes the stream on at this moment.
  [[nodiscard]] bool try_lock_monitor();

  // The rows that follow come from this file. Commits what is waiting.
  void begin_file(std::string_view source);

  // The rows that follow were posted from there: each is stored, however many equal ones there are.
  void begin_posts(std::string_view source);

  // Posted rows that are open keep the decision they have, unless another program runs the stream: nobody goes on with
  // them.
  void settle_posts(std::string_view source);

  // Rows of a file in no order: those that are stored from now on are for followers (follower.hpp) when show_rows()
  // is called, by this run or a later one. begin_posts() calls it.
  void hide_rows();
  void show_rows();

  // Time of the row of the stream stored last that came from there, whatever the model.
  [[nodiscard]] std::optional<LocalSeconds> newest_of(std::string_view source);

  // The row, if it is stored already; good until the next call. Each row is found once a file.
  [[nodiscard]] const StoredRow* find(LocalSeconds time, std::uint64_t hash);

  // Rows that were made up in the period, by time, but for open ones: those are made up again.
  [[nodiscard]] std::vector<StoredRow> made_up(const Period& period);

  void add(const NewRow& row, const Scored& scored);
  // The decision on an open row, which makes those on open made-up rows void. For now: it stays open.
  enum class Finality { final, for_now };
  void decide(std::int64_t id, const Scored& scored, Finality finality);

  // The same on all rows that are stored and open in a minute, by their status; `rest` on those of other statuses.
  // For now: they stay open, and the rest as they are.
  void decide(const Period& minute, std::span<const StatusDecision> decisions, const Scored& rest, Finality finality);

  // What the stream has kept under this key in the last 24 hours, of any model. `now` is local.
  [[nodiscard]] std::optional<KeptAnswer> answer(std::string_view key, LocalSeconds now);
  void keep_answer(std::string_view key, KeptAnswer answer, LocalSeconds now);

  // Until told otherwise no commit() writes: what waits goes on waiting. (Rows of one file at most.)
  void hold(bool back);
  [[nodiscard]] bool is_held() const;
  // Rows, decisions and answers that wait for commit().
  [[nodiscard]] std::size_t waiting() const;

  // Writes what waits; without a `monitor_state` the one stored stays, and so do pieces of it that are not among
  // `pieces`. Pieces that could not be written go with the next state: who gave them does not give them again. Rows
  // that another program has stored in the meantime are left out, but for posted ones.
  void commit(std::string_view monitor_state, std::span<const StatePiece> pieces = {});
  // Forgets what waits.
  void drop_waiting();

  // Before each commit, and whenever it is called. Errors: as Connection::check_in_place(); what was committed is in
  // the database then, if that is possible, whatever became of the log.
  void check_in_place();

  // After a commit that failed: stores that many bytes, and removes them again, so that what fits once more is not told
  // of a disk that is still full. Errors: as commit().
  void check_writable(std::size_t bytes);

  // Of the newest row that was committed, by anyone; 0: there is none.
  [[nodiscard]] std::int64_t last_id();

 private:
  struct State;  // store_state.hpp
  std::unique_ptr<State> state_;
};

}  // namespace pos::history
