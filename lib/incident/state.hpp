// SPDX-License-Identifier: MIT
// Where tracker and teller stand: plain values, so that whoever stores and restores them goes on as if
// nothing had happened.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "incident/incident.hpp"
#include "incident/usual_amount.hpp"

namespace pos::incident {

// Times by the clock on the wall, once or again and again. By that clock alone: where it is put on, an hour that it
// leaves out has no part in them; where it is put back, an hour that it shows twice has part twice.
struct WallSpan {
  static constexpr int every_day = 0x7F;

  LocalSeconds first = 0;   // begin of the first
  std::int64_t length = 0;  // seconds; of one that comes again a day at most
  int days = 0;             // on which it comes again, by their begin: bit 0 is Monday; 0: on none

  [[nodiscard]] bool covers(LocalSeconds time) const;
  // Begin of the one that covers `time`, else of the next; nothing: there is none any more.
  [[nodiscard]] std::optional<LocalSeconds> begin_of(LocalSeconds time) const;
  friend bool operator==(const WallSpan&, const WallSpan&) = default;
};

// Who does not want to hear of what, and when. Empty patterns match everything.
struct Silence {
  std::int64_t id = 0;
  std::string group;  // patterns: * any text, ? any one byte
  std::string status;
  Severity severity = Severity::none;  // up to this one; none: all
  std::string author;
  std::string comment;
  ClockSeconds begin = 0;
  ClockSeconds end = 0;
  std::optional<WallSpan> span = {};  // between begin and end only then; none: all the time

  // Begins at that time at the latest, and lasts as long as it was to last.
  void begin_by(ClockSeconds latest) {
    if (begin <= latest) return;
    end -= begin - latest;
    begin = latest;
  }
  // `wall`: what the clock on the wall shows at `now`.
  [[nodiscard]] bool active(ClockSeconds now, LocalSeconds wall) const {
    return begin <= now && now < end && (!span || span->covers(wall));
  }
  [[nodiscard]] bool matches(const std::string& group, const Part& part) const;
  friend bool operator==(const Silence&, const Silence&) = default;
};

// The whole of `text`; of upper and lower case, as they stand. An empty pattern matches an empty text alone.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

// Why nobody hears of the incident now: for each of its parts a silence that covers it, each once. A silence has to
// cover all there is of it: none, where a part is not. `wall`: what the clock on the wall shows at `now`.
[[nodiscard]] std::vector<const Silence*> silences_of(const Incident& incident, const std::vector<Silence>& silences,
                                                      ClockSeconds now, LocalSeconds wall);
// That which covers its last part; null: there is none.
[[nodiscard]] const Silence* silenced_by(const Incident& incident, const std::vector<Silence>& silences,
                                         ClockSeconds now, LocalSeconds wall);

// A volume status of one group in the minute at hand.
struct VolumeSeen {
  LocalSeconds minute = 0;
  std::int64_t count = 0;
  std::optional<double> expected;

  [[nodiscard]] double missing() const { return expected ? *expected - static_cast<double>(count) : 0; }
  friend bool operator==(const VolumeSeen&, const VolumeSeen&) = default;
};

// What a digest tells of an incident: a message that a storm kept back, or news of one that was over when it was read.
struct Held {
  std::int64_t incident = 0;
  ClockSeconds time = 0;
  std::string events;  // `opened, resolved`
  Severity severity = Severity::none;
  std::string status;  // as statuses() has them
  std::string group;
  LocalSeconds first = 0;
  LocalSeconds last = 0;
  std::optional<double> lost;
  std::string volume;
  std::optional<double> lost_amount = {};  // hundredths

  friend bool operator==(const Held&, const Held&) = default;
};

struct State {
  std::vector<Incident> incidents;  // open, or still able to come back; by id
  std::vector<Incident> closed;     // left `incidents` since whoever stores this took them
  std::vector<Silence> silences;
  std::map<std::pair<std::string, std::string>, VolumeSeen> volumes;  // by group and status
  Amounts amounts;                                                    // of what is the volume now, of all groups
  std::vector<ClockSeconds> messages;                                 // when they went out, the last hour's
  std::vector<Held> held;
  std::vector<std::int64_t> taken;     // ids since the minute at hand of incidents that are not among these
  std::optional<LocalSeconds> minute;  // the one at hand, of the records

  friend bool operator==(const State&, const State&) = default;
};

}  // namespace pos::incident
