// SPDX-License-Identifier: MIT
#include "model/event_evaluation.hpp"

#include <algorithm>
#include <optional>

namespace pos::model {
namespace {

constexpr std::int64_t merge_gap = 10;     // minutes: alerts this near are one
constexpr std::int64_t piece = 30;         // a long false alert counts once for each of these
constexpr std::int64_t late = 2;           // after an event's end, an alert still detects it
constexpr std::int64_t aftermath = 15;     // after an event's end, nothing is counted
constexpr std::int64_t longest_tail = 60;  // after an event's end, its own alert may go on

struct Event {
  std::int64_t begin;
  std::int64_t end;  // exclusive
  std::set<std::string> statuses;

  [[nodiscard]] bool concerns(const EventLog::Entry& alert) const { return statuses.contains(alert.status); }
  [[nodiscard]] bool covers(std::int64_t minute) const { return begin <= minute && minute < end; }
};

std::vector<Event> events_of(const std::vector<EventLog::Entry>& labels) {
  std::vector<Event> events;
  for (const auto& [minute, status] : labels) {
    if (events.empty() || minute - events.back().end + 1 > merge_gap) events.push_back({minute, minute + 1, {}});
    events.back().end = std::max(events.back().end, minute + 1);
    events.back().statuses.insert(status);
  }
  return events;
}

// Minutes from the start to the first alert that detects the event.
std::optional<std::int64_t> delay_of(const Event& event, const std::vector<EventLog::Entry>& alerts) {
  for (const auto& alert : alerts) {
    if (alert.minute >= event.begin && alert.minute < event.end + late && event.concerns(alert))
      return alert.minute - event.begin;
  }
  return std::nullopt;
}

// The minute behind which alerts count again after an event: later while its own alert goes on.
std::int64_t end_of_tail(const Event& event, const std::vector<EventLog::Entry>& alerts) {
  const auto began_inside = [&](const auto& alert) { return event.covers(alert.minute) && event.concerns(alert); };
  if (std::none_of(alerts.begin(), alerts.end(), began_inside)) return event.end;
  std::int64_t last = event.end - 1;
  for (const auto& alert : alerts) {
    if (alert.minute < event.end || alert.minute >= event.end + longest_tail) continue;
    if (alert.minute < event.end + aftermath) {
      last = event.end + aftermath - 1;
    } else if (alert.minute - last <= merge_gap) {
      last = alert.minute;
    } else {
      break;
    }
  }
  return last + 1;
}

bool excused(const EventLog::Entry& alert, const std::vector<Event>& events, const std::vector<std::int64_t>& tails) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (alert.minute >= events[i].begin && alert.minute < std::max(events[i].end + aftermath, tails[i])) return true;
  }
  return false;
}

}  // namespace

double EventEvaluation::recall() const {
  return events > 0 ? static_cast<double>(detected) / static_cast<double>(events) : 0;
}

double EventEvaluation::false_events_per_day() const { return days > 0 ? static_cast<double>(false_events) / days : 0; }

double EventEvaluation::median_delay() const {
  if (delays.empty()) return 0;
  auto sorted = delays;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t middle = sorted.size() / 2;
  if (sorted.size() % 2 == 1) return static_cast<double>(sorted[middle]);
  return static_cast<double>(sorted[middle - 1] + sorted[middle]) / 2;
}

EventEvaluation evaluate_events(const EventLog& log) {
  const std::vector<Event> events = events_of(log.labels());
  EventEvaluation result;
  result.events = static_cast<std::int64_t>(events.size());
  result.days = static_cast<double>(log.minutes()) / 1440;
  std::vector<std::int64_t> tails;
  for (const Event& event : events) {
    tails.push_back(end_of_tail(event, log.alerts()));
    if (const auto delay = delay_of(event, log.alerts())) {
      ++result.detected;
      result.delays.push_back(*delay);
    }
  }
  std::optional<std::int64_t> start;
  std::int64_t last = 0;
  for (const auto& alert : log.alerts()) {
    if (excused(alert, events, tails)) continue;
    if (!start || alert.minute - last > merge_gap || alert.minute - *start >= piece) {
      ++result.false_events;
      start = alert.minute;
    }
    last = alert.minute;
  }
  return result;
}

}  // namespace pos::model
