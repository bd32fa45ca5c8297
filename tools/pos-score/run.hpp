// SPDX-License-Identifier: MIT
// One run of pos-score over all its files.
#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/bad_rows.hpp"
#include "cli/input.hpp"
#include "clock/dater.hpp"
#include "clock/feed_clock.hpp"
#include "clock/file_order.hpp"
#include "clock/repeated_rows.hpp"
#include "history/store.hpp"
#include "kept_state.hpp"
#include "live_rows.hpp"
#include "model/grain.hpp"
#include "model/minute_totals.hpp"
#include "model/model_file.hpp"
#include "notes.hpp"
#include "options.hpp"
#include "other_feed.hpp"
#include "pipeline/recorder.hpp"
#include "pipeline/status_watch.hpp"
#include "pipeline/stream.hpp"
#include "pipeline/whole_file.hpp"
#include "read/row_reader.hpp"
#include "read/time_zone.hpp"
#include "unjudged.hpp"
#include "writer.hpp"

namespace pos::tools {

class Run {
 public:
  explicit Run(const Options& options);

  // Returns the exit status.
  int all();
  // Rows that were decided before an error are the user's: they go out, and into the history.
  void save();

 private:
  [[nodiscard]] model::Model load_model() const;
  void open_stream(model::Model model);
  void date_rows();
  void add_columns();
  void wait_for_turn() const;
  void tell_no_model() const;

  void score(const std::string& path, bool is_last);
  void read_as_it_comes(cli::InputFile& in, const std::string& name, bool is_last);
  void refuse_earlier(const LocalTime& first, const std::string& name) const;
  void tell_age(const LocalTime& newest);
  void note_end(const LocalTime& time, const std::string& name);
  void push(const Row& row, read::RowReader& rows, const std::string& name);
  [[nodiscard]] bool may_be_plain(Format format) const;
  void push_plain(std::span<const PlainRow> rows, read::RowReader& reader, const std::string& name);
  void judge_plain(std::span<const PlainRow> rows, const read::RowReader& reader);
  void learn_status(const read::RowReader& reader);
  void write_alone(std::span<const PlainRow> rows, const read::RowReader& reader);
  [[nodiscard]] bool was_read(const Row& row, clock::RepeatedRows& repeated, bool as_it_comes);
  [[nodiscard]] bool adds_up(const Row& row, const read::RowReader& rows, const Transaction& transaction);
  void refuse_bins(const LocalTime& time, const std::string& name);

  void look_at_clock();
  [[nodiscard]] std::optional<clock::Stretch> confirmed() const;
  void refuse_undated(const LocalTime& claimed, const LocalTime& time, const std::string& where) const;
  void refuse_undated(cli::InputFile& in, const std::string& name);
  void see_assumed_day(const LocalTime& claimed, const LocalTime& dated, const std::string& name);
  void finish(const std::string& name, bool is_last);
  void finish_by_clock(const std::string& name);
  void decide_by_clock(const std::string& name);
  [[nodiscard]] bool is_old(const std::string& name) const;

  [[nodiscard]] std::optional<LocalSeconds> look_at_begin(cli::InputFile& in, const std::string& name);
  [[nodiscard]] bool survey(cli::InputFile& in, const std::string& name, clock::FileOrder& order);
  void read_whole(cli::InputFile& in, const std::string& name, clock::FileOrder& order, bool is_last);
  // What became of the rows of a file that is gone over.
  struct Counted {
    std::size_t stored = 0, fresh = 0;   // that an earlier run has stored, and not
    std::size_t late = 0;                // of the fresh ones: of a minute that was decided before
    std::vector<std::int64_t> unjudged;  // ids of stored ones that have no decision, and could have one

