// SPDX-License-Identifier: MIT
// All that a message may say of an incident, whatever channel it leaves by.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/scored.hpp"

namespace pos::notify {

enum class Event { opened, updated, reminded, resolved, digest, test };
[[nodiscard]] std::string_view event_name(Event event);  // as the enumerator is spelt

// One status of the incident.
struct Part {
  std::string status;
  Severity severity = Severity::none;
  LocalSeconds first = 0;  // begin of the minute of the first alert
  LocalSeconds last = 0;   // begin of the minute of the last one
  std::int64_t alerts = 0;
  std::int64_t count = 0;          // seen from first to last
  std::optional<double> expected;  // over the same minutes; none: nobody said
  std::optional<double> surprise;  // of the alert that surprised most
  std::string reason;              // of that alert
};

// An HTML page that goes with a mail; the other channels leave it out.
struct Attachment {
  std::string name;  // such as `incident-42.html`
  std::string html;  // UTF-8
};

// Text may be anything that came from outside: rendering makes it harmless.
struct Notice {
  Event event = Event::opened;
  std::int64_t incident = 0;  // 0 where the message is of none: digest, test
  Severity severity = Severity::none;
  std::vector<Part> parts;  // what the message is about first: the subject speaks of parts[0]
  std::string group;        // values of --group-by beside the status, such as `acquirer=A1`; may be empty
  LocalSeconds first = 0;   // begin of the minute of the first alert
  LocalSeconds last = 0;    // begin of the minute of the last one
  LocalSeconds now = 0;     // when this is said, in the stream's zone
  // When the message is made: seconds since 1970 UTC, for Date, and the zone's distance east of UTC.
  std::int64_t sent_utc = 0;
  std::chrono::seconds zone_offset{0};

  std::optional<double> lost = 0;             // expected and not seen; none: it cannot be known
  std::string volume;                         // the status that `lost` is of
  std::string reason;                         // of the alert that surprised most; may be empty
  int reminder = 0;                           // reminded: which one, from 1
  std::optional<LocalSeconds> next_reminder;  // none: no more
  std::chrono::seconds resolved_after{0};     // of normal data
  int flaps = 0;                              // how often it was resolved and came back
  std::string host;                           // that sends
  // What pos-alert and pos-report want behind their name, such as `-b /var/lib/pos.db`, so that the commands of the
  // message work on what it is about; empty: nothing.
  std::string db, history;
  // Made once per message (make_message_id), so that a repeat is known as one; with its < >.
  std::string message_id;
  std::vector<std::string> references;  // ids of the messages before on this incident, oldest first
  std::vector<std::string> entries;     // digest: a line per incident
  std::optional<Attachment> attachment;
};

// `<pos.HEX@DOMAIN>`. `random_hex`: 16 or more digits nobody else has. A domain without a dot or with
// bytes a host name has not is mended; an empty one is `localhost.localdomain`.
[[nodiscard]] std::string make_message_id(std::string_view random_hex, std::string_view domain);

}  // namespace pos::notify
