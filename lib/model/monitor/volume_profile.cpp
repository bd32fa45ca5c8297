// SPDX-License-Identifier: MIT
// Daily curve of the volume. Today's minutes enter it at midnight, so none explains itself.
#include "model/monitor/volume_profile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

constexpr double lowest_rate = 0.05;  // transactions per minute
constexpr std::int64_t week = 7;
constexpr std::int64_t a_sunday = 3;  // 1970-01-04

using Row = VolumeTable::Row;

std::size_t gaps(const Row& seen) { return static_cast<std::size_t>(std::ranges::count(seen, 0.0)); }

double median(double a, double b, double c) { return std::max(std::min(a, b), std::min(std::max(a, b), c)); }

// Rates of the slots that hold at least a minute; 0 elsewhere.
Row seen_rates(const Row& count, const Row& minutes) {
  Row rate{};
  for (std::size_t j = 0; j < volume_slots; ++j) {
    if (minutes[j] >= 1.0) rate[j] = std::max(count[j] / minutes[j], lowest_rate);
  }
  return rate;
}

// Gaps become the geometric interpolation of their nearest neighbours around the clock.
// Needs at least one rate above 0.
Row fill_gaps(const Row& seen) {
  Row filled{};
  for (std::size_t j = 0; j < volume_slots; ++j) {
    std::size_t back = 0;
    std::size_t ahead = 0;
    while (seen[(j + volume_slots - back) % volume_slots] == 0.0) ++back;
    while (seen[(j + ahead) % volume_slots] == 0.0) ++ahead;
    const double before = seen[(j + volume_slots - back) % volume_slots];
    const double after = seen[(j + ahead) % volume_slots];
    const auto a = static_cast<double>(back);
    const auto b = static_cast<double>(ahead);
    filled[j] = back == 0 ? before : std::exp((b * std::log(before) + a * std::log(after)) / (a + b));
  }
  return filled;
}

}  // namespace

VolumeProfile::VolumeProfile(const MonitorParameters& p)
    : weak_count_(p.weak_count), min_excess_(p.min_excess), contrast_(p.contrast) {}

void VolumeProfile::add(int minute_of_day, double count) {
  today_.add(minute_of_day, count, 1.0);
  total_ += count;
  minutes_ += 1.0;
}

bool VolumeProfile::end_of_day(std::int64_t last, std::int64_t day) {
  past_.fade();
  past_.add(today_);
  today_ = {};
  const bool first = !usable();
  if (first && 2 * gaps(seen_rates(past_.count(), past_.exposure())) > volume_slots) fill_in_today();
  const Row seen = seen_rates(past_.count(), past_.exposure());
  const bool enough = 2 * gaps(seen) <= volume_slots;
  if (enough) {
    const Row& minutes = past_.exposure();
    days_ = std::accumulate(minutes.begin(), minutes.end(), 0.0) / minutes_per_day;
    rate_ = fill_gaps(seen);
  }
  fortnight_.end_of_day(last, day);
  begin_day(day);
  return enough && first;
}

// A shop that is open for less than half of the day: what seemed an incident to the flat profile was closing time.
void VolumeProfile::fill_in_today() {
  const VolumeTable& came = fortnight_.today();
  for (std::size_t j = 0; j < volume_slots; ++j) {
    if (past_.exposure()[j] < 1.0 && fortnight_.is_known(j)) past_.add_slot(j, came.count()[j], came.exposure()[j]);
  }
}

void VolumeProfile::mark_quiet(std::int64_t begin, std::int64_t end, std::int64_t day) {
  fortnight_.mark_quiet(begin, end);
  begin_day(day);
}

void VolumeProfile::begin_day(std::int64_t day) {
  if (!usable()) return;
  plan(day);
  find_closed(day);
}

std::optional<double> VolumeProfile::share_of_slot(int minute_of_day) const {
  constexpr double enough = 10.0;
  const std::size_t slot = VolumeTable::slot(minute_of_day);
  const double expected = at(minute_of_day).rate * fortnight_.today().exposure()[slot];
  if (expected < enough) return std::nullopt;
  return fortnight_.today().count()[slot] / expected;
}

bool VolumeProfile::is_never_open(std::size_t slot, std::int64_t day) const {
  if (past_.exposure()[slot] >= 1.0) return false;
  bool known = false;
  for (std::int64_t before = day - 2 * week + 1; before < day; ++before) {
    const auto count = fortnight_.came(before, slot);
    if (count && *count >= min_excess_) return false;
    known = known || count.has_value();
  }
  return known;
}