    [[nodiscard]] bool is_worth_another_judgement() const;
  };
  [[nodiscard]] Counted count(cli::InputFile& in, const std::string& name, clock::FileOrder& order);
  void judge_again(cli::InputFile& in, const std::string& name, clock::FileOrder& order,
                   std::span<const std::int64_t> unjudged, bool is_last);
  void show(cli::InputFile& in, const std::string& name, clock::FileOrder& order);
  void tell_made_up(const std::optional<LocalTime>& time, const std::string& time_like, const LocalTime& like);
  template <typename Take>
  void each_row(cli::InputFile& in, const std::string& name, Take take);
  [[nodiscard]] LocalTime time_of(clock::Minute minute, LocalTime claimed) const;

  [[nodiscard]] std::unique_ptr<read::RowReader> open(cli::InputFile& in, const std::string& name,
                                                      read::BadRowHandler on_bad) const;
  void write_columns(const Row& row, read::RowReader& rows);
  void tell_news(const Row& row, const std::string& name);
  void see_time(const LocalTime& time);

  void came();
  void wait_on();
  void store(bool now);
  void open_state(model::Model& model);
  void note_state();
  void keep_state_meanwhile();
  [[nodiscard]] bool long_enough() const;
  [[nodiscard]] LocalTime local_now() const;
  [[nodiscard]] LocalTime in_an_hour() const;
  [[nodiscard]] read::ReadOptions read_options() const;
  void tell_amounts(const read::RowReader& rows, const std::string& name);
  void sum_up() const;

  const Options& options_;
  pipeline::Settings settings_;
  std::optional<LocalTime> now_;         // that files are judged up to
  std::optional<LocalSeconds> left_at_;  // where an earlier run has left the stream
  bool holds_back_ = false;              // rows from the history: it may turn out that their days are not known
  read::TimeZone zone_;
  clock::FeedClock clock_;
  read::ColumnNames columns_;
  std::vector<std::string_view> reserved_;
  Notes notes_;
  Unjudged unjudged_;
  cli::BadRows bad_rows_;
  Writer writer_;
  std::optional<KeptState> state_;                // none: the stream ends with this run, or goes on in the history
  std::unique_ptr<history::Store> store_;         // null: no history is kept,
  std::unique_ptr<pipeline::Recorder> recorder_;  // and nothing is recalled
  std::unique_ptr<pipeline::WholeFile> whole_;
  std::unique_ptr<pipeline::Stream> own_stream_;  // where no history is kept
  pipeline::Stream* stream_ = nullptr;            // that, or the recorder's
  std::optional<clock::Dater> dater_;
  std::optional<pipeline::StatusWatch> status_watch_;
  std::int32_t first_day_ = 0;  // of a file that is read whole, where its times have none
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point stored_ = std::chrono::steady_clock::now();
  std::optional<LocalSeconds> trained_to_;  // none: not known, or its age is told
  std::string amounts_told_;                // of the file being read
  bool has_news_ = false;                   // of the file being read: rows that no earlier run has stored
  clock::RepeatedRows repeated_;
  std::optional<OtherFeed> other_feed_;  // none: it is known to be none
  struct FileEnd {
    LocalTime time;
    std::string file;
  };
  std::optional<FileEnd> end_;                         // the latest one of the files of this run so far
  bool may_begin_again_ = false;                       // its header may stand in it once more
  bool saw_no_date_ = false;                           // a row without a date came
  bool is_live_ = false;                               // the file being read may go on
  std::vector<pipeline::RowScorer::Status> statuses_;  // of plain rows of the file, by number
  struct AlonePattern {
    bool is_alert = false;
    std::size_t number = 0;  // of write::AloneRows
  };
  std::vector<std::array<AlonePattern, 2>> patterns_;  // likewise, by the forest's verdict
  model::MinuteTotals totals_;
  model::Grain grain_;
  int minutes_to_look_at_ = 300;
  std::string own_columns_;
  std::optional<LocalTime> newest_;  // time of the row believed last
  LiveRows live_rows_;
  int idle_seconds_ = 0;
};

}  // namespace pos::tools
