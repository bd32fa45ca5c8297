// SPDX-License-Identifier: MIT
// The statistical monitor: counts per minute and status in; what was expected, how surprising the
// count is, and whether to alert out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/zone.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/fall.hpp"
#include "model/monitor/gamma_level.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/special_days.hpp"
#include "model/monitor/state_text.hpp"
#include "model/monitor/status_names.hpp"
#include "model/monitor/verdict.hpp"
#include "model/monitor/volume_profile.hpp"
#include "model/monitor/watched_status.hpp"
#include "model/monitor/window_tests.hpp"

namespace pos::model {

// A count model: forecast times negative binomial tail, over windows of 1, 3, 10 and 30 minutes.
// Training is stepping through the history with Report::nothing, then keeping state().
//
// Units    Minutes are counted from midnight of day 0 (calendar.hpp), those that step() is told in UTC where they have
//          an offset.
// Cost     Per minute and status, whatever the history's length: about 100 ns where nothing is
//          reported, 0.3 us for a reported row, 1 us for an alert with its words. Nothing is
//          allocated but for new statuses and those words.
// Edge     At most max_statuses statuses are watched; later ones count under other_status.
//          Minutes skipped between two calls of step are not an outage but a pause: levels and
//          windows start afresh. An outage is told by calls without counts.
//          A count that no incident explains (garbage.hpp) alerts in its own minute, of which nothing is learned
//          and nothing stays in the windows. Only of the first 40 minutes nobody knows better.
// Source   docs/monitor.md.
class Monitor {
 public:
  // Errors   std::invalid_argument for parameters out of range.
  explicit Monitor(const MonitorParameters& parameters = {});

  // Errors   pos::Error(Fault::bad_data) for anything state() cannot have written: the text may
  //          come from anywhere. Memory stays within a small multiple of the text's size.
  [[nodiscard]] static Monitor from_state(std::string_view text);

  // Parameters and all that was learned: about 40 kB of text lines for 7 statuses, ending with the
  // line "end". A monitor made from it goes on exactly as this one would, unless `digits` asks for
  // fewer significant digits than its numbers have.
  [[nodiscard]] std::string state(int digits = 0) const;

  // The number step() wants for a status. Ask once per row, and only for rows that will be
  // counted: each name takes one of max_statuses places.
  // Errors   std::invalid_argument for what is no status name.
  [[nodiscard]] StatusId intern(std::string_view status) { return names_.id(status); }

  // Evaluates one complete minute, then learns from it.
  //
  // Shape    counts: the statuses that had rows, in order of appearance, which is the order new
  //          ones are reported in from now on and matters for nothing else; the same status twice
  //          adds up. Empty for a minute without rows; such minutes must be told too.
  //          kind: what the calendar says of it. It is no state: the caller knows it of any minute.
  // Result   In order of the statuses' first appearance, the volume first; good until the next
  //          call. None at all before the first transaction of the stream.
  // Errors   std::invalid_argument when minute is not after the last one, or for a status that
  //          intern() did not give.
  std::span<Verdict> step(StreamMinute minute, std::span<const StatusCount> counts, Report report = Report::rows,
                          Extent extent = Extent::whole, DayKind kind = DayKind::ordinary);

  // What the minute stepped last was measured against, for those who watch parts of it (model/keys, model/where).
  struct View {
    bool resumed = false;  // minutes were left out before it
    int midnights = 0;     // passed before it: 0, or 1 whatever the number of days
    int clock = 0;         // minute of the day, on the local clock
    Extent extent = Extent::whole;
    DayKind kind = DayKind::ordinary;
    double came = 0.0;                           // of the volume
    double low = 0.0, middle = 0.0, high = 0.0;  // forecast of it
  };
  [[nodiscard]] const View& view() const { return view_; }
  // The statuses met so far, the volume first: what each had and expected in that minute (`now`), and in those before.
  [[nodiscard]] std::span<const WatchedStatus> watched() const { return watched_; }
  // Nothing: not met.
  [[nodiscard]] const WatchedStatus* watched(StatusId id) const;
  // The daily curve is known.
  [[nodiscard]] bool has_profile() const { return profile_.usable(); }

  [[nodiscard]] const MonitorParameters& parameters() const { return parameters_; }
  [[nodiscard]] double threshold() const { return threshold_; }
  // The one parameter that may change after training. Errors: std::invalid_argument.
  void set_budget(double false_events_a_day);

