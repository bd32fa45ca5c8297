// SPDX-License-Identifier: MIT
#include "composer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <utility>

#include "attachment.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::tools {
namespace {

using incident::by_weight;
using incident::Event;
using incident::Held;
using incident::Incident;
using incident::Part;
using incident::What;

constexpr std::size_t most_references = 12;

history::Facts incident_facts(const Event& event) {
  const Incident& incident = event.incident;
  history::Facts facts;
  facts.severity = severity_name(incident.severity);
  facts.status = incident::statuses(incident);
  facts.first = incident.first;
  facts.last = incident.last;
  if (const auto parts = by_weight(incident); !parts.empty()) {
    facts.count = parts.front()->count;
    facts.expected = parts.front()->expected;
    facts.reason = parts.front()->reason;
  }
  if (!event.reason.empty()) facts.reason = event.reason;
  facts.lost = incident::lost(incident);
  return facts;
}

history::Facts digest_facts(const Event& digest) {
  history::Facts facts;
  Severity worst = Severity::none;
  for (const Held& held : digest.entries) {
    worst = std::max(worst, held.severity);
    facts.first = std::min(facts.first.value_or(held.first), held.first);
    facts.last = std::max(facts.last.value_or(held.last), held.last);
  }
  facts.severity = severity_name(worst);
  facts.reason = fmt::format("{} incidents in one message", digest.entries.size());
  return facts;
}

// `, 59 approvals lost`, where that can be known.
std::string lost_text(const Held& held) {
  if (!held.lost) return {};
  const std::string number = fmt::format("{:.0f}", *held.lost);
  return ", " + number + " " + volume_word(held.volume, 2) + " lost";
}

// `202603091017: opened, resolved: critical denied+failed, 2026-03-09 10:17 to 10:58, 59 approvals lost`.
std::string digest_line(const Held& held) {
  const std::string group = held.group.empty() ? "" : " (" + held.group + ")";
  return fmt::format("{}: {}: {} {}{}, {} to {}{}", held.incident, held.events, severity_name(held.severity),
                     held.status, group, to_date_time(held.first), to_date_time(held.last), lost_text(held));
}

notify::Event event_of(What what) {
  switch (what) {
    case What::opened:
      return notify::Event::opened;
    case What::reminded:
      return notify::Event::reminded;
    case What::resolved:
      return notify::Event::resolved;
    case What::digest:
      return notify::Event::digest;
    case What::test:
      return notify::Event::test;
    case What::updated:
    case What::suppressed:
      break;
  }
  return notify::Event::updated;
}

notify::Part part_of(const Part& part) {
  return {part.status, part.severity, part.first,    part.last,  part.alerts,
          part.count,  part.expected, part.surprise, part.reason};
}

void describe_incident(notify::Notice& notice, const Event& event) {
  const Incident& incident = event.incident;
  notice.incident = incident.id;
  notice.severity = incident.severity;
  for (const Part* part : by_weight(incident)) notice.parts.push_back(part_of(*part));
  notice.group = incident.group;
  notice.first = incident.first;
  notice.last = incident.last;
  notice.lost = incident::lost(incident);
  notice.volume = incident.volume;
  if (!notice.parts.empty()) notice.reason = notice.parts.front().reason;
  notice.reminder = event.reminder;
  notice.resolved_after = incident.resolve_after;
  notice.flaps = incident.flaps;
}

void describe_digest(notify::Notice& notice, const Event& event) {
  const history::Facts facts = digest_facts(event);
  for (const Held& held : event.entries) notice.severity = std::max(notice.severity, held.severity);
  notice.first = facts.first.value_or(0);
  notice.last = facts.last.value_or(0);
  for (const Held& held : event.entries) notice.entries.push_back(digest_line(held));
}

}  // namespace

history::Facts Composer::facts(const Event& event) {
  return event.what == What::digest ? digest_facts(event) : incident_facts(event);
}

std::string Composer::new_message_id() const {
  std::random_device random;
  return notify::make_message_id(fmt::format("{:08x}{:08x}{:08x}", random(), random(), random()), channels_.domain());
}

void Composer::stamp(notify::Notice& notice, const std::string& message_id) const {
  notice.sent_utc = cli::now();
  notice.zone_offset = clock_.zone_offset(notice.sent_utc);
  notice.host = channels_.host();
  notice.db = places_.alert;
  notice.history = places_.report;
  notice.message_id = message_id;
}

notify::Notice Composer::notice(const Event& event) const {
  notify::Notice notice;
  notice.event = event_of(event.what);
  notice.now = clock_.shown(event.time);
  if (event.next_reminder) notice.next_reminder = clock_.shown(*event.next_reminder);
  event.what == What::digest ? describe_digest(notice, event) : describe_incident(notice, event);
  return notice;
}

notify::Notice Composer::test_notice(const std::string& message_id) const {
  notify::Notice notice;
  notice.event = notify::Event::test;
  stamp(notice, message_id);
  notice.now = notice.first = notice.last = clock_.shown(notice.sent_utc);
  return notice;
}

std::vector<history::Outgoing> Composer::compose(const Event& event, const std::string& message_id,
                                                 std::vector<std::string> thread) const {
  notify::Notice told = notice(event);
  stamp(told, message_id);
  // The opening, and the newest: enough to thread by, however long it lasts.
  if (thread.size() > most_references) thread.erase(thread.begin() + 1, thread.end() - (most_references - 1));
  told.references = std::move(thread);
  if (!history_.empty() && event.what != What::digest && event.what != What::reminded)
    told.attachment = report_of(history_, event.incident, rules_, told.now);
  std::vector<history::Outgoing> messages;
  std::string channel;
  std::string payload;
  for (const Target& target : channels_.targets()) {
    if (target.channel != channel) payload = channels_.render(channel = target.channel, told);
    messages.push_back({{message_id, event.incident.id, std::string(incident::what_name(event.what)), target.channel,
                         target.name, facts(event)},
                        payload});
  }
  return messages;
}

}  // namespace pos::tools
