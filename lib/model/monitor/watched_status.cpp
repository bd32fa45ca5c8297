// SPDX-License-Identifier: MIT
// Everything the monitor keeps for one status.
#include "model/monitor/watched_status.hpp"

namespace pos::model {

WatchedStatus::WatchedStatus(const MonitorParameters& parameters, Role its_role)
    : role(its_role), ratio(parameters), spread(parameters), episode(parameters) {}

int WatchedStatus::pause_limit(const MonitorParameters& parameters, std::int64_t age, bool has_profile) const {
  const bool first_day = met >= minutes_per_day && age - met < minutes_per_day;
  const bool is_new = is_volume() ? !has_profile : first_day;
  return is_new ? parameters.warmup() : parameters.max_pause;
}

void WatchedStatus::forget() { recent.forget(is_volume() ? Reference::low : Reference::high); }

void WatchedStatus::forget_minute() { recent.forget_newest(is_volume() ? Reference::low : Reference::high); }

void WatchedStatus::save(StateWriter& out) const {
  if (!is_volume()) ratio.save(out);
  spread.save(out);
  recent.save(out);
  if (is_volume()) recent.save_curve(out);
  episode.save(out);
}

void WatchedStatus::restore(StateReader& in) {
  if (!is_volume()) ratio.restore(in);
  spread.restore(in);
  recent.restore(in);
  if (is_volume()) recent.restore_curve(in);
  episode.restore(in);
}

}  // namespace pos::model
