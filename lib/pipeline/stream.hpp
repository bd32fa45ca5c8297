// SPDX-License-Identifier: MIT
// Forest, monitor and policy over one stream of rows.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/row.hpp"
#include "base/scored.hpp"
#include "clock/belief.hpp"
#include "model/model_file.hpp"
#include "model/monitor/minute_assembler.hpp"
#include "model/monitor/monitor.hpp"
#include "pipeline/parts.hpp"
#include "pipeline/row_scorer.hpp"
#include "pipeline/settings.hpp"

namespace pos::pipeline {

// When rows come again within that time, nothing is missing between.
inline constexpr LocalSeconds back_at_once_seconds = 5 * 60;

// A status that alerts and had no row in its minute: only a row of our own can say so.
struct Silence {
  std::string_view status;
  // How the stream writes its times: that of a row `minutes_later` before; empty: no row says.
  std::string_view time_like = {};
  std::int64_t minutes_later = 0;
  LocalTime time = {};     // the minute
  bool open = false;       // as of a row
  std::int64_t count = 0;  // of every_status: what all statuses had
  // Of a key that is silent: its family, and its value.
  std::string_view family = {}, value = {};
};

// Where a row stands in its file and in the history, for the sink: the stream only carries it along.
struct Origin {
  std::int64_t line = 0;       // of its file
  std::uint64_t hash = 0;      // of a new row
  std::int64_t stored_id = 0;  // of one that is stored already, and waits for its decision
  std::optional<Hundredths> amount = {};  // of a new row
};

// Late: the minute is decided without it. Not believed: nothing confirms its time (clock/belief.hpp). Twice: clocks are
// put back, and its time may be either of two.
enum class Standing { judged, late, not_believed, twice };

// A row whose decision is known. Views live until the call returns.
struct Decided {
  std::string_view columns;  // as push() had them
  LocalTime time;
  std::string_view status;
  std::int64_t count = 0;
  Origin origin;  // as push() had it
  // Its minute may not be over, but the stream ends: the decision is one for now, if there is any.
  bool open = false;
  Standing standing = Standing::judged;
  std::string_view labels = {};  // as append_labels() has them
};

// A minute and what is said of it. Views live until the call returns.
struct JudgedMinute {
  std::int64_t minute = 0;  // as Counted names it
  LocalTime begin = {};     // as its rows do
  std::span<const model::Verdict> verdicts;
  bool open = false;                      // as of a row
  std::span<const KeyVerdict> keys = {};  // by name of status
};

// What the verdict on its minute adds to what is said of a row alone.
void apply(const model::Verdict& verdict, Scored& scored);

// Where rows go when they are decided. Views live until the call returns.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void row(const Decided& row, const Scored& scored) = 0;
  virtual void silence(const Silence& silence, const Scored& scored) = 0;
  // Each minute that is decided, before its rows and silences.
  virtual void minute(const JudgedMinute&) {}
};

// A row that counts for its minute and that the caller keeps.
struct Counted {
  struct Place {
    std::int64_t minute;
    model::StatusId status;
  };

  Scored scored;               // of the row alone
  std::optional<Place> place;  // whose verdict is the row's; none: it is late, or the policy needs no minute
};

// With the policies forest and seed each row is decided at once. With above-normal a row waits until
// its minute is over, since only then its count is known; rows of a minute come out together, in the
// order they came in, then the silences of that minute. A row whose time nothing confirms yet waits apart.
//
// Memory   The rows of at most 6 minutes that are open, 200 that wait, and a state of fixed size.
class Stream {
 public:
  // `sink` must outlive the stream. A model without a monitor gets one that knows nothing yet.
  Stream(model::Model model, const Settings& settings, Sink& sink);
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  // The rows that follow come from another file: what lies between the two is no outage.
  void start_file();
  // Likewise, in the middle of its first minute: nothing is below normal in that.
  void start_midway() {
    start_file();
    begins_midway_ = true;
  }
  // The rows that follow go on in the file of this row, which the stream this one goes on from has had.
  void continue_file(LocalTime time, std::string_view time_text);
  // They go on where the stream stands: nothing came between.
  void continue_file();
  // An earlier run has had rows of this stream.
  void go_on() { goes_on_ = true; }

  // `time_text` as it stands in the row, `columns` and `origin` as the sink is to have them. A row that is late or not
  // believed goes to the sink unjudged. True: its time is believed.
  bool push(const Transaction& transaction, std::string_view time_text, std::string_view columns,
            const Origin& origin = {});
  // Likewise a row that the stream had taken when it was left. Silences are told without its time.
  void restore(const Transaction& transaction, const Origin& origin);

