// SPDX-License-Identifier: MIT
// A stream that goes on from run to run: its rows, and where its monitor stands, are in the history.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/record.hpp"
#include "base/row.hpp"
#include "history/store.hpp"
#include "pipeline/catch_up.hpp"
#include "pipeline/kept_rows.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// Has the stream, and stands between it and the sink that shows its rows: stores what passes, and answers for the rows
// of a file that an earlier run has stored.
//
//     Recorder recorder(store, writer);
//     recorder.open(model, settings);
//     recorder.begin_file(name);
//     for each row: if (!recorder.recall(row, ...)) recorder.push(row, ..., line);
//     recorder.restore_until(INT64_MAX); recorder.stream().finish...();
//     recorder.commit();           // now and then, and at the end
//
// Every time must be dated.
class Recorder final : public Sink {
 public:
  // Both must outlive the recorder.
  Recorder(history::Store& store, Sink& next) : store_(store), next_(next) {}

  // Before the first file, and again where the history has changed: the stream goes on where the history has it, and
  // catches up with what is stored. Rows of minutes that were not over were shown then, and are not again; the history
  // gets their decision when the minute is over, and what is made up for it. `first` hears the stream before the
  // recorder does, whom it tells.
  void open(model::Model model, const Settings& settings, Sink& first);
  void open(model::Model model, const Settings& settings) { open(std::move(model), settings, *this); }
  [[nodiscard]] Stream& stream() { return *stream_; }
  // Behind open(), where rows wait for one decision more: `finish` lets the stream decide all that is stored, and shows
  // nothing.
  void settle_stored(const std::function<void()>& finish);

  void begin_file(std::string_view source);

  // True: the row is stored already and has gone to the next sink as it was decided then, behind the
  // rows made up between the last such row and it. False: it is new, and push() comes next.
  bool recall(const Transaction& row, std::string_view bytes, std::string_view time_text, std::string_view columns);
  // A file that is gone over first: the row, if it is stored already; good until the next call. begin_file() before it
  // is shown.
  [[nodiscard]] const history::StoredRow* stored(const Transaction& row, std::string_view bytes);
  // Such a row, if it is new, on its way to be judged by open rows.
  void keep_open(const Transaction& row, const Scored& scored);
  // As recall(), of a row of such a file; and what was made up between such rows before that minute. `time_like` is
  // how the file writes `like`.
  bool recall_row(const Transaction& row, std::string_view bytes, std::string_view columns);
  void recall_until(const std::optional<LocalTime>& time, std::string_view time_like, const LocalTime& like);
  // Stored rows of minutes that were not over go to the stream before new ones of a later minute do: push() does that,
  // and at the end of the input, or before a new row goes another way, it is to be asked for.
  void restore_until(LocalSeconds time);
  // A file that is gone over first has stored rows: it goes on where the stream stands.
  void go_on();
  // The row that recall() did not know. True: its time is believed.
  bool push(const Transaction& row, std::string_view time_text, std::string_view columns, std::int64_t line);
  // The same for a row that goes to the stream by another way.
  [[nodiscard]] Origin origin(std::int64_t line) const { return {line, hash_, 0, amount_}; }

  // Behind the last row of a file: what was made up in its minute.
  void end_file();

  // Stores what was decided since the last time, and where the monitor stands, if any of that is new.
  void commit();
  [[nodiscard]] std::size_t waiting() const { return store_.waiting(); }

  void row(const Decided& row, const Scored& scored) override;
  void silence(const Silence& silence, const Scored& scored) override;
  void minute(const JudgedMinute& minute) override;

 private:
  void restore(const history::StoredRow& row);
  const history::StoredRow* find(const Transaction& row, std::string_view bytes);
  void show_stored(const history::StoredRow& stored, const Transaction& row, std::string_view columns);
  void recall_silences(LocalSeconds until);
  void recall_silences(const Period& period, std::string_view time_like, LocalSeconds like);

  [[nodiscard]] history::NewRow new_row(const Decided& row);

  history::Store& store_;
  Sink& next_;
  SplitLabels split_;
  RowToKeep to_keep_;
  std::unique_ptr<Stream> stream_;
  std::uint64_t hash_ = 0;  // of the row that recall() was asked for last,
  std::optional<Hundredths> amount_;  // and its amount
  CatchUp stored_;
  bool reopening_ = false;
  bool goes_on_ = false;                  // the file has had rows, stored ones or new ones
  bool moved_ = false;                    // the monitor, since commit()
  std::optional<LocalSeconds> recalled_;  // minute of the last row of this file that was stored already,
  std::string time_like_;                 // and how it wrote its time
  std::optional<Period> recalled_span_;   // of such rows, where the file is gone over; from what was not told yet
  bool told_made_up_ = false;             // some of that was
};

}  // namespace pos::pipeline
