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

// What an older version has learned means something else to this one.
void restore_version(StateReader& in) {
  if (in.integer_line(format_name, 1, INT32_MAX) == format_version) return;
  in.fail("learned by another version of pos-tools: train again");
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
  out.integer_line(format_name, format_version);
  save_parameters(out, parameters_);
  out.integer_line("age", age_);
  out.optional_line("minute", last_minute_);
  out.optional_line("last_row", last_row_);
  out.integer_line("offset", offset_);
  out.integer_line("row_offset", row_offset_);
  out.optional_line("closed", closed_);
  out.integer_line("grace", grace_);
  out.integer_line("volume_seen", volume_seen_ ? 1 : 0);
  profile_.save(out);
  fast_.save(out, "fast");
  slow_.save(out, "slow");
  fall_.save(out);
  out.begin("unseen");
  out.end();
  unseen_.save(out);
  out.integer_line("statuses", static_cast<std::int64_t>(watched_.size()));
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
  age_ = in.integer_line("age", 0, max_minute);
  last_minute_ = in.optional_line("minute", -max_named_minute, max_named_minute);
  last_row_ = in.optional_line("last_row", -max_named_minute, max_named_minute);
  if ((age_ > 0) != last_minute_.has_value() || (age_ > 0) != last_row_.has_value() || last_row_ > last_minute_) {
    in.fail("age, minute and last_row contradict each other");
  }
  offset_ = static_cast<int>(in.integer_line("offset", -minutes_per_day, minutes_per_day));
  row_offset_ = static_cast<int>(in.integer_line("row_offset", -minutes_per_day, minutes_per_day));
  closed_ = in.optional_line("closed", -max_named_minute, max_named_minute);
  grace_ = static_cast<int>(in.integer_line("grace", 0, max_grace));
  volume_seen_ = in.integer_line("volume_seen", 0, 1) != 0;
}

void Monitor::restore_statuses(StateReader& in) {
  const std::int64_t statuses = in.integer_line("statuses", 1, max_statuses + 1);
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