  // As push(), but the row is not held: it does not come to the sink, which hears of its minute. Silences are told
  // without the time of a row then.
  [[nodiscard]] Counted count(const Transaction& transaction);
  // Likewise for a row that is known to be of that time.
  [[nodiscard]] Counted count_believed(const Transaction& transaction);
  // Likewise one that has been decided elsewhere: nothing is said of it.
  void learn(const Transaction& transaction);
  // What can be said of the minutes that are open, those without rows between them too: more rows may come, so what
  // they lack is no fall yet.
  void judge_open(const std::function<void(const JudgedMinute&)>& take) const;

  // With Settings::split, a row of the totals.
  [[nodiscard]] bool is_total(const Transaction& transaction) const;

  // What can be said of a row that stands alone.
  [[nodiscard]] Scored score_alone(const Transaction& transaction) const { return scorer_.score(transaction); }
  [[nodiscard]] const RowScorer& scorer() const { return scorer_; }
  [[nodiscard]] const LabelColumns& labels() const { return parts_.columns(); }
  [[nodiscard]] bool explains() const { return settings_.explain; }
  [[nodiscard]] const Zone& zone() const { return settings_.zone; }  // of the wall clock

  // Before finish(), where minutes are not over: nothing is below normal in them, as in judge_open().
  void expect_more_rows() { more_rows_ = true; }

  // The input is over: open minutes are decided.
  void finish();

  // As finish(), but for now: the next run may have more rows of these minutes. What the stream knows
  // stays where it was before; nothing may be pushed any more.
  void finish_for_now();

  // As finish(), with Settings::over_until: up to there, what did not come is silence, and that is for good. The
  // minutes from there on are decided for now, as of finish_for_now(), and nothing is below normal in them.
  void finish_by_clock();

  // The program is told to stop: rows of open minutes go to the sink unjudged, since half a minute's
  // count would look like a fall.
  void release();

  // The input is idle and it is `now`, less the patience with late rows: minutes that are over are
  // decided. False where the stream is no live one by its times.
  bool pass_time(LocalTime now);

  // As MinuteAssembler has it.
  void hold_from(std::optional<LocalTime> now) { minutes_.hold_from(now); }

  // What the clock says of rows that wait, and of those to come (as Belief has them).
  void confirm(LocalTime earliest, LocalTime latest, LocalTime impossible);
  void settle_begin(LocalTime latest);
  void allow_until(LocalTime latest) { latest_ = latest; }
  // Rows wait for others to confirm their time.
  [[nodiscard]] bool waits() const { return belief_.waiting() > 0; }
  // Time of the newest row that was believed; nothing where its file had none so far.
  [[nodiscard]] std::optional<LocalTime> newest() const;

  // False: the minute of that time is not over, by Settings::over_until.
  [[nodiscard]] bool is_over(const LocalTime& time) const {
    return !settings_.over_until || minute_of(time) < minute_of(*settings_.over_until);
  }

  [[nodiscard]] bool monitors() const { return settings_.policy == Policy::above_normal; }
  // The file begins before the history ends: it is judged as if it came after.
  [[nodiscard]] bool replays() const { return minutes_.replays(); }
  [[nodiscard]] bool is_news(std::string_view status) { return scorer_.is_news(status); }

  // Begin of the first minute that was not decided, in the time of its rows; nothing: the monitor has had none.
  [[nodiscard]] std::optional<LocalSeconds> next_minute() const;
  // Likewise, with its instant.
  [[nodiscard]] std::optional<LocalTime> next_time() const;
  // What a time that is stored stood for. Of two instants that the wall clock shows alike, the one near the stream.
  [[nodiscard]] LocalTime time_of(LocalSeconds stored) const;
  // How far the stream has come, by its rows or by its decisions; nothing: it has had no rows, in an earlier run
  // neither.
  [[nodiscard]] std::optional<LocalSeconds> stands_at() const;
  [[nodiscard]] std::optional<LocalTime> stands_at_time() const;
  [[nodiscard]] std::optional<LocalTime> later_of_next_and_placed() const;

  // The model with the monitor as it stands now: a stream made of it goes on where this one is.
  [[nodiscard]] model::Model snapshot() const;
  // Its monitor alone, as text.
  [[nodiscard]] std::string monitor_state() const { return monitor_now().state(); }
  // What has changed beside it since this was asked last, of its keys and places; and where an earlier run left that,
  // before any row.
  [[nodiscard]] std::vector<StatePiece> take_pieces();
  void restore(std::span<const StatePiece> pieces) { parts_.restore(pieces); }
  // All of it, with the rows that wait or are held: one that is made of it, with the same model, settings and files to
  // come, goes on as this one would. Text lines (model/monitor/state_text.hpp). Nothing may be finished for now.
  void save(model::StateWriter& out) const;
  // Behind take_learnt(), before any row. Errors: pos::Error(Fault::bad_data).
  void restore(model::StateReader& in);
  // Of such a text the begin: what is learnt goes into the model that the stream is to be made of.
  static void take_learnt(model::StateReader& in, model::Model& model);

