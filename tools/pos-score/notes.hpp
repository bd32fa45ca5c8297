// SPDX-License-Identifier: MIT
// What pos-score tells on stderr beside bad rows and rows that are not judged.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/local_time.hpp"
#include "base/record.hpp"
#include "base/text.hpp"
#include "cli/run_tool.hpp"
#include "options.hpp"
#include "pipeline/status_watch.hpp"

namespace pos::tools {

// Things that are told once, however often they happen.
class Notes {
 public:
  explicit Notes(bool quiet) : quiet_(quiet) {}

  void replay(const std::string& where) {
    say(where +
        ": begins before the end of the history that the model learnt from; it is judged as if it came after that");
  }
  void read_before(const std::string& where) {
    if (!std::exchange(told_read_before_, true)) {
      say(where + ": the header stands here once more, and rows that were read before it: such rows are left out");
    }
  }
  void no_dates(const std::string& events) {
    if (!std::exchange(told_no_dates_, true))
      say(events + ": the times have no date, so none of its days is found (--date says of which day they are)");
  }
  // Nobody said which day times without a date are of: what is stored now stands under that one.
  void assumed_day(const std::string& where, const LocalTime& first) const {
    say(where + ": the times have no date: taken as of " + to_text(first).substr(0, 10) + " (--date says another day)");
  }
  // The input waits, and its times are not the clock's.
  void no_clock() {
    if (!std::exchange(told_no_clock_, true)) {
      say("the input waits, and its times are more than an hour away from the clock: there is no alert of silence (is "
          "--timezone right?)");
    }
  }
  // The same of rows of a file that is judged up to the clock.
  // With -q too where they are ahead, as nothing else would be told of minutes that are never over, and at the first
  // run of a stream, which cron has with the zone that it was given.
  void off_the_clock(const std::string& where, const LocalTime& newest, const LocalTime& now, bool first_run) const {
    const bool ahead = to_seconds(newest) > to_seconds(now);
    if (quiet_ && !ahead && !first_run) return;
    cli::say(tool, where + ": has new rows, the newest of " + to_text(newest) + ", and it is " + to_text(now) + ": " +
                       (ahead ? "minutes that are not over wait" : "since then nothing came") +
                       " (is --timezone right?)");
  }
  // Columns that have more values than places are sought among.
  void crowded(const std::vector<std::string>& columns) const {
    for (const std::string& column : columns) {
      say("column '" + printable(column) + "' has too many values for --where: the rarer ones are one, (other)");
    }
  }
  // Whether statuses that the model or the policy goes by do not come, once; with -q, too, where nothing is worth much
  // without them. Asked where the input waits, has lasted, or ends: until then a file may be grouped by status.
  void absent(const pipeline::StatusWatch& watch) {
    if (told_absent_ || !watch.misses() || (quiet_ && !watch.is_worthless())) return;
    told_absent_ = true;
    cli::say(tool, watch.why());
  }
  void say(const std::string& message) const {
    if (!quiet_) cli::say(tool, message);
  }

 private:
  bool quiet_;
  bool told_no_clock_ = false;
  bool told_no_dates_ = false;
  bool told_read_before_ = false;
  bool told_absent_ = false;
};

}  // namespace pos::tools
