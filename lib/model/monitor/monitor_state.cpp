// SPDX-License-Identifier: MIT
// The monitor's state as text, and back from text of unknown origin.
#include <stdexcept>

#include "base/text.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/monitor.hpp"

namespace pos::model {

namespace {

constexpr std::string_view format_name = "pos-monitor";
constexpr std::int64_t format_version = 3;

void save_integer(StateWriter& out, std::string_view key, std::int64_t value) {
  out.begin(key);
  out.integer(value);
  out.end();
}

std::int64_t restore_integer(StateReader& in, std::string_view key, std::int64_t lowest, std::int64_t highest) {
  in.begin(key);
  const std::int64_t value = in.integer(lowest, highest);
  in.end();
  return value;
}

// What an older version has learned means something else to this one.
void restore_version(StateReader& in) {
  if (restore_integer(in, format_name, 1, INT32_MAX) == format_version) return;
  in.fail("learned by another version of pos-tools: train again");
}

// A key alone stands for no minute.
void save_minute(StateWriter& out, std::string_view key, std::optional<std::int64_t> minute) {
  out.begin(key);
  if (minute) out.integer(*minute);
  out.end();
}

std::optional<std::int64_t> restore_minute(StateReader& in, std::string_view key) {
  std::optional<std::int64_t> minute;
  in.begin(key);
  if (in.more()) minute = in.integer(-max_named_minute, max_named_minute);
  in.end();
  return minute;
}

void save_parameters(StateWriter& out, const MonitorParameters& p) {
  out.begin("parameters");
  out.number(p.budget);
  out.integer(p.level_half_life);
  out.integer(p.drift_half_life);
  for (const double value :
       {p.prior_count, p.weak_count, p.spread_floor, p.spread_prior, p.min_change, p.min_excess, p.contrast}) {
    out.number(value);
  }
  out.integer(p.max_pause);
  out.end();
  out.begin("volume");
  out.rest(p.volume);
  out.end();
}

MonitorParameters restore_parameters(StateReader& in) {
  MonitorParameters p;
  in.begin("parameters");
  p.budget = in.amount();
  p.level_half_life = static_cast<int>(in.integer(1, INT32_MAX));
  p.drift_half_life = static_cast<int>(in.integer(1, INT32_MAX));
  for (double* value :
       {&p.prior_count, &p.weak_count, &p.spread_floor, &p.spread_prior, &p.min_change, &p.min_excess, &p.contrast}) {
    *value = in.amount();
  }
  p.max_pause = static_cast<int>(in.integer(1, INT32_MAX));
  in.end();
  in.begin("volume");
  p.volume = in.rest();
  in.end();
  try {
    check(p);
  } catch (const std::invalid_argument& error) {
    in.fail(error.what());
  }
  return p;
}

}  // namespace

std::string Monitor::state(int digits) const {
  StateWriter out(digits);
  save_integer(out, format_name, format_version);
  save_parameters(out, parameters_);
  save_integer(out, "age", age_);
  save_minute(out, "minute", last_minute_);
  save_minute(out, "last_row", last_row_);
  save_integer(out, "offset", offset_);
  save_integer(out, "row_offset", row_offset_);
  save_minute(out, "closed", closed_);
  save_integer(out, "grace", grace_);
  save_integer(out, "volume_seen", volume_seen_ ? 1 : 0);
  profile_.save(out);
  fast_.save(out, "fast");
  slow_.save(out, "slow");
  fall_.save(out);
  out.begin("unseen");
  out.end();
  unseen_.save(out);
  save_integer(out, "statuses", static_cast<std::int64_t>(watched_.size()));
  for (const WatchedStatus& status : watched_) {
    out.begin("status");
    out.integer(status.met);
    out.rest(names_.name(status.id));
    out.end();
    status.save(out);
  }
  out.begin("end");
  out.end();
  return out.take();
}

Monitor Monitor::from_state(std::string_view text) {
  StateReader in(text);
  restore_version(in);
  Monitor monitor(restore_parameters(in));
  monitor.restore_position(in);
  monitor.profile_.restore(in);
  if (monitor.last_minute_) monitor.profile_.begin_day(day_of(*monitor.last_minute_ + monitor.offset_));
  monitor.fast_.restore(in, "fast");
  monitor.slow_.restore(in, "slow");
  monitor.fall_.restore(in);
  in.begin("unseen");
  in.end();
  monitor.unseen_.restore(in);
  monitor.restore_statuses(in);
  in.begin("end");
  in.end();
  in.finish();
  return monitor;
}

void Monitor::restore_position(StateReader& in) {
  age_ = restore_integer(in, "age", 0, max_minute);
  last_minute_ = restore_minute(in, "minute");
  last_row_ = restore_minute(in, "last_row");
  if ((age_ > 0) != last_minute_.has_value() || (age_ > 0) != last_row_.has_value() || last_row_ > last_minute_) {
    in.fail("age, minute and last_row contradict each other");
  }
  offset_ = static_cast<int>(restore_integer(in, "offset", -minutes_per_day, minutes_per_day));
  row_offset_ = static_cast<int>(restore_integer(in, "row_offset", -minutes_per_day, minutes_per_day));
  closed_ = restore_minute(in, "closed");
  grace_ = static_cast<int>(restore_integer(in, "grace", 0, max_grace));
  volume_seen_ = restore_integer(in, "volume_seen", 0, 1) != 0;
}

void Monitor::restore_statuses(StateReader& in) {
  const std::int64_t statuses = restore_integer(in, "statuses", 1, max_statuses + 1);
  for (std::int64_t j = 0; j < statuses; ++j) {
    in.begin("status");
    const std::int64_t met = in.integer(0, age_);
    const std::string_view name = in.rest();
    if (!is_status_name(name)) in.fail("not a status name");
    const StatusId id = names_.id(name);
    // A name that was there before, or one too many, has another number; the volume comes first.
    if (id != j || names_.name(id) != name) in.fail("status out of place");
    WatchedStatus& status = watch(id);
    status.met = met;
    status.restore(in);
  }
}

}  // namespace pos::model
