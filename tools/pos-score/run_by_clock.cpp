// SPDX-License-Identifier: MIT
// Files that are judged up to the clock (--now).
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.hpp"
#include "base/record.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "run.hpp"

namespace pos::tools {
namespace {

constexpr LocalSeconds an_hour = 3600;
constexpr LocalSeconds a_day = 86'400;
constexpr LocalSeconds few_minutes = 180;

std::string as_text(LocalSeconds seconds) {
  const bool days = seconds >= 2 * a_day;
  return std::to_string(seconds / (days ? a_day : an_hour)) + (days ? " days" : " h");
}

}  // namespace

// Before the first read: what comes while files are read may be missing in them.
void Run::look_at_clock() {
  if (!options_.now) return;
  now_ = zone_.local_time(cli::now());
  LocalTime until = later(*now_, -options_.grace.count());
  until.second_of_day -= until.second_of_day % 60;
  if (options_.state.empty()) settings_.over_until = until;  // else what is not over stays in the state
}

// The stretch in which the clock confirms rows of a file.
std::optional<clock::Stretch> Run::confirmed() const {
  if (!now_) return std::nullopt;
  return clock::Stretch{minute_of(later(*now_, -an_hour)), minute_of(later(*now_, few_minutes))};
}

// Clocks without a date are of the day that ends now. A row that would then be ahead says that they are not.
void Run::refuse_undated(const LocalTime& claimed, const LocalTime& time, const std::string& where) const {
  if (!now_ || claimed.dated() || options_.date || to_seconds(time) <= to_seconds(*now_) + an_hour) return;
  throw Error(Fault::bad_data, where + ": times have no date, and counted from the first row this one would be of " +
                                   to_text(time) + ", ahead of the clock, " + to_text(*now_) +
                                   ": give the first row's --date, or the rows of the last day alone");
}

// Before any row is judged.
void Run::refuse_undated(cli::InputFile& in, const std::string& name) {
  if (!now_ || !dater_ || options_.date) return;
  const auto rows = open(in, name, [](const BadRow&) {});
  clock::Dater dater = *dater_;
  while (const Row* row = rows->next()) {
    const LocalTime& claimed = row->transaction.time;
    if (claimed.dated()) break;
    refuse_undated(claimed, dater.date(claimed), name + ":" + std::to_string(row->line));
  }
  in.rewind();
}

// What is open now is decided: for good, or for now where the next run may have more of it.
void Run::finish(const std::string& name, bool is_last) {
  if (state_) {
    if (is_last && now_) decide_by_clock(name);
    return;
  }
  if (is_last && recorder_) recorder_->restore_until(INT64_MAX);
  if (is_last && now_) return finish_by_clock(name);
  if (is_last && recorder_) return stream_->finish_for_now();
  stream_->finish();
}

// The state has what is not over by the clock, and what nothing confirms yet.
void Run::decide_by_clock(const std::string& name) {
  stream_->settle_begin(in_an_hour());
  if (stream_->waits() && stream_->newest()) stream_->confirm(*now_, later(*now_, few_minutes), in_an_hour());
  newest_ = stream_->newest();
  if (!newest_) return;
  if (!stream_->dated()) throw Error(Fault::bad_data, name + ": times have no date, and --now with --state needs one");
  if (is_old(name)) return stream_->finish();
  stream_->pass_until(later(*now_, -options_.grace.count()));
}

// What did not come from where the stream stands up to now is silence.
void Run::finish_by_clock(const std::string& name) {
  const LocalSeconds now = to_seconds(*now_);
  stream_->settle_begin(in_an_hour());
  if (stream_->waits() && stream_->newest())  // as a live row: what leaps up to now is of now
    stream_->confirm(*now_, later(*now_, few_minutes), in_an_hour());
  if (const auto newest = stream_->newest(); newest && (!newest_ || to_seconds(*newest_) < to_seconds(*newest)))
    newest_ = newest;
  if (!stream_->stands_at() || stream_->replays() || is_old(name)) return stream_->finish();
  if (has_news_ && newest_ && std::abs(now - to_seconds(*newest_)) > an_hour)
    notes_.off_the_clock(name, *newest_, *now_, recorder_ && !left_at_);
  stream_->finish_by_clock();
}

// An export of days ago is no feed that died, unless an earlier run has waited for more of it.
bool Run::is_old(const std::string& name) const {
  if (!newest_) return false;
  const LocalSeconds newest = to_seconds(*newest_);
  const LocalSeconds age = to_seconds(*now_) - newest;
  if (age <= a_day || (left_at_ && *left_at_ >= newest + pipeline::back_at_once_seconds)) return false;
  const std::string message = name + ": newest row is of " + to_text(*newest_) + ", " + as_text(age) +
                              " before the clock: judged up to its end only";
  // Nothing else would be told of a feed that is dead.
  recorder_ ? cli::say(tool, message) : notes_.say(message);
  return true;
}

}  // namespace pos::tools
