// SPDX-License-Identifier: MIT
// Where it hurts: the values of other columns that explain what alerts.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/state_piece.hpp"
#include "model/monitor/monitor.hpp"
#include "model/where/cells.hpp"
#include "model/where/minute.hpp"
#include "model/where/scan.hpp"
#include "model/where/window.hpp"

namespace pos::model {

// Rows of one status and one combination of values.
struct Leaf {
  std::span<const std::string_view> values;  // as many as columns; empty: the row has none, which is a value as others
  StatusId status = 0;
  std::uint64_t count = 0;  // above max_count it is taken as max_count
};

// Names up to three values, or pairs of values, at an alert, and once more when its episode is over.
//
// Edge     Statuses beyond the first 16, the volume among them, have no place: nothing is named for them. A value is
//          its first 64 bytes. Nothing is said while less is known of the past than has come in the window.
// Cost     docs/where.md section 7: at most 8 MB with 6 columns and 7 statuses while nothing alerts, usually far less;
//          0.5 to 1.5 us a distinct combination and minute.
// Source   docs/where.md.
class Where {
 public:
  // columns: 1 to 6. Errors: std::invalid_argument.
  explicit Where(std::vector<std::string> columns, const WhereLimits& limits = {});

  // A minute that `monitor` has just stepped, and its verdicts, of rows or of alerts. leaves: its rows, in any order
  // and any number for a combination: they add up. Sets Verdict::where.
  void step(const Monitor& monitor, std::span<const Leaf> leaves, std::span<Verdict> verdicts);

  // Columns of which a value became one of `(other)` since this was asked last, each of them once.
  [[nodiscard]] std::vector<std::string> take_crowded();

  // The state: what changed since this was asked last. Names begin with "where". A snapshot, and what came after it;
  // where that outgrows it there is another snapshot.
  [[nodiscard]] std::vector<StatePiece> take_pieces();
  // Into a new one: the pieces that there are, in any order. Those of other columns, or of another volume, are not
  // used; they are gone with the pieces that come next.
  // Errors   pos::Error(Fault::bad_data). Memory stays within a small multiple of their size.
  void restore(std::span<const StatePiece> pieces);
  // All of it as one piece, for who never takes any: bytes that are not text. Empty: nothing is known yet.
  [[nodiscard]] std::string state() const { return statuses_.empty() ? std::string() : snapshot(); }
  void restore_state(const std::string& state);

 private:
  // A minute that is not past yet.
  struct Recent {
    bool teaches = false;
    std::string leaves;
  };
  // An alert of a status, until its episode is over.
  struct Open {
    AlertWindow window;
    Side side = Side::above;
    int quiet = 0;            // minutes since the last alert
    std::size_t waiting = 0;  // minutes that are not in the window: it ends with the last alert
    double expected = 0.0;    // in the window
    double expected_a_minute = 0.0;
    bool named = false;
    double looked_at = 0.0;  // how much there was when it was looked at last
  };
  struct Status {
    std::string name;
    std::size_t fresh = longest_window;  // minutes since its last episode: what was before is explained
    std::optional<Open> open = std::nullopt;
    std::string to_tell = {};
    int to_tell_for = 0;  // minutes
  };

  [[nodiscard]] Volume volume() const;
  void start_afresh();
  [[nodiscard]] std::vector<std::string> names_with(const Monitor& monitor, std::span<const Leaf> leaves) const;
  [[nodiscard]] WhereMinute observe(const Monitor& monitor, std::span<const Leaf> leaves,
                                    std::span<const Verdict> verdicts);
  void advance(const WhereMinute& minute, std::span<Verdict> verdicts);
  void forget_recent();
  void remember(const WhereMinute& minute);
  void learn(const Recent& minute);
  void pass(std::size_t place, const WhereMinute::Alert* alert, int calm);
  void open(std::size_t place, const WhereMinute::Alert& alert);
  void extend(std::size_t place, std::size_t minutes);
  void close(std::size_t place);
  void look(std::size_t place, int tell_for);
  [[nodiscard]] bool is_by_share(std::size_t place) const;
  [[nodiscard]] bool may_crowd() const;
  [[nodiscard]] bool past_is_enough(const ScanQuestion& question, const AlertWindow& window) const;
  void tell(const WhereMinute& minute, std::span<Verdict> verdicts);

  void note_down(const WhereMinute& minute);
  [[nodiscard]] static std::string journal_name(std::uint64_t number);
  [[nodiscard]] std::string snapshot() const;
  [[nodiscard]] bool restore_snapshot(std::string_view text);
  [[nodiscard]] Status restore_status(ByteReader& in) const;
  [[nodiscard]] Open restore_open(ByteReader& in) const;

  std::vector<std::string> columns_;
  WhereLimits limits_;
  std::vector<Status> statuses_;  // by place; the volume comes first
  Cells past_;                    // the numbers of a cell are rows by place
  int weight_ = 0;                // of this minute's rows: 2 to the power of this / 1440
  std::int64_t age_ = 0;          // of the monitor: so far it was followed
  std::deque<Recent> recent_;     // oldest first
  std::vector<bool> crowded_;     // of each column; no state
  std::vector<bool> told_;

  // What was given away of the state: a snapshot, and journal pieces up to next_piece_.
  bool has_snapshot_ = false;  // false: the next piece is one
  bool has_news_ = false;      // since then
  std::size_t snapshot_bytes_ = 0;
  std::size_t journal_bytes_ = 0;
  std::uint64_t first_piece_ = 0;
  std::uint64_t next_piece_ = 0;
  ByteWriter journal_;             // likewise; empty where the next piece is a snapshot
  std::vector<std::string> gone_;  // names of pieces of others
};

}  // namespace pos::model
