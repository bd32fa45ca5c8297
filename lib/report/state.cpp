// SPDX-License-Identifier: MIT
#include "report/state.hpp"

#include <algorithm>
#include <tuple>

#include "base/volume.hpp"

namespace pos::report {
namespace {

using incident::Incident;

bool is_worse(const Incident& one, const Incident& other) {
  const auto rank = [](const Incident& incident) {
    return std::tuple(incident.severity, incident::lost(incident).value_or(0), incident.last - incident.first);
  };
  return rank(one) > rank(other);
}

void look_at_running(State& state, const Report& report) {
  const Incident* worst = nullptr;
  for (const Incident& one : report.incidents) {
    if (!runs(report, one)) continue;
    ++state.running;
    if (!worst || is_worse(one, *worst)) worst = &one;
  }
  if (worst) state.worst = worst;
}

// That no rows come is known as an incident where its alerts go on behind the last row: silence is told by rows that are
// made up.
bool is_told(const State& state, const Report& report) {
  return std::ranges::any_of(report.incidents,
                             [&](const Incident& one) { return runs(report, one) && one.last > state.last->time; });
}

Condition condition_of(const State& state, const Report& report) {
  if (report.is_of_nothing) return Condition::empty;
  if (!state.last) return Condition::past;
  if (state.last->overdue && !is_told(state, report)) return Condition::no_data;
  if (state.running == 0) return Condition::normal;
  return state.worst->severity == Severity::critical ? Condition::critical : Condition::warning;
}

std::optional<LocalSeconds> since_of(const State& state, const Report& report) {
  if (state.condition == Condition::no_data) return state.last->time;
  if (state.condition == Condition::critical || state.condition == Condition::warning) return state.worst->first;
  if (state.condition != Condition::normal || report.incidents.empty()) return std::nullopt;
  return std::ranges::max_element(report.incidents, {}, &Incident::last)->last;
}

}  // namespace

std::string_view condition_name(Condition condition) {
  constexpr std::string_view names[] = {"empty", "past", "no_data", "normal", "warning", "critical"};
  return names[static_cast<std::size_t>(condition)];
}

State state_of(const Report& report) {
  State state;
  state.last = report.newest;
  state.worst = worst_incident(report);
  state.incidents = static_cast<std::int64_t>(report.incidents.size());
  state.lost = lost_in_all(report);
  state.lost_amount = lost_amount_in_all(report);
  look_at_running(state, report);
  state.condition = condition_of(state, report);
  state.since = since_of(state, report);
  return state;
}

std::optional<double> lost_in_all(const Report& report) {
  if (report.volume == every_status) return std::nullopt;
  // Where rows came and nobody says what was expected, no incident does not mean that nothing was lost.
  const bool is_known = report.incidents.empty() && (report.is_judged || report.total.rows == 0);
  std::optional<double> all = is_known ? std::optional(0.0) : std::nullopt;
  for (const Incident& incident : report.incidents) {
    if (const auto lost = incident::lost(incident)) all = all.value_or(0) + *lost;
  }
  return all;
}

std::optional<double> lost_amount_in_all(const Report& report) {
  constexpr double none = 0.5;  // is no transaction
  if (!report.has_amounts || !lost_in_all(report)) return std::nullopt;
  double all = 0;
  for (const Incident& incident : report.incidents) {
    const auto amount = incident::lost_amount(incident);
    if (!amount && incident::lost(incident).value_or(0) >= none) return std::nullopt;
    all += amount.value_or(0);
  }
  return all;
}

const Incident* worst_incident(const Report& report) {
  const Incident* worst = nullptr;
  for (const Incident& incident : report.incidents) {
    if (!worst || is_worse(incident, *worst)) worst = &incident;
  }
  return worst;
}

}  // namespace pos::report
