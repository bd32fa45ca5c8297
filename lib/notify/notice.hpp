// SPDX-License-Identifier: MIT
// All that a message may say of an incident, whatever channel it leaves by.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/record.hpp"
#include "incident/event.hpp"
#include "incident/known_events.hpp"

namespace pos::notify {

// An HTML page that goes with a mail; the other channels leave it out.
struct Attachment {
  std::string name;  // such as `incident-42.html`
  std::string html;  // UTF-8
};

// Text may be anything that came from outside: rendering makes it harmless.
struct Notice {
  incident::Event event;                      // of a digest or a test there is no incident, and its id is 0
  std::vector<incident::KnownEvent> known = {};  // of it: what people know that may be why
  LocalSeconds now = 0;                       // when this is said, in the stream's zone
  std::optional<LocalSeconds> next_reminder;  // in that zone; none: no more
  // When the message is made: seconds since 1970 UTC, for Date, and the zone's distance east of UTC.
  std::int64_t sent_utc = 0;
  std::chrono::seconds zone_offset{0};

  std::string host;  // that sends
  // What pos-alert and pos-report want behind their name, such as `-b /var/lib/pos.db`, so that the commands of the
  // message work on what it is about; empty: nothing.
  std::string db, history;
  // Where it is seen on a page: of an incident its hours, else the page; percent-encoded ASCII; empty: nowhere.
  std::string url;
  // Made once per message (make_message_id), so that a repeat is known as one; with its < >.
  std::string message_id;
  std::vector<std::string> references;  // ids of the messages before on this incident, oldest first
  // Of the first message on this incident, to whomever: its reader may hear of it first now. Empty: this one is it.
  std::string first_id;
  std::optional<Attachment> attachment;
  Language language = Language::en;  // of what people read: mail and Slack, never JSON

  // Of its incident; of a digest the worst, and from the first to the last.
  [[nodiscard]] Severity severity() const;
  [[nodiscard]] LocalSeconds first() const;
  [[nodiscard]] LocalSeconds last() const;
};

// A line of a digest:
// `202603091017: opened, resolved: critical denied+failed, 2026-03-09 10:17 to 10:58, 59 approvals lost`.
[[nodiscard]] std::string digest_line(const incident::Held& held, Language language = Language::en);

// `<pos.HEX@DOMAIN>`. `random_hex`: 16 or more digits nobody else has. A domain without a dot or with
// bytes a host name has not is mended; an empty one is `localhost.localdomain`.
[[nodiscard]] std::string make_message_id(std::string_view random_hex, std::string_view domain);

}  // namespace pos::notify
