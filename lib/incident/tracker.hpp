// SPDX-License-Identifier: MIT
// Scored records in, incidents and what to tell people of them out. No I/O, and the clock is an argument.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/record.hpp"
#include "incident/state.hpp"

namespace pos::incident {

struct Settings {
  // Reminders, counted from the opening; after the last one again each time as long; empty: none.
  std::vector<std::chrono::seconds> repeat = {std::chrono::hours(4), std::chrono::hours(24), std::chrono::hours(168)};
  std::chrono::seconds resolve_after{600};
  int max_per_hour = 12;
  Severity min_severity = Severity::warning;
  bool by_status = true;            // status is one of the grouping columns
  std::string volume = "approved";  // what incidents that open now are counted in; every_status: nothing can be
};

// Something to tell or to note.
struct Event {
  What what = What::opened;
  ClockSeconds time = 0;
  Incident incident;           // as it is now; of a digest: nothing
  std::optional<double> lost;  // as lost() has it
  bool tell = true;            // a message is due
  std::string reason;          // suppressed: why
  int reminder = 0;            // reminded: which one, from 1
  std::optional<ClockSeconds> next_reminder;

  struct Entry {
    What what;
    ClockSeconds time;
    Incident incident;
    std::optional<double> lost;
  };
  std::vector<Entry> entries;  // digest: what was kept back
};

// The rules, over a state that somebody else keeps.
//
// Joining    An alert belongs to the open incident of its group that has its status, or whose last
//            alert is at most 10 minutes ago; without Settings::by_status to any one of its group.
// Opening    is told when the minute is complete: with the next minute's first record, or tick().
// Resolving  by normal data alone: records with a count that are no alerts, covering resolve_after
//            since the last alert. A gap between two of them counts for no more than half of that (and
//            a quarter of an hour): silence does not resolve.
// Flapping   An alert of one of its statuses at most 30 minutes after opens it again, and doubles
//            its resolve_after, up to 4 hours.
// Storms     Beyond max_per_hour messages in any hour they are kept back for one digest.
// Silences   An incident is kept quiet while all its parts match one. If it is still open then, it
//            is told as opened. That it is over is told to whoever knows of it, silence or not.
// Order      Records by time; a late one counts with the incident that is open.
// Clock      The present one is right. What it finds stamped with a later time was stamped by a clock that was
//            ahead, and is taken as of now, once: correct_stamps() changes the state.
class Tracker {
 public:
  static constexpr LocalSeconds join_gap = 600;
  static constexpr LocalSeconds flap_gap = 1800;
  static constexpr std::chrono::seconds longest_resolve_after = std::chrono::hours(4);

  using Tell = std::function<void(const Event&)>;

  Tracker(const Settings& settings, State& state, Tell tell)
      : settings_(settings), state_(state), tell_(std::move(tell)) {}

  // Before anything else goes by the clock: a clock that was ahead has left stamps behind.
  void correct_stamps(ClockSeconds now);
  void push(const Record& record, const std::string& group, ClockSeconds now);
  // Time has passed, or the input has ended: the minute at hand is as complete as it gets.
  void tick(ClockSeconds now);

 private:
  [[nodiscard]] bool is_alert(const Record& record) const;
  void count_volume(const Record& record, const std::string& group, LocalSeconds minute);
  [[nodiscard]] bool is_volume(const std::string& status) const;
  void settle(const std::pair<std::string, std::string>& whose, const VolumeSeen& seen);
  void count(const Record& record, const std::string& group, LocalSeconds minute);
  void alert(const Record& record, const std::string& group, ClockSeconds now);
  void normal(const Record& record, const std::string& group, ClockSeconds now);
  void forget_closed(LocalSeconds time);

  Incident& incident_of(const Record& record, const std::string& group, ClockSeconds now);
  Incident* find_open(const std::string& status, const std::string& group, LocalSeconds minute);
  Incident* find_closed(const std::string& status, const std::string& group, LocalSeconds minute);
  Incident& open_new(const std::string& group, LocalSeconds minute, ClockSeconds now);
  void reopen(Incident& incident, ClockSeconds now);

  [[nodiscard]] const Silence* silenced_by(const Incident& incident, ClockSeconds now) const;
  void tell_owed(Incident& incident, ClockSeconds now);
  void remind(Incident& incident, ClockSeconds now);
  void tell_digest(ClockSeconds now);
  void message(What what, const Incident& incident, ClockSeconds now);
  [[nodiscard]] bool may_send() const;
  [[nodiscard]] Event event(What what, const Incident& incident, ClockSeconds now) const;

  [[nodiscard]] int reminders_until(const Incident& incident, ClockSeconds now) const;
  [[nodiscard]] std::optional<ClockSeconds> reminder_time(const Incident& incident, int number) const;

  const Settings& settings_;
  State& state_;
  Tell tell_;
};

// Of its volume status, expected and not seen while the incident lasted; 0 where more came. Nothing: it cannot be
// known, since the volume is every_status.
[[nodiscard]] std::optional<double> lost(const Incident& incident, const State& state);

}  // namespace pos::incident
