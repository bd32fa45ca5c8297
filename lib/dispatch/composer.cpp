// SPDX-License-Identifier: MIT
#include "dispatch/composer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <random>
#include <utility>

#include "incident/link.hpp"

namespace pos::dispatch {
namespace {

using incident::Event;
using incident::What;

constexpr std::size_t most_references = 12;

std::vector<std::int64_t> incidents_of(const Event& digest) {
  std::vector<std::int64_t> ids;
  for (const incident::Held& held : digest.entries) ids.push_back(held.incident);
  return ids;
}

// One text does for both.
bool look_alike(const Copy& a, const Copy& b) {
  return a.target.channel == b.target.channel && a.target.route == b.target.route && a.is_first == b.is_first &&
         a.event.what == b.event.what && a.event.entries == b.event.entries;
}

}  // namespace

std::string Composer::new_message_id() const {
  std::random_device random;
  return notify::make_message_id(fmt::format("{:08x}{:08x}{:08x}", random(), random(), random()), channels_.domain());
}

notify::Notice Composer::notice(const Event& event, const std::string& message_id) const {
  notify::Notice notice;
  notice.event = event;
  if (events_ && event.incident.id != 0) notice.known = incident::known_events(event.incident, events_());
  notice.now = clock_.shown(event.time);
  if (event.next_reminder) notice.next_reminder = clock_.shown(*event.next_reminder);
  notice.sent_utc = clock_.world();
  notice.zone_offset = clock_.zone_offset(notice.sent_utc);
  notice.host = channels_.settings().transport.host;
  notice.db = places_.alert;
  notice.history = places_.report;
  if (!places_.page.empty())
    notice.url = places_.page + (event.incident.id != 0 ? incident::page_view(event.incident) : std::string());
  notice.message_id = message_id;
  notice.language = channels_.settings().language;
  return notice;
}

notify::Notice Composer::notice_of(const incident::Incident& incident) const {
  Event event;
  event.what = incident.open() ? What::updated : What::resolved;
  event.time = clock_.now();
  event.incident = incident;
  return notice(event, {});
}

notify::Notice Composer::test_notice(const std::string& message_id) const {
  Event test;
  test.what = What::test;
  test.time = clock_.now();
  return notice(test, message_id);
}

bool Composer::leaves_out(const Copy& copy) const {
  return channels_.has_template(copy.target) && !channels_.render(copy.target, notice(copy.event, "<pos.0@localhost>"));
}

std::optional<notify::Attachment> Composer::report(const std::vector<Copy>& copies) const {
  const auto has_one = [](const Copy& copy) {
    return copy.event.what != What::digest && copy.event.what != What::reminded;
  };
  if (!reports_ || std::none_of(copies.begin(), copies.end(), has_one)) return std::nullopt;
  const Event& event = copies.front().event;
  return report_of(*reports_, event.incident, clock_.shown(event.time), channels_.settings().language,
                   events_ ? events_() : std::vector<pos::Event>());
}

std::vector<ledger::Outgoing> Composer::compose(const std::vector<Copy>& copies, const std::string& message_id,
                                                std::vector<std::string> thread) const {
  // The opening, and the newest: enough to thread by, however long it lasts.
  if (thread.size() > most_references) thread.erase(thread.begin() + 1, thread.end() - (most_references - 1));
  const auto attachment = report(copies);
  std::vector<ledger::Outgoing> messages;
  std::vector<std::optional<std::string>> payloads;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const Event& event = copies[i].event;
    const Target& to = copies[i].target;
    const std::string id = id_of(copies, i, messages, message_id);
    messages.push_back(
        {{id, event.incident.id, std::string(what_name(event.what)), to.channel, to.name}, {}, incidents_of(event)});
    if (i > 0 && look_alike(copies[i - 1], copies[i])) {
      payloads.push_back(payloads.back());
      continue;
    }
    notify::Notice told = notice(event, id);
    if (!copies[i].is_first) told.references = thread;
    if (!thread.empty()) told.first_id = thread.front();
    if (event.what != What::digest && event.what != What::reminded) told.attachment = attachment;
    payloads.push_back(channels_.render(to, told));
  }
  std::vector<ledger::Outgoing> said;  // what a template does not leave out
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (!payloads[i]) continue;
    messages[i].payload = std::move(*payloads[i]);
    said.push_back(std::move(messages[i]));
  }
  return said;
}

// Digests that do not tell the same are several messages: by one id a mailbox that gets two of them would take them for
// one.
std::string Composer::id_of(const std::vector<Copy>& copies, std::size_t at,
                            const std::vector<ledger::Outgoing>& before, const std::string& first) const {
  for (std::size_t i = 0; i < at; ++i) {
    if (copies[i].event.entries == copies[at].event.entries) return before[i].envelope.message_id;
  }
  return at == 0 ? first : new_message_id();
}

}  // namespace pos::dispatch