bool VolumeProfile::is_closed_weekday(std::size_t slot, std::int64_t day) const {
  if (day <= first_dated_day) return false;
  const auto a = fortnight_.had_less(day - week, slot, min_excess_);
  const auto b = fortnight_.had_less(day - 2 * week, slot, min_excess_);
  return (a || b) && a.value_or(true) && b.value_or(true);
}

void VolumeProfile::find_closed(std::int64_t day) {
  constexpr std::size_t reach = 2;
  closed_.reset();
  for (std::size_t j = 0; j < volume_slots; ++j) {
    if (is_closed_weekday(j, day)) closed_.set(j);
    if (!is_never_open(j, day)) continue;
    for (std::size_t near = j + volume_slots - reach; near <= j + volume_slots + reach; ++near)
      closed_.set(near % volume_slots);
  }
}

// A median of three: one odd Monday changes no later one, and what two in a row agree on is followed at once. Where
// only one is known, and it was another business, all between it and the curve is normal.
void VolumeProfile::plan(std::int64_t day) {
  Row rate = *rate_;
  Row low = rate;
  Row high = rate;
  const auto rate_on = [&](std::int64_t before, std::size_t slot) -> std::optional<double> {
    const auto count = fortnight_.came(before, slot);
    if (!count) return std::nullopt;
    return std::max((*count + weak_count_) / (slot_minutes + weak_count_ / (*rate_)[slot]), lowest_rate);
  };
  const bool knows_weekdays = day > first_dated_day;
  for (std::size_t j = 0; j < volume_slots && knows_weekdays; ++j) {
    const double usual = (*rate_)[j];
    const auto a = rate_on(day - week, j);
    const auto b = rate_on(day - 2 * week, j);
    if (a && b) {
      rate[j] = low[j] = median(usual, *a, *b);
      high[j] = std::max(usual, rate[j]);
    } else if (const auto one = a ? a : b; one && std::max(usual, *one) >= contrast_ * std::min(usual, *one)) {
      low[j] = std::min(usual, *one);
      high[j] = std::max(usual, *one);
    }
  }
  curve_.emplace(rate, low, high, contrast_);
  const Row least = least_of_sundays(day, low);
  holiday_.emplace(least, least, least, contrast_);
}

// As they were: drawn towards an ordinary day, a closed one would miss ten transactions in half an hour.
VolumeProfile::Row VolumeProfile::least_of_sundays(std::int64_t day, const Row& low) const {
  Row least;
  least.fill(lowest_rate);
  if (day <= first_dated_day) return least;
  const std::int64_t sunday = day - 1 - (day - 1 - a_sunday) % week;  // the last one before
  for (std::size_t j = 0; j < volume_slots; ++j) {
    const auto a = fortnight_.came(sunday, j);
    const auto b = fortnight_.came(sunday - week, j);
    if (!a && !b) continue;
    const double came = std::min(a ? *a : *b, b ? *b : *a);
    least[j] = std::min(std::max(came / slot_minutes, lowest_rate), low[j]);
  }
  return least;
}

VolumeRate VolumeProfile::flat_rate() const {
  const double flat = std::max(total_ / std::max(minutes_, 1.0), lowest_rate);
  return {flat, flat, flat};
}

VolumeRate VolumeProfile::at(int minute_of_day, DayKind kind) const {
  const VolumeRate usual = curve_ ? curve_->at(minute_of_day) : flat_rate();
  if (kind == DayKind::closed) return {lowest_rate, lowest_rate, usual.high};
  if (kind != DayKind::holiday) return usual;
  const double least = holiday_ ? holiday_->at(minute_of_day).low : lowest_rate;
  return {usual.rate, std::min(usual.low, least), usual.high};
}

void VolumeProfile::save(StateWriter& out) const {
  out.begin("profile");
  out.number(total_);
  out.number(minutes_);
  out.number(days_);
  out.end();
  past_.save(out, "profile_past");
  today_.save(out, "profile_today");
  out.begin("profile_rate");
  if (rate_) out.numbers(*rate_);
  out.end();
  fortnight_.save(out);
}

void VolumeProfile::restore(StateReader& in) {
  in.begin("profile");
  total_ = in.amount();
  minutes_ = in.amount();
  days_ = in.amount();
  in.end();
  past_.restore(in, "profile_past");
  today_.restore(in, "profile_today");
  in.begin("profile_rate");
  if (in.more()) {
    // Interpolation may round below the lowest rate. Logarithms are taken: 0 must not pass.
    for (double& rate : rate_.emplace()) rate = in.number(lowest_rate / 2, 1e40);
  }
  in.end();
  fortnight_.restore(in);
}

}  // namespace pos::model
