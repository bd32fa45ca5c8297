// SPDX-License-Identifier: MIT
// What keys are tested by, and what is made of it.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/reason.hpp"
#include "model/keys/key_monitor.hpp"
#include "model/monitor/reason.hpp"

namespace pos::model {

namespace {

constexpr double key_fall_change = 0.5;  // of a key's volume: a smaller one is nobody's business
constexpr double nearly_all = 0.95;      // of the whole: the fall of such a key is the whole's
constexpr std::uint32_t longest_silence = 12 * 60;
constexpr double least_mean = 1e-4;        // something is always expected
constexpr double key_normal_limit = 1.65;  // a score of two standard deviations: -log10(0.0228)
constexpr double key_critical_margin = 3.0;
constexpr double explaining_part = 0.8;
constexpr double margin_of_rounding = 1e-6;

double odds_of(double share) {
  const double bounded = std::min(share, nearly_all);
  return bounded / (1.0 - bounded);
}

double overlap(int window) { return std::log10(std::min(1.0, 4.0 / window)); }

}  // namespace

// Those that have rows, and those whose silence may be told, in order.
void KeyMonitor::judge() {
  if (!now_.judges) return;
  now_.surcharge = surcharge();
  now_.least_surcharge = least_surcharge();
  now_.is_picky = now_.threshold + now_.chances + overlap(longest_silence) > key_normal_limit;
  find_due();
  auto due = due_keys_.begin();
  for (auto first = rows_.begin(); first != rows_.end() || due != due_keys_.end();) {
    const KeyId with_rows = first != rows_.end() ? first->key : static_cast<KeyId>(names_.size());
    const KeyId id = due != due_keys_.end() && *due < with_rows ? *due : with_rows;
    if (due != due_keys_.end() && *due == id) ++due;
    const auto last = std::find_if(first, rows_.end(), [&](const Row& row) { return row.key != id; });
    const std::span<const Row> rows(first, last);
    if (now_.judges_falls) judge_volume(id, rows);
    for (const Row& row : rows) {
      if (row.status != volume) judge_status(row);
    }
    first = last;
  }
}

// Whatever the spread, the transactions that must have been expected before their absence may be told.
double KeyMonitor::least_silence() const {
  const double score =
      now_.threshold + now_.chances + overlap(longest_silence) + std::min(least_surcharge(), surcharge());
  if (score <= key_normal_limit) return parameters_.min_excess;  // such goes by another formula
  const double spread2 = parameters_.spread_floor * parameters_.spread_floor;
  return std::max(parameters_.min_excess, (std::pow(10.0, score * spread2) - 1.0) / spread2);
}

void KeyMonitor::find_due() {
  const double least = least_silence();
  if (least < least_silence_) {
    for (KeyId id = 0; id < due_.size(); ++id) due_[id] = keys_[id].first == none ? due_[id] : 0;
  }
  least_silence_ = least;
  due_keys_.clear();
  if (!now_.judges_falls) return;
  for (KeyId id = 0; id < due_.size(); ++id) {
    if (due_[id] <= total_ && keys_[id].last >= missed_from_) due_keys_.push_back(id);
  }
}

// Lowered only: where it is too low nothing happens but a look.
void KeyMonitor::set_due(KeyId id, std::int64_t from, double share) {
  const double later = least_silence_ / std::max(odds_of(share), 1e-15);
  constexpr double far = 0x1p61;
  due_[id] = std::min(due_[id], from + static_cast<std::int64_t>(std::min(later, far)));
}

bool KeyMonitor::is_complete(const Cell& cell, std::size_t w) const {
  return tick_ + 1 >= std::max(since_, cell.begin) + static_cast<Tick>(windows[w]);
}

// By what came of the others, so that what happens to all is no fall; nor less than its share of a low forecast.
double KeyMonitor::fall_mean(const Cell& cell, double share, std::size_t w) const {
  const double others = std::max(now_.all[w] - cell.counts[w], 0.0);
  return std::max(std::min(odds_of(share) * others, share * now_.low[w]), least_mean);
}

double KeyMonitor::relative_ratio(const Cell& cell) const {
  return (cell.learnt + parameters_.prior_count) / (cell.expected + parameters_.prior_count);
}

// Transactions of the volume that came of the key. Of one that little is known of, rows of any status stand for it too.
double KeyMonitor::exposure(const Cell& cell, std::size_t w) const {
  const Key& key = keys_[cell.key];
  double all = 0.0;
  double of_volume = 0.0;
  for (std::uint32_t at = key.first; at != none; at = cells_[at].next) {
    if (cells_[at].status == volume)
      of_volume = cells_[at].counts[w];
    else
      all += cells_[at].counts[w];
  }
  if (parameters_.volume == every_status) return of_volume;
  return of_volume + all * parameters_.prior_count / (parameters_.prior_count + key.learnt.sum());
}

// The key's ratio of the larger of its share and what came of it.
double KeyMonitor::plain_rise_mean(const Cell& cell, const KeyShare& share, std::size_t w) const {
  const double part = std::max(share.usual(now_.place.clock), exposure(cell, w) / now_.most[w]);
  return std::max(relative_ratio(cell) * statuses_[cell.status].high[w] * part, least_mean);
}

// And where the status rises in all others, more.
double KeyMonitor::rise_mean(const Cell& cell, const KeyShare& share, std::size_t w) const {
  const Status& status = statuses_[cell.status];
  const double mean = plain_rise_mean(cell, share, w);
  const double others = std::max(status.count[w] - cell.counts[w], 0.0);
  const double expected_of_others = std::max(status.high[w] - mean, 0.0);
  const double storm = (others + parameters_.weak_count) / (expected_of_others + parameters_.weak_count);
  return mean * std::max(storm, 1.0);
}

void KeyMonitor::test(Assessed& result, Test t, double spread2, double surcharge) const {
  const double sign = t.side == Side::above ? 1.0 : -1.0;
  const double excess = sign * (t.count - t.mean);
  const double change = t.side == Side::above ? parameters_.min_change : key_fall_change;
  if (excess < parameters_.min_excess || sign * (t.count / t.mean - 1.0) <= change) return;
  // Within two standard deviations nothing is told, which is quickly seen.
  if (now_.is_picky && excess * excess < 3.99 * (t.mean + spread2 * t.mean * t.mean)) return;
  t.score = surprise(t.count, t.mean, spread2, t.side) - now_.chances - overlap(t.window) - surcharge;
  if (t.score > result.best.score) result.best = t;
  if (t.is_short && t.score > result.best_short.score) result.best_short = t;
}

void KeyMonitor::judge_volume(KeyId id, std::span<const Row> rows) {
  const std::uint32_t at = cell_of(id, volume);
  if (at == none) return;
  const Key& key = fresh(id);
  const Cell& cell = cells_[at];
  const KeyShare share = share_of(key);
  const double most = odds_of(share.most(StatusRatio::Table::slot(now_.place.clock))) * now_.all.back();
  if (most < parameters_.min_excess - margin_of_rounding && due_[id] > total_) return;  // nothing can be missing
  const double usual = share.usual(now_.place.clock);
  if (usual > nearly_all) return;
  const double surcharge = surcharge_for(volume);
  const double least = share.least(now_.place.clock) * share.on_weekday(now_.place.weekday);
  const double of_share = 1.0 / (share.count(now_.place.clock) + parameters_.prior_count);
  Assessed assessed;
  for (std::size_t w = 1; w < windows.size(); ++w) {
    if (cell.counts[w] == 0 || !is_complete(cell, w)) continue;
    const double of_others = 1.0 / (std::max(now_.all[w] - cell.counts[w], 0.0) + parameters_.prior_count);
    test(assessed,
         {.window = windows[w],
          .side = Side::below,
          .count = static_cast<double>(cell.counts[w]),
          .mean = fall_mean(cell, least, w),
          .is_short = windows[w] <= short_window},
         statuses_.front().spread2[w] + of_share + of_others, surcharge);
  }
  if (due_[id] <= total_) test_silence(assessed, id, cell, surcharge);
  const std::uint64_t count = !rows.empty() && rows.front().status == volume ? rows.front().count : 0;
  decide(at, assessed, usual * now_.middle, count);
}

// What came since `begin`, and what is more than should have come of a key: slot by slot, as nearly all that are looked
// at are known by that to have nothing to tell yet.
KeyMonitor::Silence KeyMonitor::most_of_silence(const KeyShare& share, Tick begin) const {
  constexpr std::int64_t minutes_of_slot = minutes_per_day / ratio_slots;
  Silence silence;
  for (Tick tick = begin; tick <= tick_;) {
    const int clock = minute_of_day(now_.local - (tick_ - tick));
    const auto left = static_cast<Tick>(minutes_of_slot - clock % minutes_of_slot);
    const Tick end = tick + std::min(left, tick_ - tick + 1);
    std::int64_t came = 0;
    for (; tick < end; ++tick) came += volume_at(tick).came;
    silence.came += came;
    silence.most += odds_of(share.most(StatusRatio::Table::slot(clock))) * static_cast<double>(came);
  }
  return silence;
}

// What should have come since the last row: minute by minute, as shares change over the day. Mostly it is not much, as
// what came of the whole says at once.
void KeyMonitor::test_silence(Assessed& result, KeyId id, const Cell& cell, double surcharge) {
  const KeyShare share = share_of(keys_[id]);
  const Tick begin = std::max({keys_[id].last + 1, since_, cell.begin, tick_ - std::min(tick_, longest_silence) + 1});
  const auto [came, most] = most_of_silence(share, begin);
  due_[id] = std::numeric_limits<std::int64_t>::max();
  set_due(id, total_ - came, share.bound());
  if (due_[id] > total_ || most < least_silence_ - margin_of_rounding) return;
  double mean = 0.0;
  PlaceInWeek at;
  double of_weekday = share.on_weekday(at.weekday);
  for (Tick tick = begin; tick <= tick_; ++tick) {
    const Volume& minute = volume_at(tick);
    const PlaceInWeek next = place_in_week(now_.local - (tick_ - tick));
    if (next.weekday != at.weekday) of_weekday = share.on_weekday(next.weekday);
    at = next;
    const double part = share.least(at.clock) * of_weekday;
    mean += std::min(odds_of(part) * static_cast<double>(minute.came), part * minute.low);
  }
  if (begin > tick_) return;
  const double known = 1.0 / (share.count(now_.place.clock) + parameters_.prior_count);
  const double of_others = 1.0 / (static_cast<double>(came) + parameters_.prior_count);
  const int length = static_cast<int>(tick_ - begin) + 1;
  const auto window = static_cast<std::size_t>(std::ranges::lower_bound(windows, length) - windows.begin());
  const double spread2 = statuses_.front().spread2[std::min(window, windows.size() - 1)];
  test(result,
       {.window = length, .side = Side::below, .mean = std::max(mean, least_mean), .is_short = true, .silence = true},
       spread2 + known + of_others, surcharge);
}

void KeyMonitor::judge_status(const Row& row) {
  const Cell& cell = cells_[row.cell];
  if (cell.counts.back() < parameters_.min_excess) return;  // the longest window has the most
  const Key& key = fresh(row.key);
  const KeyShare share = share_of(key);
  const Status& status = statuses_[cell.status];
  const double surcharge = surcharge_for(cell.status);
  const double known =
      1.0 / (share.count(now_.place.clock) + parameters_.prior_count) + 1.0 / (cell.learnt + parameters_.prior_count);
  Assessed assessed;
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const double count = cell.counts[w];
    if (count < parameters_.min_excess || !is_complete(cell, w)) continue;
    const double of_others = 1.0 / (std::max(status.count[w] - count, 0.0) + parameters_.prior_count);
    test(assessed,
         {.window = windows[w],
          .side = Side::above,
          .count = count,
          .mean = rise_mean(cell, share, w),
          .is_short = windows[w] <= short_window},
         status.spread2[w] + known + of_others, surcharge);
  }
  const double expected = relative_ratio(cell) * status.ratio * share.usual(now_.place.clock) * now_.middle;
  decide(row.cell, assessed, expected, row.count);
}

