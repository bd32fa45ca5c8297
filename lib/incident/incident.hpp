// SPDX-License-Identifier: MIT
// Alerts that belong together: what is told to people as one thing. Plain values, so that whoever stores and restores
// them goes on as if nothing had happened.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  std::string where = {};  // its place, as of Scored; empty: none is known

  [[nodiscard]] bool is_above() const { return !expected || static_cast<double>(count) > *expected; }
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
enum class Owed { nothing, opening, update, resolution };

// What people were told last, so that it is known what is news.
struct Told {
  ClockSeconds time = 0;
  std::int64_t parts = 0;
  Severity severity = Severity::none;
  double lost = 0;
  double times_normal = 0;
  int updates = 0;       // so far
  bool is_over = false;  // that it is over was told last
  bool place = false;    // where it hurts was told, too

  friend bool operator==(const Told&, const Told&) = default;
};

struct Incident {
  std::int64_t id = 0;
  std::string group;        // the key that it is of; empty: the whole
  std::vector<Part> parts;  // as sort_by_weight() has them
  Severity severity = Severity::none;
  LocalSeconds first = 0;
  LocalSeconds last = 0;
  ClockSeconds opened_at = 0;
  std::string volume;                       // the status that `missing` is of
  double missing = 0;                       // expected of it less what was seen, first to last minute
  double missing_since = 0;                 // after that
  std::optional<double> usual_amount;       // of one of it, in hundredths, before the first minute; nothing: not known
  LocalSeconds normal_until = 0;            // up to here the data was looked at
  std::chrono::seconds normal{0};           // covered by normal data since the last alert
  std::chrono::seconds resolve_after{600};  // in force; doubles with each flap
  std::optional<LocalSeconds> resolved;     // when; none: it is open
  int reminders = 0;                        // of those scheduled, how many are past
  int flaps = 0;                            // how often it came back after it was resolved
  Owed owed = Owed::nothing;
  std::optional<Told> told;  // people know of it, or will by the next digest
  bool hushed = false;       // that it is kept back by a silence has been said
  std::optional<Acknowledgement> acknowledged;

  [[nodiscard]] bool open() const { return !resolved; }
  [[nodiscard]] Part* find(std::string_view status);
  friend bool operator==(const Incident&, const Incident&) = default;
};

// The same wherever the incident is seen: the local time of its first minute as a number, 202603091017 for
// 2026-03-09 10:17. Incidents of one minute, which only those of several groups are, are told apart by the next number
// that is free.
[[nodiscard]] std::int64_t id_of(LocalSeconds first);

// What people should read first: what makes the volume fall before the fall, then the worst. The tracker does it.
void sort_by_weight(Incident& incident);

// What people read first; an empty part where there is no incident, as in a digest.
[[nodiscard]] Part leading_part(const Incident& incident);

// `denied+failed`, by weight.
[[nodiscard]] std::string statuses(const Incident& incident);

// Its place: that of the first part that has one; empty: none has.
[[nodiscard]] std::string_view where(const Incident& incident);

// Of its parts that are above what was expected, how many times that at most; 0: none is.
[[nodiscard]] double times_normal(const Incident& incident);

// How it ended that is no end: "10 % of what the week taught", which is normal from now on. Empty: it did not.
[[nodiscard]] std::string new_normal(const Incident& incident);

// Of its volume status, expected and not seen while the incident lasted; 0 where more came. Nothing: it cannot be
// known, since the volume is every_status, or the policy expects nothing, or it is of a key of
// which the volume was never as it should not be.
[[nodiscard]] std::optional<double> lost(const Incident& incident);

// What these were worth, in hundredths: lost times what one usually is. Nothing: either is not known.
[[nodiscard]] std::optional<double> lost_amount(const Incident& incident);

}  // namespace pos::incident
