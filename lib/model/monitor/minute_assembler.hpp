// SPDX-License-Identifier: MIT
// Rows in; complete minutes out, in order, those without rows included.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/local_time.hpp"
#include "base/zone.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"
#include "model/monitor/verdict.hpp"

namespace pos::model {

struct ClosedMinute {
  std::int64_t minute = 0;              // an instant (calendar.hpp)
  std::span<const StatusCount> counts;  // in order of each status's first row; good until next call
  int offset = 0;                       // of the wall clock then
  std::int64_t quiet = 0;               // minutes before it that do not come out, of a pause within a file

  [[nodiscard]] StreamMinute at() const { return {minute, offset, quiet}; }
};

// A minute closes when a row more than grace minutes later arrives. Grace starts at 0 and grows to
// the worst lateness seen, at most max_grace: a feed that keeps its order is judged at once, a feed
// that does not teaches us to wait.
//
// Zone     Minutes are instants. Rows of a wall clock that shows their time twice are not placed, and none of the two
//          hours comes out: what one of them had nobody knows. An hour that it leaves out is none.
// Shape    For each row: place it, take every closed minute, then add it.
//              const auto minute = assembler.place(row.time);
//              while (const auto closed = assembler.take()) { monitor.step(closed->at(), ...); }
//              if (minute) assembler.add(*minute, monitor.intern(row.status), row.count);
//          Rows of closed minutes are not placed: std::nullopt.
// Edge     A clock going back by more than 12 hours means the next day, going forward by as much a
//          late row of yesterday; at the start of another file, a clock at or before the last one
//          means the next day. Minutes between two files come out of no take(): nothing is known of
//          them. Of a pause above one day within a file only the last day comes out,
//          and the row that leaps over it is not placed unless the caller knows better: one clock may be
//          wrong, two are believed.
//          A dated file that begins more than an hour before what was read so far ends is a recording
//          of old days: it is moved by whole days to come after (replays() says so).
// Cost     Memory for max_grace + 1 minutes, whatever the input.
// Source   docs/monitor.md section 3.
class MinuteAssembler {
 public:
  MinuteAssembler() = default;  // of a new stream
  // Goes on where a monitor stands: its last_minute() and grace().
  MinuteAssembler(std::optional<std::int64_t> last_minute, int grace, Zone zone = {});

  // Whether a row that leaps more than a day ahead is known to be right.
  enum class Leap { needs_witness, believed };

  // Live input: the minute of that time, and those after it, are not over by the clock, and no row of a later one
  // closes them, as a clock has it that is a little ahead; but for what does not fit into max_grace + 1 minutes.
  // Nothing: rows alone say so.
  void hold_from(std::optional<LocalTime> now);

  // Where it stands, but for the rows of open minutes, which are added once more, each minute's in their order. All
  // closed minutes must be taken.
  void save(StateWriter& out) const;
  // Into a new one. Errors: pos::Error(Fault::bad_data).
  void restore(StateReader& in);

  // The next row comes from another file (or run). Every assembler starts with this said.
  void start_file() { new_file_ = true; }
  // The next row goes on in the file whose minutes the stream has closed so far.
  void continue_file() { new_file_ = !open_; }

  // The minute of a row that arrives now; std::nullopt when that minute is closed already, or more
  // than a day ahead of all others.
  [[nodiscard]] std::optional<std::int64_t> place(LocalTime time, Leap leap = Leap::needs_witness);

  // Errors   std::logic_error before all closed minutes are taken, or for a minute that place() did
  //          not just give. Rows of one status add up, to max_count at most.
  void add(std::int64_t minute, StatusId status, std::uint64_t count);

  // The next closed minute, if there is one.
  [[nodiscard]] std::optional<ClosedMinute> take();

  // The input ends: minutes that hold rows close.
  void finish();

  // Live input is idle and the wall clock shows `now` (less the caller's patience with the feed):
  // minutes close whose end lies grace minutes back. Without effect before the first row of a file,
  // and when the stream is over an hour behind the clock: that is a recording, not live. If stream
  // or clock has no date, the day within 12 hours of the stream is meant.
  // False where it could have no effect for that last reason.
  bool pass_time(LocalTime now);

  [[nodiscard]] int grace() const { return grace_; }
  [[nodiscard]] bool replays() const { return shift_days_ != 0; }
  // By how much the minutes that come out are ahead of the rows' own dates.
  [[nodiscard]] std::int64_t shift_days() const { return shift_days_; }
  // The oldest minute that is not closed; none before the first row.
  [[nodiscard]] std::optional<std::int64_t> oldest_open() const { return open_; }
  // The begin of a minute that came out, on the wall clock of its rows.
  [[nodiscard]] LocalTime begin_of(std::int64_t minute) const;

 private:
  // Counts of one minute; counts_[slot_[id] - 1] is that of status id, if slot_[id] is not 0.
  struct OpenMinute {
    void add(StatusId status, std::uint64_t count);
    void clear();
    std::vector<StatusCount> counts;
    std::vector<std::uint32_t> slot;
  };

  [[nodiscard]] bool believes_leap(std::int64_t minute);
  [[nodiscard]] std::int64_t days_to_move(LocalTime first) const;
  [[nodiscard]] std::int64_t minute_of(LocalTime time);
  [[nodiscard]] std::int64_t nearest_minute(LocalTime time) const;
  void stand_at(std::int64_t minute);
  [[nodiscard]] int offset_of(std::int64_t minute) const;
  [[nodiscard]] bool is_unknown(std::int64_t minute) const;
  void skip_to(std::int64_t minute);
  [[nodiscard]] bool is_due() const;
  OpenMinute& slot_of(std::int64_t minute);

  std::optional<std::int64_t> open_;               // oldest minute not closed yet; none before the first row
  std::array<OpenMinute, max_grace + 1> minutes_;  // from open_ on, by minute modulo their number
  OpenMinute taken_;
  std::int64_t newest_ = INT64_MIN;        // latest minute that holds a row
  std::int64_t flush_before_ = INT64_MIN;  // what take() has to do: minutes before this close,
  std::int64_t skip_to_ = INT64_MIN;       // then those before this are left out,
  std::int64_t close_before_ = INT64_MIN;  // then those before this close
  std::int64_t held_from_ = INT64_MAX;     // minutes from there on are closed by the clock alone
  bool is_pause_ = false;                  // what is left out so is of the file
  std::optional<std::int64_t> leap_;       // minute of a row more than a day ahead, not believed yet
  std::int64_t shift_days_ = 0;            // what dated rows of this file are moved by
  std::int64_t day_ = 0;                   // day and clock of the last row, on the wall
  std::optional<int> clock_;
  int offset_ = 0;              // of the last one that named its day
  bool dated_ = false;          // the last row did
  bool by_wall_clock_ = false;  // and not its instant
  Zone zone_;
  bool new_file_ = true;
  int grace_ = 0;
};

}  // namespace pos::model
