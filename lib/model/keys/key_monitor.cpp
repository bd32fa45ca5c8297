// SPDX-License-Identifier: MIT
// One minute of the keys: what came, what it teaches. Tests: key_tests.cpp. State: key_state.cpp.
#include "model/keys/key_monitor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "base/text.hpp"

namespace pos::model {

namespace {

constexpr std::size_t volumes_kept = 13 * 60;  // of which the oldest hour is about to go
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();
// Of a minute: what half a day of such come to is a number yet.
constexpr double most_volume = 0x1p50;
constexpr double most_surcharge = 9.0;

double log10_of_keys(std::size_t keys) { return std::log10(static_cast<double>(std::max<std::size_t>(keys, 1))); }

}  // namespace

KeyMonitor::KeyMonitor(std::vector<std::string> families) : names_(std::move(families)), volumes_(volumes_kept) {}

KeyId KeyMonitor::intern(std::size_t family, std::string_view value) { return names_.id(family, value); }

double KeyMonitor::least_surcharge() const { return full_surcharge() / 3; }

double KeyMonitor::full_surcharge() const { return log10_of_keys(with_rows_); }

double KeyMonitor::surcharge() const {
  if (by_least_) return least_surcharge();
  return surcharge_ + std::max(full_surcharge() - log10_of_keys(keys_of_surcharge_), 0.0);
}

void KeyMonitor::set_surcharge(double surcharge) {
  if (!(surcharge >= 0 && surcharge <= most_surcharge)) throw std::invalid_argument("surcharge out of range");
  surcharge_ = surcharge;
  keys_of_surcharge_ = with_rows_;
}

std::span<const KeyAlert> KeyMonitor::step(const Monitor& whole, std::span<const KeyCount> counts, KeyRows rows) {
  alerts_.clear();
  excesses_.clear();
  if (!whole.last_minute()) return {};  // no transaction yet
  begin_minute(whole, rows);
  take(whole, rows == KeyRows::known ? counts : std::span<const KeyCount>());
  judge();
  find_excesses();
  end_episodes();
  learn();
  return alerts_;
}

void KeyMonitor::begin_minute(const Monitor& whole, KeyRows rows) {
  const Monitor::View& view = whole.view();
  parameters_ = whole.parameters();
  ++tick_;
  keys_.resize(names_.size());
  due_.resize(names_.size(), never);
  changed_.resize(names_.size(), 0);
  if (view.midnights > 0) {
    ++fades_;
    learnt_.fade(1);
  }
  const bool garbage = whole.watched().front().now.garbage;
  const bool is_of_no_use = garbage || rows == KeyRows::unknown;
  const bool nothing_is_known = is_of_no_use || !whole.has_profile();
  if (view.resumed || nothing_is_known) restart();
  // What comes in such a minute stays out of all windows.
  if (nothing_is_known) since_ = tick_ + 1;
  leave_oldest();

  now_ = {};
  now_.local = *whole.last_minute() + whole.offset();
  now_.place = place_in_week(now_.local);
  now_.judges = whole.has_profile() && view.extent == Extent::whole && since_ <= tick_;
  now_.judges_falls = now_.judges && view.kind == DayKind::ordinary;
  now_.teaches = view.extent == Extent::whole && view.kind == DayKind::ordinary && !is_of_no_use &&
                 !whole.watched().front().now.pauses;
  now_.middle = view.middle;
  now_.came = view.came;
  now_.learnt = learnt_.sum();
  now_.threshold = whole.threshold();
  constexpr double windows_and_silence = windows.size() + 1;
  now_.chances = std::log10(minutes_per_day * static_cast<double>(whole.statuses()) * windows_and_silence);
  see_statuses(whole);
  see_volume(whole);
}

// As if the stream began here: no window and no silence reaches behind it.
void KeyMonitor::restart() {
  since_ = tick_;
  for (Minute& minute : minutes_) minute = {};
  for (Cell& cell : cells_) cell.counts = {};
  for (auto& counts : whole_counts_) counts = {};
}

// Of each window, the minute that it has no room for any more.
void KeyMonitor::leave_oldest() {
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const auto length = static_cast<Tick>(windows[w]);
    if (tick_ <= length) continue;
    const Minute& minute = minutes_[(tick_ - length) % minutes_.size()];
    if (minute.tick != tick_ - length) continue;
    for (const Entry& entry : minute.entries) {
      Cell& cell = cells_[entry.cell];
      if (minute.tick >= cell.begin) cell.counts[w] -= entry.count;
    }
    for (const auto& [status, count] : minute.whole) whole_counts_[status][w] -= count;
  }
  Minute& minute = minutes_[tick_ % minutes_.size()];
  minute.tick = tick_;
  minute.entries.clear();
  minute.whole.clear();
}