  // For the MinuteAssembler that feeds this monitor: where the stream stands, and what it has
  // learned about late rows, which is kept here because it belongs to the state.
  [[nodiscard]] std::optional<std::int64_t> last_minute() const { return last_minute_; }
  [[nodiscard]] int offset() const { return offset_; }  // of the wall clock in that minute
  [[nodiscard]] int grace() const { return grace_; }
  void set_grace(int minutes);
  // The wall clock is that of this zone from now on: where it was another's, or none's, what it showed is kept.
  void follow(const Zone& zone);
  // Tells the days of the calendar anew: what is learned holds for the clock, not for a date.
  void move_days(std::int64_t days);

  // Minutes evaluated so far.
  [[nodiscard]] std::int64_t age() const { return age_; }
  // Alerts: the daily curve is known, or the first minutes are over.
  [[nodiscard]] bool is_warm() const;

  // False: no transaction of the volume status has come so far.
  [[nodiscard]] bool volume_seen() const { return volume_seen_; }

  [[nodiscard]] const std::string& name(StatusId id) const { return names_.name(id); }
  [[nodiscard]] std::size_t statuses() const { return watched_.size(); }  // met so far, with volume

 private:
  // Transactions of the volume in this minute: rate is the daily curve's word for it, middle what
  // is expected, low and high what a fall and a rise must beat, curve the least that the daily curve alone expects.
  struct Forecast {
    double rate;
    double middle;
    double low;
    double high;
    double curve;
    DayKind kind;
  };

  void check_input(StreamMinute minute, std::span<const StatusCount> counts) const;
  [[nodiscard]] int clock() const;
  void pass_midnight(std::int64_t last, std::int64_t day);
  void resume();
  void restart_levels();
  double take(std::span<const StatusCount> counts);
  WatchedStatus& watch(StatusId id);
  [[nodiscard]] Forecast forecast(DayKind kind) const;
  void refer_volume(const Forecast& f, Extent extent);
  Observed refer(WatchedStatus& status, const SlotBlend& blend, double volume, const Forecast& f, Extent extent) const;
  void decide(WatchedStatus& status, const Forecast& f, Report report);
  void decide_by_tests(WatchedStatus& status, const Forecast& f, Report report);
  void end_episode(WatchedStatus& status);
  [[nodiscard]] bool is_held(const WatchedStatus& status, const Assessment& assessment, const Forecast& f);
  [[nodiscard]] bool is_closed(DayKind kind) const;
  void make_verdict(const WatchedStatus& status, const Assessment& assessment);
  [[nodiscard]] std::string reason(const WatchedStatus& status, const Finding& best) const;
  [[nodiscard]] Finding silence(const Finding& told) const;
  [[nodiscard]] std::optional<std::string> not_open(const WatchedStatus& volume) const;
  [[nodiscard]] bool is_taken_as_normal(const WatchedStatus& status) const;
  [[nodiscard]] double share_of_usual(const WatchedStatus& status) const;
  void see(double volume);
  void learn(double volume, const Forecast& f, Extent extent);
  void accept_new_regimes();
  [[nodiscard]] int pause_limit(const WatchedStatus& status) const;
  void learn_spreads();
  void restore_position(StateReader& in);
  void restore_statuses(StateReader& in);

  MonitorParameters parameters_;
  double threshold_;
  WindowTests tests_;
  StatusNames names_;
  VolumeProfile profile_;
  GammaLevel fast_;
  GammaLevel slow_;
  Fall fall_;
  std::vector<WatchedStatus> watched_;  // in order of first appearance; the volume comes first
  std::vector<std::size_t> position_;   // in watched_, per StatusId; not_met for those to come
  WatchedStatus unseen_;                // stands for every status not met yet: always counts zero
  std::int64_t age_ = 0;                // minutes since the first row
  std::optional<std::int64_t> last_minute_;
  int offset_ = 0;                        // of that
  std::optional<std::int64_t> last_row_;  // last minute with any transaction
  int row_offset_ = 0;                    // of that
  std::optional<std::int64_t> closed_;    // last minute of a closed day
  int grace_ = 0;
  bool volume_seen_ = false;
  std::vector<Verdict> verdicts_;
  View view_;
};

}  // namespace pos::model
