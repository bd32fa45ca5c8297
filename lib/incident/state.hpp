// SPDX-License-Identifier: MIT
// Where the tracker stands: plain values, so that whoever stores and restores them goes on as if
// nothing had happened.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/record.hpp"
#include "base/scored.hpp"

namespace pos::incident {

// Seconds since 1970 of the clock that reminders, storms and silences go by. Records have a time of
// their own (LocalSeconds); what is said of data goes by that.
using ClockSeconds = std::int64_t;

// One status of an incident.
struct Part {
  std::string status;
  Severity severity = Severity::none;  // the worst
  LocalSeconds first = 0;              // begin of the minute of the first alert
  LocalSeconds last = 0;               // begin of the minute of the last one
  std::int64_t alerts = 0;             // rows
  std::int64_t count = 0;              // from the first minute to the last, alert or not
  std::optional<double> expected;      // over the same minutes; none: nobody said
  std::optional<double> surprise;      // of the alert that surprised most
  std::string reason;                  // of that alert
  // After the last minute: part of the incident only if another alert follows.
  std::int64_t count_since = 0;
  double expected_since = 0;
  // Several rows of a minute each tell the expectation of the whole minute: it counts once.
  std::optional<LocalSeconds> expected_minute;

  friend bool operator==(const Part&, const Part&) = default;
};

enum class Verdict { none, true_alarm, false_alarm };

struct Acknowledgement {
  ClockSeconds time = 0;
  Verdict verdict = Verdict::none;
  std::string author;
  std::string comment;

  friend bool operator==(const Acknowledgement&, const Acknowledgement&) = default;
};

// What has to be told as soon as the minute is complete and no silence forbids it.
enum class Owed { nothing, opening, update };

struct Incident {
  std::int64_t id = 0;
  std::string group;        // values of the grouping columns other than status
  std::vector<Part> parts;  // in the order they came
  Severity severity = Severity::none;
  LocalSeconds first = 0;
  LocalSeconds last = 0;
  ClockSeconds opened_at = 0;
  std::string volume;                       // the status that `missing` is of
  double missing = 0;                       // expected of it less what was seen, first to last minute
  double missing_since = 0;                 // after that
  LocalSeconds normal_until = 0;            // up to here the data was looked at
  std::chrono::seconds normal{0};           // covered by normal data since the last alert
  std::chrono::seconds resolve_after{600};  // in force; doubles with each flap
  std::optional<LocalSeconds> resolved;     // when; none: it is open
  int reminders = 0;                        // of those scheduled, how many are past
  int flaps = 0;                            // how often it came back after it was resolved
  Owed owed = Owed::nothing;
  bool told = false;    // people know of it, or will by the next digest
  bool hushed = false;  // that it is kept back by a silence has been said
  std::optional<Acknowledgement> acknowledged;

  [[nodiscard]] bool open() const { return !resolved; }
  friend bool operator==(const Incident&, const Incident&) = default;
};

// Who does not want to hear of what, until when. Empty patterns match everything.
struct Silence {
  std::int64_t id = 0;
  std::string group;  // patterns: * any text, ? any one byte
  std::string status;
  Severity severity = Severity::none;  // up to this one; none: all
  std::string author;
  std::string comment;
  ClockSeconds begin = 0;
  ClockSeconds end = 0;

  // Begins at that time at the latest, and lasts as long as it was to last.
  void begin_by(ClockSeconds latest) {
    if (begin <= latest) return;
    end -= begin - latest;
    begin = latest;
  }
  [[nodiscard]] bool active(ClockSeconds now) const { return begin <= now && now < end; }
  [[nodiscard]] bool matches(const std::string& group, const Part& part) const;
  friend bool operator==(const Silence&, const Silence&) = default;
};

[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

// A volume status of one group in the minute at hand.
struct VolumeSeen {
  LocalSeconds minute = 0;
  std::int64_t count = 0;
  std::optional<double> expected;

  [[nodiscard]] double missing() const { return expected ? *expected - static_cast<double>(count) : 0; }
  friend bool operator==(const VolumeSeen&, const VolumeSeen&) = default;
};

enum class What { opened, updated, reminded, resolved, suppressed, digest };
[[nodiscard]] std::string_view what_name(What what);  // as the enumerator is spelt

// A message that a storm kept back, for the digest.
struct Held {
  std::int64_t incident = 0;
  What what = What::opened;
  ClockSeconds time = 0;

  friend bool operator==(const Held&, const Held&) = default;
};

struct State {
  std::vector<Incident> incidents;  // open, or still able to come back; by id
  std::vector<Incident> closed;     // left `incidents` since whoever stores this took them
  std::vector<Silence> silences;
  std::map<std::pair<std::string, std::string>, VolumeSeen> volumes;  // by group and status
  std::vector<ClockSeconds> messages;                                 // when they went out, the last hour's
  std::vector<Held> held;
  std::int64_t next_id = 1;
  std::optional<LocalSeconds> minute;  // the one at hand, of the records

  friend bool operator==(const State&, const State&) = default;
};

}  // namespace pos::incident