void KeyMonitor::see_statuses(const Monitor& whole) {
  const auto watched = whole.watched();
  const double middle = whole.view().middle;
  statuses_.assign(watched.size(), {});
  whole_counts_.resize(std::max(whole_counts_.size(), watched.size()));
  Minute& minute = minutes_[tick_ % minutes_.size()];
  for (std::size_t place = 0; place < watched.size(); ++place) {
    const WatchedStatus& from = watched[place];
    Status& status = statuses_[place];
    status.id = from.id;
    status.garbage = from.now.garbage;
    status.pauses = from.now.pauses;
    status.ratio = middle > 0 ? from.now.expected / middle : 0.0;
    const WindowSums& sums = from.recent.sums();
    status.high = sums.high;
    const auto count = static_cast<std::uint64_t>(from.now.count);
    if (count > 0 && !status.garbage && since_ <= tick_) {
      minute.whole.emplace_back(static_cast<Place>(place), count);
      for (std::uint64_t& sum : whole_counts_[place]) sum += count;
    }
    for (std::size_t w = 0; w < windows.size(); ++w) {
      status.spread2[w] = from.spread.at(w) + from.now.rate_spread2;
      status.count[w] = static_cast<double>(whole_counts_[place][w]);
      status.rises = status.rises || (from.now.alert && status.count[w] > sums.high[w]);
      status.falls = status.falls || (from.now.alert && status.count[w] < sums.low[w]);
    }
  }
}

void KeyMonitor::see_volume(const Monitor& whole) {
  const Monitor::View& view = whole.view();
  const double most = view.extent == Extent::part ? view.came : std::numeric_limits<double>::infinity();
  const bool counts = since_ <= tick_;
  const auto came = counts ? static_cast<std::int64_t>(std::min(view.came, most_volume)) : 0;
  volume_at(tick_) = {came, std::min(view.low, most), view.middle};
  constexpr std::int64_t far = std::int64_t{1} << 61U;
  if (total_ > far) {
    total_ = 0;
    for (std::int64_t& due : due_) due = due == never ? never : 0;
  }
  total_ += came;
  // Newest first, so that a monitor that is restored adds up the same.
  Volume sum;
  double larger = 0.0;
  for (std::size_t w = 0, ago = 0; w < windows.size(); ++w) {
    for (; ago < static_cast<std::size_t>(windows[w]) && ago < tick_; ++ago) {
      const Volume& minute = volume_at(tick_ - static_cast<Tick>(ago));
      sum.low += minute.low;
      larger += std::max(static_cast<double>(minute.came), minute.middle);
    }
    now_.all[w] = statuses_.front().count[w];
    now_.low[w] = sum.low;
    now_.most[w] = std::max(larger, 1e-4);
  }
}

// Rows of one key and status are added up at its cell, so that only those that are left are put in order.
void KeyMonitor::take(const Monitor& whole, std::span<const KeyCount> counts) {
  rows_.clear();
  const bool of_all = parameters_.volume == every_status;
  const WatchedStatus* const first = whole.watched().data();
  for (const KeyCount& row : counts) {
    if (row.key >= names_.size()) throw std::invalid_argument("unknown key");
    const WatchedStatus* const status = whole.watched(row.status);
    if (status == nullptr || row.count == 0) continue;
    const auto place = static_cast<Place>(status - first);
    if (statuses_[place].garbage || statuses_.front().garbage) continue;
    const auto count = static_cast<std::uint32_t>(std::min(row.count, max_key_count));
    add(row.key, place, count);
    if (of_all && place != volume) add(row.key, volume, count);
  }
  std::ranges::sort(rows_,
                    [](const Row& a, const Row& b) { return a.key != b.key ? a.key < b.key : a.status < b.status; });
  minutes_[tick_ % minutes_.size()].entries.reserve(rows_.size());
  for (Row& row : rows_) enter(row);
}

void KeyMonitor::add(KeyId key, Place status, std::uint32_t count) {
  const std::uint32_t at = make_cell(key, status);
  if (came_.size() <= at) came_.resize(cells_.size(), 0);
  std::uint32_t& came = came_[at];
  if (came == 0) rows_.push_back({key, status, 0, at});
  came = static_cast<std::uint32_t>(std::min<std::uint64_t>(std::uint64_t{came} + count, max_key_count));
}

void KeyMonitor::enter(Row& row) {
  row.count = std::exchange(came_[row.cell], 0);
  changed_[row.key] = 1;
  if (row.status == volume) keys_[row.key].last = tick_;
  if (since_ > tick_) return;
  minutes_[tick_ % minutes_.size()].entries.push_back({row.cell, row.count});
  for (std::uint32_t& sum : cells_[row.cell].counts) sum += row.count;
}