// In a minute in which the whole alerts it has paid for the look.
double KeyMonitor::surcharge_for(Place place) const {
  const Status& status = statuses_[place];
  return (place == volume ? status.falls : status.rises) ? std::min(now_.least_surcharge, now_.surcharge)
                                                         : now_.surcharge;
}

void KeyMonitor::decide(std::uint32_t at, const Assessed& assessed, double expected, std::uint64_t count) {
  Cell& cell = cells_[at];
  const Test& told = cell.sharp ? assessed.best_short : assessed.best;
  if (told.window == 0 || told.score < now_.threshold) return;
  if (cell.hits == 0) running_.push_back(at);
  ++cell.hits;
  cell.last_alert = tick_;
  cell.sharp = cell.sharp || (assessed.best_short.window > 0 && assessed.best_short.score >= now_.threshold);
  make_alert(cell, told, expected, count);
  if (cell.hits == hits_to_accept(cell)) accept(at);
}

std::uint32_t KeyMonitor::hits_to_accept(const Cell& cell) const {
  return static_cast<std::uint32_t>(cell.status == volume ? minutes_per_day : parameters_.max_pause);
}

void KeyMonitor::make_alert(const Cell& cell, const Test& told, double expected, std::uint64_t count) {
  KeyAlert& alert = alerts_.emplace_back();
  alert.key = cell.key;
  alert.status = statuses_[cell.status].id;
  alert.count = count;
  alert.expected = expected;
  alert.score = told.score;
  alert.has_row = count > 0;
  alert.severity = told.score >= now_.threshold + key_critical_margin ? Severity::critical : Severity::warning;
  alert.side = told.side;
  alert.excess = std::abs(told.count - told.mean);
  alert.window = told.window;
  const Finding finding{told.window, told.side, told.count, told.mean, told.score};
  alert.reason = told.silence ? word_silence(finding, now_.local - told.window) : word_reason(finding);
  if (cell.hits >= hits_to_accept(cell)) alert.reason += taken_as_normal(told.count / told.mean, "the time before");
}

