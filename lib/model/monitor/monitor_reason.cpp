// SPDX-License-Identifier: MIT
// Why the monitor alerts, in words: which test says most, and what of it is silence.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "model/monitor/monitor.hpp"
#include "model/monitor/reason.hpp"

namespace pos::model {

namespace {

constexpr double most_of_it = 0.5;    // of what is missing: what the silence must explain to be the reason
constexpr double surely_some = 10.0;  // of so many that are expected some come

}  // namespace

std::string Monitor::reason(const WatchedStatus& status, const Finding& best) const {
  if (!status.is_volume()) return word_reason(best);
  const Recent& recent = status.recent;
  const Finding half_hour{longest_window, Side::below, recent.sums().back().count, recent.curve(), best.score, true};
  const Finding& told = status.now.held ? half_hour : best;
  std::string words = status.now.held ? word_held(told) : word_reason(told);
  if (told.window == 0 || told.side == Side::above || last_row_ >= last_minute_) return words;
  if (const auto not_opened = not_open(status)) return *not_opened;
  // An empty minute behind others with less than usual is the smaller part of what is wrong, and in a quiet hour it is
  // nothing.
  const Finding empty = silence(told);
  const std::int64_t last_row = *last_row_ + row_offset_;
  if (empty.mean >= parameters_.min_excess && empty.mean >= most_of_it * (told.mean - told.count))
    return word_silence(empty, last_row);
  return empty.mean >= surely_some ? words + word_silent_now(last_row) : words;
}

// What the minutes without any transaction should have had, as the test at hand has it, and as far back as it is known.
Finding Monitor::silence(const Finding& told) const {
  const Recent& recent = watched_.front().recent;
  const auto known = static_cast<std::int64_t>(recent.size());
  const auto minutes = static_cast<std::size_t>(std::clamp<std::int64_t>(*last_minute_ - *last_row_, 1, known));
  const double expected = told.by_curve ? recent.curve(minutes) : recent.low(minutes);
  return {static_cast<int>(minutes), Side::below, 0.0, expected, told.score};
}

// Words for silence since before the business opened.
std::optional<std::string> Monitor::not_open(const WatchedStatus& volume) const {
  const std::int64_t last_row = *last_row_ + row_offset_;
  const std::int64_t now = *last_minute_ + offset_;
  const auto& curve = profile_.today(volume.now.kind);
  auto open_for = curve ? curve->minutes_since_opening(clock()) : std::nullopt;
  if (open_for && closed_) open_for = static_cast<int>(std::min<std::int64_t>(*open_for, *last_minute_ - *closed_ - 1));
  if (!open_for || last_row >= now - *open_for) return std::nullopt;
  return word_not_open(last_row, now - *open_for, now, curve->expected_since(*open_for, clock()));
}

}  // namespace pos::model