std::uint32_t KeyMonitor::cell_of(KeyId key, Place status) const {
  std::uint32_t at = keys_[key].first;
  while (at != none && cells_[at].status < status) at = cells_[at].next;
  return at != none && cells_[at].status == status ? at : none;
}

// That which is there, or a new one, which knows how many of the status might have come so far.
std::uint32_t KeyMonitor::make_cell(KeyId id, Place status) {
  if (const std::uint32_t known = cell_of(id, status); known != none) return known;
  Key& key = fresh(id);
  if (key.first == none) ++with_rows_;
  const auto made = static_cast<std::uint32_t>(cells_.size());
  std::uint32_t* link = &key.first;
  while (*link != none && cells_[*link].status < status) link = &cells_[*link].next;
  Cell cell;
  cell.status = status;
  cell.key = id;
  cell.next = *link;
  if (status != volume && status < statuses_.size()) cell.expected = statuses_[status].ratio * key.learnt.sum();
  *link = made;
  cells_.push_back(cell);
  return made;
}

// What is old weighs less, as of the whole; done when somebody asks.
KeyMonitor::Key& KeyMonitor::fresh(KeyId id) {
  Key& key = keys_[id];
  if (key.fades == fades_) return key;
  const std::int64_t days = std::min<std::int64_t>(fades_ - key.fades, 10'000);
  key.fades = fades_;
  key.learnt.fade(days);
  for (std::uint32_t at = key.first; at != none; at = cells_[at].next) {
    for (std::int64_t day = 0; day < days; ++day) {
      cells_[at].learnt *= day_weight;
      cells_[at].expected *= day_weight;
    }
  }
  return key;
}

void KeyMonitor::end_episodes() {
  const auto is_over = [this](std::uint32_t at) {
    Cell& cell = cells_[at];
    changed_[cell.key] = 1;
    if (cell.hits > 0 && tick_ - cell.last_alert < static_cast<Tick>(parameters_.calm())) return false;
    cell.hits = 0;
    cell.sharp = false;
    cell.begin = tick_ + 1;
    cell.counts = {};
    return true;
  };
  std::erase_if(running_, is_over);
}

void KeyMonitor::learn() {
  if (!now_.teaches) return;
  for (const std::uint32_t cell : running_) learn_episode(cell);
  for (auto first = rows_.begin(); first != rows_.end();) {
    const auto last = std::find_if(first, rows_.end(), [&](const Row& row) { return row.key != first->key; });
    learn_key(first->key, {first, last});
    first = last;
  }
  learnt_.add(StatusRatio::Table::slot(now_.place.clock), now_.place.weekday, now_.came);
}

// What was to be expected, so that all stays as it is.
void KeyMonitor::learn_episode(std::uint32_t at) {
  const Cell& cell = cells_[at];
  if (cell.status != volume || cell.hits >= hits_to_accept(cell)) return;
  Key& key = fresh(cell.key);
  const double expected = share_of(key).usual(now_.place.clock) * now_.came;
  key.learnt.add(StatusRatio::Table::slot(now_.place.clock), now_.place.weekday, expected);
}

void KeyMonitor::learn_key(KeyId id, std::span<const Row> rows) {
  Key& key = fresh(id);
  const double came = rows.front().status == volume ? rows.front().count : 0.0;
  auto row = rows.begin();
  for (std::uint32_t at = key.first; at != none; at = cells_[at].next) {
    Cell& cell = cells_[at];
    while (row != rows.end() && row->status < cell.status) ++row;
    const double count = row != rows.end() && row->status == cell.status ? row->count : 0.0;
    const bool pauses = cell.hits > 0 && cell.hits < hits_to_accept(cell);
    if (cell.status == volume) {
      if (!pauses) key.learnt.add(StatusRatio::Table::slot(now_.place.clock), now_.place.weekday, count);
    } else if (cell.status < statuses_.size() && !statuses_[cell.status].pauses) {
      const double expected = statuses_[cell.status].ratio * came;
      const double learnt = pauses ? relative_ratio(cell) * expected : count;
      cell.expected += expected;
      cell.learnt += learnt;
    }
  }
  if (came <= 0) return;
  // Only of this slot it can have grown.
  const std::size_t slot = StatusRatio::Table::slot(now_.place.clock);
  const double whole = learnt_.slots[slot] + now_.came;
  set_due(id, total_, key.learnt.slots[slot] / std::max(whole, key.learnt.slots[slot]));
}

}  // namespace pos::model
