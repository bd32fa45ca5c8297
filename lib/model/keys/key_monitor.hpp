// SPDX-License-Identifier: MIT
// Thousands of keys under one budget of false alerts: parts of a feed, each held against its share of the whole.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/scored.hpp"
#include "base/state_piece.hpp"
#include "model/keys/key_names.hpp"
#include "model/keys/key_share.hpp"
#include "model/monitor/monitor.hpp"

namespace pos::model {

// Of one minute. Any number for a key and status: they add up, to max_key_count at most.
struct KeyCount {
  KeyId key = 0;
  StatusId status = 0;
  std::uint64_t count = 0;
};
inline constexpr std::uint64_t max_key_count = 100'000'000;

// Whether a minute's rows tell their keys. Unknown: as if the keys had begun after it.
enum class KeyRows { known, unknown };

// Units    count, expected: transactions of the minute; score: as of Verdict, over all keys; excess: transactions, of
//          `window` minutes, by how much they are off what was expected.
struct KeyAlert {
  KeyId key = 0;
  StatusId status = 0;
  std::uint64_t count = 0;
  double expected = 0.0;
  double score = 0.0;
  bool has_row = false;
  Severity severity = Severity::warning;
  std::string reason;
  Side side = Side::above;
  double excess = 0.0;
  int window = 0;
};

// Told are: a key's volume that falls or stays away, and any other status of it that rises. What happens to all is the
// whole's business, and no key alerts for it.
//
// Cost     Memory about 0.5 kB a key. A minute costs what keys with rows in it cost, 0.3 us a row or so, and a look at
//          one number of each other key.
// Edge     A key alerts only where the whole has its daily curve. New keys start as parts of the whole.
// Source   docs/keys.md.
class KeyMonitor {
 public:
  // families: columns, 1 to 6. Errors: std::invalid_argument.
  explicit KeyMonitor(std::vector<std::string> families);

  [[nodiscard]] const std::vector<std::string>& families() const { return names_.families(); }
  // A family is a place in families(). A value is not empty; of more than max_keys the rest are `(other)`.
  // Errors   std::invalid_argument for what is no value: as of a status's name.
  [[nodiscard]] KeyId intern(std::size_t family, std::string_view value);
  [[nodiscard]] std::size_t family(KeyId id) const { return names_.family(id); }
  [[nodiscard]] const std::string& name(KeyId id) const { return names_.name(id); }  // merchant=m17
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] std::size_t keys_with_rows() const { return with_rows_; }

  // The minute that `whole` has just stepped; always the same one, or its copy.
  // Result   In order of KeyId, then of the statuses as the whole met them; good until the next call.
  // Errors   std::invalid_argument for a key that intern() did not give.
  std::span<const KeyAlert> step(const Monitor& whole, std::span<const KeyCount> counts, KeyRows rows = KeyRows::known);
  // True: keys that alert explain the whole's alert of the same minute, 4/5 of its excess by those of one family, and
  // it need not be told beside them.
  [[nodiscard]] bool explains(const Verdict& whole) const;

  // What a key's score is less than it would be if it were alone: log10 of as many keys as the budget is shared by, in
  // effect. With more keys it grows.
  [[nodiscard]] double surcharge() const;
  // Of the keys that had rows so far. Errors: std::invalid_argument for what is not from 0 to 9.
  void set_surcharge(double surcharge);
  // The least one, log10(keys) / 3, and what is surely enough, log10(keys).
  [[nodiscard]] double least_surcharge() const;
  [[nodiscard]] double full_surcharge() const;
  // All are judged by the least one from now on, which finds out what it should be. It is no state.
  void judge_by_least_surcharge(bool does) { by_least_ = does; }
  // A key is missed only once it has had a row from now on. It is no state.
  void miss_only_seen() { missed_from_ = tick_ + 1; }

  // What changed since it was asked last: "keys" and "keys hour 3" of what all share, "key merchant=m17" of a key.
  [[nodiscard]] std::vector<StatePiece> take_pieces();
  // All that were taken since this one was made (from_state, or new), each as it was last; none: nothing was.
  // Errors   pos::Error(Fault::bad_data) for anything else.
  void restore(std::span<const StatePiece> pieces);
  // All of it, as Monitor::state().
  [[nodiscard]] std::string state(int digits = 0) const;
  [[nodiscard]] static KeyMonitor from_state(std::string_view text);