// What has lasted for so long is no news: the key, or its ratio, is learnt anew.
void KeyMonitor::accept(std::uint32_t at) {
  Cell& cell = cells_[at];
  cell.learnt = cell.expected = 0.0;
  if (cell.status != volume) return;
  Key& key = fresh(cell.key);
  key.learnt = {};
  for (std::uint32_t of_key = key.first; of_key != none; of_key = cells_[of_key].next)
    cells_[of_key].learnt = cells_[of_key].expected = 0.0;
}

// By how much each window of a cell is off, on the side that is told of it.
PerWindow KeyMonitor::excesses_of(const Cell& cell) {
  const KeyShare share = share_of(fresh(cell.key));
  PerWindow excess{};
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const double count = cell.counts[w];
    excess[w] = cell.status == volume
                    ? fall_mean(cell, share.least(now_.place.clock) * share.on_weekday(now_.place.weekday), w) - count
                    : count - plain_rise_mean(cell, share, w);
    excess[w] = std::max(excess[w], 0.0);
  }
  return excess;
}

// Of all that are in an episode: that one of them has no row in this minute explains no less.
void KeyMonitor::find_excesses() {
  for (const std::uint32_t at : running_) {
    const Cell& cell = cells_[at];
    if (cell.status >= statuses_.size()) continue;
    const Status& status = statuses_[cell.status];
    const bool asked = cell.status == volume ? status.falls : status.rises;
    if (!asked) continue;
    const Side side = cell.status == volume ? Side::below : Side::above;
    excesses_.push_back({names_.family(cell.key), cell.status, side, excesses_of(cell)});
  }
  // Their sum is the same in a run that was cut, which has the cells in another order.
  std::ranges::sort(excesses_, {}, &Excess::of_window);
}

bool KeyMonitor::explains(const Verdict& whole) const {
  const auto window = std::ranges::find(windows, whole.window == 0 ? longest_window : whole.window);
  const auto w = static_cast<std::size_t>(window - windows.begin());
  const auto status = std::ranges::find(statuses_, whole.id, &Status::id);
  if (w == windows.size() || status == statuses_.end() || !whole.alert) return false;
  const double off = status->count[w] - whole.mean;
  const double excess = whole.side == Side::above ? off : -off;
  std::array<double, max_families> by_family{};
  for (const Excess& part : excesses_) {
    if (statuses_[part.status].id == whole.id && part.side == whole.side) by_family[part.family] += part.of_window[w];
  }
  const double most = *std::ranges::max_element(by_family);
  return most > 0 && most >= explaining_part * excess;
}

}  // namespace pos::model
