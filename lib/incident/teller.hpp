// SPDX-License-Identifier: MIT
// What to tell people of incidents, and when. No I/O, and the clock is an argument.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "incident/event.hpp"
#include "incident/tracker.hpp"

namespace pos::incident {

struct Settings {
  Rules rules;
  // Reminders, counted from the opening; after the last one again each time as long; empty: none.
  std::vector<std::chrono::seconds> repeat = {std::chrono::hours(4), std::chrono::hours(24), std::chrono::hours(168)};
  std::chrono::seconds group_interval{300};
  int max_per_hour = 12;
  // What the clock on the wall shows, which silences may go by; empty: the same as the clock.
  std::function<LocalSeconds(ClockSeconds)> wall_clock = {};
  // Whether news of an open incident would be its opening to somebody, who is not to wait for it; empty: to nobody.
  std::function<bool(const Incident&)> has_new_readers = {};
};

// live: what a record says is of now. behind: records of before are read, and more of them are at hand.
enum class Reading { live, behind };

// Tracks incidents, and tells of them.
//
// Opening    is told when the minute is complete: with the next minute's first record, or tick().
// Updates    That an open incident turns critical is told at once. It has news, too, when a status joins, when its
//            place is known, or its loss (ten times 50 at least) or rate is ten times what was told last: at most once
//            a group_interval, and twice as long after each update where it is but a status that joins. To
//            who hears of the incident by it first it is an opening, and goes out at once.
// Old news   While records are read behind the clock nothing is told. At the next tick() what is open then is told as
//            it is, and all that is over in one digest.
// Storms     Beyond max_per_hour messages in any hour they are kept back for one digest, but for the opening of a
//            critical incident, and that one has come back. Those of keys may be twice max_per_hour, too.
// Silences   An incident is kept quiet while all its parts match one. If it is still open then, it
//            is told as opened. That it is over is told to whoever knows of it, silence or not.
// Clock      The present one is right. What it finds stamped with a later time was stamped by a clock that was
//            ahead, and is taken as of now, once: correct_stamps() changes the state. What messages went out then holds
//            none back: when that was, nobody knows.
class Teller {
 public:
  using Tell = std::function<void(const Event&)>;

  Teller(const Settings& settings, State& state, Tell tell)
      : settings_(settings), state_(state), tracker_(settings.rules, state), tell_(std::move(tell)) {}

  // Before anything else goes by the clock: a clock that was ahead has left stamps behind.
  void correct_stamps(ClockSeconds now);
  void push(const Record& record, const std::string& group, ClockSeconds now, Reading reading = Reading::live);
  // Time has passed, or there are no more records for now: the minute at hand is as complete as it gets.
  void tick(ClockSeconds now);

 private:
  void tell_over(ClockSeconds now, Reading reading);
  void tell_resolutions(ClockSeconds now);
  void tell_digest(ClockSeconds now);
  [[nodiscard]] bool has_new_readers(const Incident& incident) const;
  [[nodiscard]] bool must_wait(const Incident& incident, ClockSeconds now) const;
  void tell_owed(Incident& incident, ClockSeconds now);
  void remind(Incident& incident, ClockSeconds now);
  void message(What what, Incident& incident, ClockSeconds now);
  void note(What what, const Incident& incident, ClockSeconds now);
  bool hold(const std::string& events, Incident& incident, ClockSeconds now);

  [[nodiscard]] const Silence* silenced_by(const Incident& incident, ClockSeconds now) const;
  [[nodiscard]] bool may_send() const;
  [[nodiscard]] bool may_break_in(const Incident& incident) const;
  [[nodiscard]] Event event(What what, const Incident& incident, ClockSeconds now) const;
  [[nodiscard]] int reminders_until(const Incident& incident, ClockSeconds now) const;
  [[nodiscard]] std::optional<ClockSeconds> reminder_time(const Incident& incident, int number) const;

  const Settings& settings_;
  State& state_;
  Tracker tracker_;
  Tell tell_;
};

}  // namespace pos::incident