 private:
  using Tick = std::uint32_t;   // minutes stepped so far, this one included; 0: none
  using Place = std::uint32_t;  // of a status in Monitor::watched(), which state keeps
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  static constexpr Place volume = 0;

  // A key's status.
  struct Cell {
    Place status = 0;
    std::uint32_t next = none;  // cell of the same key, in order of their statuses
    KeyId key = 0;
    std::array<std::uint32_t, windows.size()> counts{};  // of each window
    Tick last_alert = 0;
    Tick begin = 0;          // windows hold nothing of before
    std::uint32_t hits = 0;  // of the episode that runs; 0: none does
    bool sharp = false;
    double learnt = 0.0;    // transactions, and
    double expected = 0.0;  // those expected by the whole's ratio
  };
  struct Key {
    LearntVolume learnt;
    Tick last = 0;  // minute with a row of the volume
    std::uint32_t fades = 0;
    std::uint32_t first = none;  // cell
  };
  struct Entry {
    std::uint32_t cell;
    std::uint32_t count;
  };
  // What a minute of the last half an hour had.
  struct Minute {
    Tick tick = 0;
    std::vector<Entry> entries;
    std::vector<std::pair<Place, std::uint64_t>> whole;
  };
  // What the whole had, and was to have, in a minute of the last half a day.
  struct Volume {
    std::int64_t came = 0;
    double low = 0.0;
    double middle = 0.0;
  };
  struct Row {
    KeyId key;
    Place status;
    std::uint32_t count;
    std::uint32_t cell = none;
  };
  // This minute of the whole's status.
  struct Status {
    StatusId id = 0;
    double ratio = 0.0;  // to the volume
    PerWindow count{};   // of the whole
    PerWindow high{};
    PerWindow spread2{};
    bool pauses = false;
    bool garbage = false;
    bool rises = false, falls = false;  // and alerts
  };
  // This minute, as all keys see it.
  struct Now {
    PlaceInWeek place;
    std::int64_t local = 0;
    bool judges = false;
    bool judges_falls = false;
    bool teaches = false;
    double middle = 0.0;
    double came = 0.0;
    PerWindow all{}, low{}, most{};  // of the volume: what came; forecasts; the larger of what came and was expected
    double learnt = 0.0;             // of the whole's volume, in all
    double chances = 0.0;            // log10 of tests a day, of windows up to 4 minutes
    double threshold = 0.0;
    double surcharge = 0.0, least_surcharge = 0.0;
    bool is_picky = false;  // no test within two standard deviations can be told
  };
  struct Test {
    int window = 0;
    Side side = Side::above;
    double count = 0.0;
    double mean = 0.0;
    double score = -9.0;
    bool is_short = false;
    bool silence = false;
  };
  struct Assessed {
    Test best, best_short;
  };
  // Since the last row of a key.
  struct Silence {
    std::int64_t came = 0;  // of all
    double most = 0.0;      // of the key, at most, was to come
  };
  struct Excess {
    std::size_t family;
    Place status;
    Side side;
    PerWindow of_window;
  };

  // A minute, in this order.
  void begin_minute(const Monitor& whole, KeyRows rows);
  void restart();
  void leave_oldest();
  void see_statuses(const Monitor& whole);
  void see_volume(const Monitor& whole);
  void take(const Monitor& whole, std::span<const KeyCount> counts);
  void add(KeyId key, Place status, std::uint32_t count);
  void enter(Row& row);
  void judge();
  void find_due();
  void judge_volume(KeyId id, std::span<const Row> rows);
  void judge_status(const Row& row);
  void find_excesses();
  void end_episodes();
  void learn();
  void learn_episode(std::uint32_t cell);
  void learn_key(KeyId id, std::span<const Row> rows);

  [[nodiscard]] std::uint32_t cell_of(KeyId key, Place status) const;
  std::uint32_t make_cell(KeyId key, Place status);
  Key& fresh(KeyId id);
  [[nodiscard]] KeyShare share_of(const Key& key) const { return {key.learnt, learnt_, now_.learnt, parameters_}; }

