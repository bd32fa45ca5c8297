// SPDX-License-Identifier: MIT
// Scored records in, incidents out: what opens one, what joins it, what ends it. No I/O, and no clock.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/record.hpp"
#include "incident/incident_index.hpp"
#include "incident/rules.hpp"
#include "incident/state.hpp"

namespace pos::incident {

// The rules, over a state that somebody else keeps.
//
// Groups     Records of a key, whose group is its name, and all the others, the whole: its group has no name. Incidents
//            of two groups do not disturb each other. What a key has counts for the whole too, but not what was
//            expected of it.
// Joining    An alert belongs to the open incident of its group that has its status, or whose last
//            alert is at most 10 minutes ago.
// Resolving  by normal data alone: records with a count that are no alerts, covering resolve_after
//            since the last alert. Those of the whole, which say nothing of any key, are normal data for all groups. A
//            gap between two of them counts for no more than half of that (and a quarter of an hour): silence does not
//            resolve.
// New normal Alerts whose reason says that they are taken as normal from now on (base/reason.hpp) end their incident,
// and
//            begin none.
// Loss       Of a business that did not open, what its alerts say was to be expected since opening: what is expected
//            minute by minute follows the silence.
// Amount     What one that is lost was worth is what one usually is when the incident opens, of the whole, or as soon as that
//            is known (usual_amount.hpp).
// Flapping   An alert of one of its statuses at most 30 minutes after opens it again, and doubles
//            its resolve_after, up to 4 hours.
// Place      of a status is that of its latest record that has one, alert or not, up to 30 minutes after its end.
// Order      Records by time; a late one counts with the incident that is open.
// Cost       of a record the same however many incidents are open, but for the first normal one of a second, which is
//            one for each of them.
class Tracker {
 public:
  static constexpr LocalSeconds join_gap = 600;
  static constexpr LocalSeconds flap_gap = 1800;
  static constexpr std::chrono::seconds longest_resolve_after = std::chrono::hours(4);

  Tracker(const Rules& rules, State& state) : rules_(rules), state_(state), index_(state) {}

  // `now` stamps what opens. True: an incident is over by this record.
  bool push(const Record& record, const std::string& group, ClockSeconds now);
  // Before the first record: amounts of before.
  void know_amounts(Amounts amounts) { state_.amounts = std::move(amounts); }

 private:
  [[nodiscard]] bool is_alert(const Record& record) const;
  enum class Numbers { own, of_another };  // what a record expects is of the group, or of a part of it
  [[nodiscard]] static Numbers numbers_of(const Record& record, const std::string& group);
  bool judge(const Record& record, const std::string& group, LocalSeconds minute, ClockSeconds now);
  [[nodiscard]] bool is_volume(const std::string& status);
  void count_volume(const Record& record, const std::string& group, LocalSeconds minute, Numbers numbers);
  void make_room_for_volumes(LocalSeconds minute);
  void add_missing(const std::pair<std::string, std::string>& whose, LocalSeconds minute, double missing);
  void count(const Record& record, const std::string& group, LocalSeconds minute, Numbers numbers);
  void alert(const Record& record, const std::string& group, ClockSeconds now);
  bool accept(const Record& record, const std::string& group, LocalSeconds minute);
  [[nodiscard]] bool normal(const Record& record, const std::string& group);
  bool pass_normal(Incident& incident, LocalSeconds time);
  void note_place(const Record& record, const std::string& group);
  void forget_closed(LocalSeconds time);
  void note_amount_of(const Record& record);
  void set_amounts(LocalSeconds minute);

  Incident& incident_of(const Record& record, const std::string& group, ClockSeconds now);
  Incident* find_open(const std::string& status, const std::string& group, LocalSeconds minute);
  Incident* find_closed(const std::string& status, const std::string& group, LocalSeconds minute);
  Incident& open_new(const std::string& group, LocalSeconds minute, ClockSeconds now);
  static void reopen(Incident& incident);
  static void end(Incident& incident, LocalSeconds time);

  const Rules& rules_;
  State& state_;
  IncidentIndex index_;
  std::optional<LocalSeconds> normal_until_;  // normal data of the whole was passed to all up to here
};

}  // namespace pos::incident
