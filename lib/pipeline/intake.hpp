// SPDX-License-Identifier: MIT
// Rows that are answered at once, while their minute is still open.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "base/record.hpp"
#include "base/row.hpp"
#include "history/store.hpp"
#include "pipeline/catch_up.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// What a Recorder is, for a stream whose rows come in rounds from people who wait for an answer:
//
//     Intake intake(store, model, settings);
//     for each row of a round: intake.take(row, hash);
//     intake.judge();            // what is to be answered: judged()
//     intake.commit();
//
// A row goes into the history with the verdict on its minute as it stands; when the minute is over, all of its rows
// get the final one there. Every time must be dated. After an error nothing is right here but the history: what was
// counted may not be stored. A new Intake goes on from it.
//
// Memory   The rows of a round, whatever an open minute holds.
class Intake final : public Sink {
 public:
  // The stream goes on where the history has it, and catches up with what is stored. `store` must outlive the intake.
  Intake(history::Store& store, model::Model model, const Settings& settings);
  [[nodiscard]] Stream& stream() { return stream_; }
  // Of the stream that an earlier run has left.
  [[nodiscard]] std::optional<LocalSeconds> end() const { return end_; }

  // What the clock says of a row: it is of now; it is of another time, as old days are; or it cannot be right, which
  // takes a clock that its feed went by.
  enum class Time { now, other, wrong };
  // Counts a row; what it borrows must live until judge(). Late rows, and wrong ones, pass unjudged.
  Standing take(const Transaction& row, std::uint64_t hash, Time time);
  // Of one that was late: from its minute to the first one that is not decided.
  [[nodiscard]] std::chrono::seconds late_by(LocalTime time) const;

  // The round is complete: each row of it gets its verdict and waits in the store.
  void judge();
  // In the order they were taken; good until commit().
  [[nodiscard]] std::span<const Scored> judged() const { return scored_; }

  // As Stream has it. Without effect before the first row where the stream that was left is not that near.
  void pass_time(LocalTime now);

  // Writes all that waits in the store, and where the monitor stands, if that is news.
  void commit();

  // Begin of each minute that was decided since it was asked last, in order.
  [[nodiscard]] std::vector<LocalSeconds> take_decided() { return std::exchange(decided_, {}); }

  void row(const Decided&, const Scored&) override {}  // the stream holds none
  void silence(const Silence& silence, const Scored& scored) override;
  void minute(const JudgedMinute& minute) override;

 private:
  struct Taken {
    Transaction transaction;  // with its labels, which the caller has
    std::uint64_t hash;
    model::StatusId status;
    bool open;
  };

  [[nodiscard]] bool goes_on(LocalSeconds time) const;
  [[nodiscard]] bool is_old(LocalSeconds time) const;
  void begin(LocalTime time, bool midway);
  void apply_to_rows(const JudgedMinute& minute);
  void apply_to_stored(const JudgedMinute& minute);

  history::Store& store_;
  CatchUp unseen_;
  std::vector<Taken> taken_;                               // the rows of the round,
  std::vector<Scored> scored_;                             // and what is said of them
  std::map<std::int64_t, std::vector<std::size_t>> open_;  // rows of the round that have no final verdict, by minute
  std::set<std::int64_t> stored_;                          // minutes that have open rows in the history
  std::vector<const model::Verdict*> verdict_of_;          // by status
  std::vector<LocalSeconds> decided_;
  bool moved_ = false;               // the monitor, or what it knows of late rows
  bool begun_ = false;               // the stream has had a row, or goes on from one
  std::optional<LocalSeconds> end_;  // of the stream that an earlier run has left
  Stream stream_;
};

}  // namespace pos::pipeline