  // Tests: key_tests.cpp.
  [[nodiscard]] bool is_complete(const Cell& cell, std::size_t window) const;
  [[nodiscard]] double fall_mean(const Cell& cell, double share, std::size_t window) const;
  [[nodiscard]] double plain_rise_mean(const Cell& cell, const KeyShare& share, std::size_t window) const;
  [[nodiscard]] double rise_mean(const Cell& cell, const KeyShare& share, std::size_t window) const;
  [[nodiscard]] double relative_ratio(const Cell& cell) const;
  [[nodiscard]] double exposure(const Cell& cell, std::size_t window) const;
  [[nodiscard]] PerWindow excesses_of(const Cell& cell);
  void test(Assessed& result, Test candidate, double spread2, double surcharge) const;
  [[nodiscard]] Silence most_of_silence(const KeyShare& share, Tick begin) const;
  void test_silence(Assessed& result, KeyId id, const Cell& cell, double surcharge);
  void decide(std::uint32_t cell, const Assessed& assessed, double expected, std::uint64_t count);
  void make_alert(const Cell& cell, const Test& told, double expected, std::uint64_t count);
  void accept(std::uint32_t cell);
  [[nodiscard]] std::uint32_t hits_to_accept(const Cell& cell) const;
  [[nodiscard]] double surcharge_for(Place status) const;
  [[nodiscard]] double least_silence() const;
  void set_due(KeyId id, std::int64_t from, double share);

  [[nodiscard]] Volume& volume_at(Tick tick) { return volumes_[tick % volumes_.size()]; }
  [[nodiscard]] const Volume& volume_at(Tick tick) const { return volumes_[tick % volumes_.size()]; }

  // State: key_state.cpp.
  struct Recalled {
    std::uint32_t cell;
    Tick tick;
    std::uint32_t count;
  };
  struct Recall {
    std::vector<Recalled> of_cells;
    std::vector<std::uint32_t> first;  // in of_cells, by cell
  };
  void save_shared(StateWriter& out) const;
  void save_hour(StateWriter& out, Tick hour) const;
  void save_key(StateWriter& out, KeyId id, const Recall& counts) const;
  void restore_shared(StateReader& in);
  void restore_hour(StateReader& in);
  KeyId restore_key(StateReader& in, std::vector<Recalled>& recalled);
  void restore_cell(StateReader& in, std::uint32_t cell, std::vector<Recalled>& recalled);
  [[nodiscard]] Recall recall(const std::vector<std::uint8_t>& wanted) const;
  [[nodiscard]] bool is_recent(Tick tick) const { return tick > 0 && tick <= tick_ && tick_ - tick < longest_window; }
  void rebuild(std::span<const Recalled> recalled);

  KeyNames names_;
  std::vector<Key> keys_;
  std::vector<std::int64_t> due_;  // by key: before total_ is there its silence cannot be told
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> running_;  // cells in an episode
  std::size_t with_rows_ = 0;

  LearntVolume learnt_;  // of the whole
  std::uint32_t fades_ = 0;
  Tick tick_ = 0;
  Tick since_ = 0;  // windows and silences begin here
  std::array<Minute, longest_window> minutes_;
  std::vector<std::array<std::uint64_t, windows.size()>> whole_counts_;  // of each status and window
  std::vector<Volume> volumes_;
  double surcharge_ = 0.0;
  std::size_t keys_of_surcharge_ = 0;

  // Follow from those, or are of the minute.
  MonitorParameters parameters_;  // the whole's
  bool by_least_ = false;
  Tick missed_from_ = 0;
  std::int64_t total_ = 0;      // of the volume, of all minutes since this was made
  double least_silence_ = 0.0;  // expected transactions without which none is told
  Now now_;
  std::vector<Status> statuses_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> came_;  // by cell; 0 between minutes
  std::vector<KeyId> due_keys_;
  std::vector<KeyAlert> alerts_;
  std::vector<Excess> excesses_;
  std::vector<std::uint8_t> changed_;  // by key
  std::size_t told_ = 0;               // keys that were taken as pieces,
  Tick told_hour_ = 0;                 // and the hour that was going on
};

}  // namespace pos::model
