// SPDX-License-Identifier: MIT
// Days of scored records for tests of the tracker, told in few words.
#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "incident/teller.hpp"

namespace pos::incident {

inline constexpr LocalSeconds minute = 60;
inline constexpr LocalSeconds hour = 3600;

inline Record normal_row(LocalSeconds time, const std::string& status = "approved", std::int64_t count = 10,
                         std::optional<double> expected = 10) {
  Record record{time, status, count, {}};
  record.scored.expected = expected;
  return record;
}

inline Record alert_row(LocalSeconds time, const std::string& status = "denied", Severity severity = Severity::warning,
                        double surprise = 1) {
  Record record{time, status, 50, {}};
  record.scored.expected = 5;
  record.scored.surprise = surprise;
  record.scored.severity = severity;
  record.scored.decision = Decision::alert;
  record.scored.reason = "above: " + std::to_string(static_cast<int>(surprise));
  return record;
}

// The records' times are the clock, unless a test says otherwise. `story` is what was told: `event id@minute`,
// with `-` before it where no message is due; incidents are
// numbered as they were told first.
class Day {
 public:
  Settings settings;
  State state;
  std::vector<Event> events;
  Reading reading = Reading::live;

  void push(const Record& record, const std::string& group = "", std::optional<ClockSeconds> clock = {}) {
    teller().push(record, group, clock.value_or(record.time), reading);
    if (after_each) after_each(state);
  }
  void tick(ClockSeconds now) {
    teller().tick(now);
    if (after_each) after_each(state);
  }
  void correct(ClockSeconds now) {
    teller().correct_stamps(now);
    if (after_each) after_each(state);
  }
  // A row a minute, from up to but without to.
  void alerts(LocalSeconds from, LocalSeconds to, const std::string& status = "denied",
              Severity severity = Severity::warning) {
    for (LocalSeconds t = from; t < to; t += minute) push(alert_row(t, status, severity));
  }
  void normal(LocalSeconds from, LocalSeconds to) {
    for (LocalSeconds t = from; t < to; t += minute) push(normal_row(t));
  }

  [[nodiscard]] std::vector<std::string> story() const {
    std::vector<std::string> told;
    std::vector<std::int64_t> ids = {0};
    for (const Event& event : events) {
      const auto known = std::ranges::find(ids, event.incident.id);
      const auto number = known - ids.begin();
      if (known == ids.end()) ids.push_back(event.incident.id);
      told.push_back((event.tell ? "" : "-") + std::string(what_name(event.what)) + " " + std::to_string(number) + "@" +
                     std::to_string(event.time / minute));
    }
    return told;
  }

  std::function<void(State&)> after_each;  // a restart, for one

 private:
  Teller teller() {
    return Teller(settings, state, [this](const Event& event) { events.push_back(event); });
  }
};

using Story = std::vector<std::string>;

}  // namespace pos::incident