  // Minutes are over up to there, by a clock that has been right so far: they are decided.
  void pass_until(LocalTime until);
  // Minutes decided so far.
  [[nodiscard]] std::uint64_t decided() const { return decided_; }
  // The newest row had a date.
  [[nodiscard]] bool dated() const { return dated_; }

  // Columns that have had more values than are kept apart, since this was asked last.
  [[nodiscard]] std::vector<std::string> take_crowded() { return parts_.take_crowded(); }

 private:
  struct Held {
    model::StatusId status;
    LocalTime time;
    std::int64_t count;
    Origin origin;
    std::size_t status_end;   // of its text in Minute::text,
    std::size_t columns_end;  // of its columns behind that,
    std::size_t end;          // and of its labels
  };
  struct Minute {
    template <typename Take>
    void for_each(Take take);

    void hold(model::StatusId status, const Transaction& transaction, std::string_view columns, const Origin& origin);

    std::vector<Held> rows;
    std::string text;       // of all rows, one behind the other: status, columns, labels
    std::string time_text;  // of the first row
  };

  [[nodiscard]] model::Monitor monitor_now() const;
  [[nodiscard]] LocalTime begin_of(std::int64_t minute) const;
  [[nodiscard]] model::DayKind kind_of(std::int64_t minute) const;  // by the date that its rows have
  // One whose time is not believed yet.
  struct Waiting {
    LocalTime time;
    std::string status;
    std::int64_t count;
    std::string time_text;
    std::string columns;
    std::string labels;
    Origin origin;
  };

  void admit(const Transaction& transaction, std::string_view time_text, std::string_view columns,
             const Origin& origin);
  void restore_minute(model::StateReader& in);
  void restore_row(model::StateReader& in, std::int64_t minute);
  void settle_waiting();
  // To the sink, without a verdict on its minute.
  void pass(const Transaction& transaction, std::string_view columns, const Origin& origin, Standing standing);
  [[nodiscard]] std::optional<Counted::Place> place(const Transaction& transaction, model::MinuteAssembler::Leap leap);
  void look_at_clock(const LocalTime& time);
  void reach_clock();
  void close_minutes();
  void decide(std::int64_t minute, std::span<model::Verdict> verdicts);
  static void hush(std::span<model::Verdict> verdicts);
  void decide_rows(Minute& held, std::span<const KeyVerdict> keys);
  [[nodiscard]] const Scored& judge(const Held& row, std::string_view status);
  void tell_silence(std::int64_t minute, const model::Verdict& verdict);
  void tell_silence(std::int64_t minute, const KeyVerdict& verdict);
  void tell_silence(std::int64_t minute, Silence silence, const Scored& scored);
  void stand_before_end();

  Settings settings_;
  Sink& sink_;
  model::Model model_;
  RowScorer scorer_;
  model::Monitor monitor_;
  Parts parts_;
  SplitLabels split_labels_;
  clock::Belief belief_;
  LocalTime latest_{std::numeric_limits<std::int32_t>::max(), 0};
  bool dated_ = true;         // the newest row
  bool by_instants_ = false;  // likewise
  std::vector<Waiting> waiting_;
  model::MinuteAssembler minutes_;
  std::map<std::int64_t, Minute> open_;
  Minute spare_;  // a decided minute's memory, for the next one
  std::string last_time_text_;
  std::int64_t last_time_minute_ = 0;
  std::vector<const model::Verdict*> verdict_of_;  // by status
  // Likewise; of several that the monitor counts as one the last.
  struct Known {
    std::string name;
    RowScorer::Status status;
    Scored scored;             // of its last row
    std::uint64_t minute = 0;  // that this is of: of those decided so far the last
  };
  std::vector<Known> known_;
  std::uint64_t decided_ = 0;  // minutes
  bool begins_midway_ = false, more_rows_ = false;
  bool goes_on_ = false, starts_file_ = false;
  std::optional<std::int64_t> newest_placed_;  // minute
  std::optional<std::int64_t> begun_midway_;   // that minute
  std::optional<model::Monitor> before_end_;   // finished for now: the monitor to go on from
  std::vector<StatePiece> pieces_before_end_;  // likewise, of keys and places
};

template <typename Take>
void Stream::Minute::for_each(Take take) {
  std::size_t begin = 0;
  for (Held& row : rows) {
    const auto status = std::string_view(text).substr(begin, row.status_end - begin);
    const auto columns = std::string_view(text).substr(row.status_end, row.columns_end - row.status_end);
    const auto labels = std::string_view(text).substr(row.columns_end, row.end - row.columns_end);
    take(row, Decided{columns, row.time, status, row.count, row.origin, false, Standing::judged, labels});
    begin = row.end;
  }
}

}  // namespace pos::pipeline
