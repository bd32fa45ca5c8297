// SPDX-License-Identifier: MIT
// What time does while input is read: minutes end, rows go out, and what is decided is stored.
#include <ctime>
#include <utility>

#include "base/error.hpp"
#include "run.hpp"

namespace pos::tools {

// Input came, or its first read is due.
void Run::came() {
  const bool waited = std::exchange(idle_seconds_, 0) > 0;
  if (is_live_ && !now_ && stream_->monitors()) {
    const LocalTime now = local_now();
    if (live_rows_.are_off(waited, now) && !(newest_ && clock_.is_live())) notes_.no_clock();
    if (newest_) clock_.hear(*newest_, now);
    if (newest_) tell_age(*newest_);
    if (stream_->waits()) {
      if (const auto latest = clock_.latest(now)) {
        stream_->confirm(later(now, -3600), *latest, in_an_hour());
        newest_ = stream_->newest();
        if (newest_) clock_.hear(*newest_, now);
      }
    }
  }
  writer_.flush();
  keep_state_meanwhile();
  store(long_enough());
  if (is_live_) unjudged_.tell_meanwhile();
  if (is_live_ && std::chrono::steady_clock::now() - begun_ > std::chrono::minutes(1)) notes_.absent(*status_watch_);
}

// Another second without input: minutes that are over by the feed's clock are decided.
void Run::wait_on() {
  constexpr std::chrono::seconds surely_idle(65);
  constexpr LocalSeconds some_minutes = 600;
  if (!now_) {
    stream_->settle_begin(later(local_now(), some_minutes));
    const bool may_wait_for_rows = state_ && !clock_.has_heard();  // a queue may yet bring them
    if (const auto now = clock_.at(local_now()); now && !may_wait_for_rows) stream_->pass_time(*now);
  }
  writer_.flush();
  keep_state_meanwhile();
  store(true);
  unjudged_.tell_meanwhile();
  notes_.absent(*status_watch_);
  if (std::chrono::seconds(++idle_seconds_) == surely_idle && newest_ && !now_ && stream_->monitors() &&
      !clock_.is_live())
    notes_.no_clock();
}

void Run::note_state() {
  if (const Header* header = writer_.header(); state_ && header != nullptr)
    state_->note_form(writer_.output(), *header);
}

// A pipe may go on for ever. What stands in a file that is not in place yet is not out.
void Run::keep_state_meanwhile() {
  if (!state_ || !is_live_ || options_.output != "-" || !state_->is_due(*stream_)) return;
  note_state();
  writer_.sync();
  state_->save(*stream_);
}

// Rows are shown first and stored then: a full disk must not keep an alert back.
void Run::store(bool now) {
  if (!recorder_ || !now || recorder_->waiting() == 0) return;
  recorder_->commit();
  stored_ = std::chrono::steady_clock::now();
}

bool Run::long_enough() const {
  // With each commit keys are stored that had rows since the last one: of many rows, many the same.
  const std::size_t rows_at_once = stream_->labels().by.empty() ? 10'000 : 40'000;
  return recorder_ &&
         (recorder_->waiting() >= rows_at_once || std::chrono::steady_clock::now() - stored_ > std::chrono::seconds(1));
}

LocalTime Run::local_now() const {
  return now_ ? *now_ : zone_.local_time(static_cast<std::int64_t>(std::time(nullptr)));
}

LocalTime Run::in_an_hour() const { return later(local_now(), 3600); }

}  // namespace pos::tools
