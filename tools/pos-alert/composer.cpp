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

using incident::Event;
using incident::Incident;
using incident::Part;
using incident::What;

constexpr std::size_t most_references = 12;

// What people should read first: the worst part.
std::vector<const Part*> by_weight(const Incident& incident) {
  std::vector<const Part*> parts;
  for (const Part& part : incident.parts) parts.push_back(&part);
  std::stable_sort(parts.begin(), parts.end(), [](const Part* a, const Part* b) {
    if (a->severity != b->severity) return a->severity > b->severity;
    return a->surprise.value_or(-1e9) > b->surprise.value_or(-1e9);
  });
  return parts;
}

std::string statuses(const Incident& incident) {
  std::string joined;
  for (const Part* part : by_weight(incident)) joined += (joined.empty() ? "" : "+") + part->status;
  return joined;
}

history::Facts incident_facts(const Event& event) {
  const Incident& incident = event.incident;
  history::Facts facts;
  facts.severity = severity_name(incident.severity);
  facts.status = statuses(incident);
  facts.first = incident.first;
  facts.last = incident.last;
  if (const auto parts = by_weight(incident); !parts.empty()) {
    facts.count = parts.front()->count;
    facts.expected = parts.front()->expected;
    facts.reason = parts.front()->reason;
  }
  if (!event.reason.empty()) facts.reason = event.reason;
  facts.lost = event.lost;
  return facts;
}

history::Facts digest_facts(const Event& digest) {
  history::Facts facts;
  Severity worst = Severity::none;
  for (const Event::Entry& entry : digest.entries) {
    worst = std::max(worst, entry.incident.severity);
    facts.first = std::min(facts.first.value_or(entry.incident.first), entry.incident.first);
    facts.last = std::max(facts.last.value_or(entry.incident.last), entry.incident.last);
  }
  facts.severity = severity_name(worst);
  facts.reason = fmt::format("{} messages kept back", digest.entries.size());
  return facts;
}

// `, 59 approvals lost`, where that can be known.
std::string lost_text(const Event::Entry& entry) {
  if (!entry.lost) return {};
  const std::string number = fmt::format("{:.0f}", *entry.lost);
  return ", " + number + " " + volume_word(entry.incident.volume, 2) + " lost";
}

// `12: opened, resolved: critical denied+failed, 2026-03-09 10:17 to 10:58, 59 approvals lost`.
std::vector<std::string> digest_lines(const Event& digest) {
  std::vector<std::pair<std::int64_t, std::string>> whats;  // of each incident, in the order they came
  std::vector<const Event::Entry*> last;
  for (const Event::Entry& entry : digest.entries) {
    const auto known =
        std::find_if(whats.begin(), whats.end(), [&](const auto& pair) { return pair.first == entry.incident.id; });
    if (known == whats.end()) {
      whats.emplace_back(entry.incident.id, incident::what_name(entry.what));
      last.push_back(&entry);
    } else {
      (known->second += ", ") += incident::what_name(entry.what);
      last[static_cast<std::size_t>(known - whats.begin())] = &entry;
    }
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < whats.size(); ++i) {
    const Incident& incident = last[i]->incident;
    const std::string group = incident.group.empty() ? "" : " (" + incident.group + ")";
    lines.push_back(fmt::format("{}: {}: {} {}{}, {} to {}{}", whats[i].first, whats[i].second,
                                severity_name(incident.severity), statuses(incident), group,
                                to_date_time(incident.first), to_date_time(incident.last), lost_text(*last[i])));
  }
  return lines;
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
  notice.lost = event.lost;
  notice.volume = incident.volume;
  if (!notice.parts.empty()) notice.reason = notice.parts.front().reason;
  notice.reminder = event.reminder;
  notice.resolved_after = incident.resolve_after;
  notice.flaps = incident.flaps;
}

void describe_digest(notify::Notice& notice, const Event& event) {
  const history::Facts facts = digest_facts(event);
  for (const Event::Entry& entry : event.entries) notice.severity = std::max(notice.severity, entry.incident.severity);
  notice.first = facts.first.value_or(0);
  notice.last = facts.last.value_or(0);
  notice.entries = digest_lines(event);
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
    told.attachment = report_of(history_, event.incident, told.now);
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
