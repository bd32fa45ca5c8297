// SPDX-License-Identifier: MIT
// What is watched beside the whole: its keys, and the place of an alert.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/row.hpp"
#include "base/scored.hpp"
#include "base/state_piece.hpp"
#include "model/keys/key_minutes.hpp"
#include "model/keys/key_monitor.hpp"
#include "model/monitor/monitor.hpp"
#include "model/where/where.hpp"

namespace pos::pipeline {

// Which labels the rows of a stream have: those of the families first, then those among which places are sought.
struct LabelColumns {
  std::vector<std::string> by, where;

  [[nodiscard]] std::size_t size() const { return by.size() + where.size(); }
  // As a reader is asked for them.
  [[nodiscard]] std::vector<std::string> all() const;
};

// Labels in one text, as long as a row waits, and back. No value has a TAB.
void append_labels(std::string& to, std::span<const std::string_view> labels);
class SplitLabels {
 public:
  // Good until the next call, and as long as the text is.
  [[nodiscard]] std::span<const std::string_view> of(std::string_view text, std::size_t columns);

 private:
  std::vector<std::string_view> labels_;
};

// The key that alerts for a row, with the numbers that it is told by.
struct KeyVerdict {
  std::string_view name;  // merchant=m17
  std::size_t family = 0;
  std::string_view value;  // m17
  std::string_view status;
  const model::KeyAlert* alert = nullptr;
  std::string_view where = {};  // of the whole's alert that it explains
};

// What a key's verdict makes of what is said of a row alone.
void apply(const KeyVerdict& verdict, Scored& scored);
// The one of a row; nothing: none of its keys alerts. `labels`: of the families at least.
[[nodiscard]] const KeyVerdict* find_verdict(std::span<const KeyVerdict> verdicts, std::string_view status,
                                             std::span<const std::string_view> labels);

// Rows in, as they are counted for their minutes; what keys say, and places, when a minute is stepped.
//
// Memory   the rows of open minutes, by their labels, and what the two monitors say of themselves.
class Parts {
 public:
  // No keys, and no columns: there is nothing to watch, and nothing costs anything.
  // split: no key is missed before it had a row, since others may have it.
  Parts(std::optional<model::KeyMonitor> keys, const std::vector<std::string>& where, bool split = false);
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  [[nodiscard]] const LabelColumns& columns() const { return columns_; }
  // Of the model that a stream goes on from.
  [[nodiscard]] const std::optional<model::KeyMonitor>& keys() const { return keys_; }

  // A row without labels of places counts for its keys alone. One without any, not even empty ones: nobody knows its
  // keys, and so those of its minute.
  void add(std::int64_t minute, model::StatusId status, const Transaction& row);
  // The monitor has stepped that minute: places go into its verdicts. Those that keys explain are no alerts any more,
  // and their place is the keys'.
  // Result: what keys say, by name of status; good until the next call.
  std::span<const KeyVerdict> step(std::int64_t minute, const model::Monitor& monitor,
                                   std::span<model::Verdict> verdicts);

  // As of KeyMonitor and Where.
  [[nodiscard]] std::vector<StatePiece> take_pieces();
  void restore(std::span<const StatePiece> pieces);
  [[nodiscard]] std::vector<std::string> take_crowded();
  // As of Where; empty without places. Who asks for it takes no pieces.
  [[nodiscard]] std::string places_state() const { return where_ ? where_->state() : std::string(); }
  void restore_places(const std::string& state);

 private:
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  // Rows of a minute that are alike.
  struct Cell {
    std::string_view labels;
    model::StatusId status = 0;
    std::uint64_t count = 0;
  };
  struct Minute {
    bool keys_unknown = false;
    std::vector<Cell> cells;
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> cell_of;  // by status and labels
  };

  void add_cell(Minute& minute, model::StatusId status, std::uint64_t count, std::span<const std::string_view> labels);
  void seek_places(const Minute& minute, const model::Monitor& monitor, std::span<model::Verdict> verdicts);
  void give_place(const model::Verdict& verdict);
  void ask_keys(std::span<const model::KeyCount> counts, model::KeyRows known, const model::Monitor& monitor,
                std::span<model::Verdict> verdicts);

  LabelColumns columns_;
  std::optional<model::KeyMonitor> keys_;
  std::optional<model::Where> where_;
  model::KeyMinutes key_counts_;         // of the minutes that are open,
  std::map<std::int64_t, Minute> open_;  // and what else they have
  std::vector<KeyVerdict> verdicts_;
  std::vector<std::string> places_;  // of those
  std::string scratch_;
};

}  // namespace pos::pipeline
