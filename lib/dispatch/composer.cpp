// SPDX-License-Identifier: MIT
#include "dispatch/composer.hpp"

#include <fmt/core.h>

#include <random>
#include <utility>

#include "incident/link.hpp"

namespace pos::dispatch {
namespace {

using incident::Event;
using incident::What;

constexpr std::size_t most_references = 12;

}  // namespace

std::string Composer::new_message_id() const {
  std::random_device random;
  return notify::make_message_id(fmt::format("{:08x}{:08x}{:08x}", random(), random(), random()), channels_.domain());
}

notify::Notice Composer::notice(const Event& event, const std::string& message_id) const {
  notify::Notice notice;
  notice.event = event;
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

notify::Notice Composer::test_notice(const std::string& message_id) const {
  Event test;
  test.what = What::test;
  test.time = clock_.now();
  return notice(test, message_id);
}

std::vector<ledger::Outgoing> Composer::compose(const Event& event, const std::string& message_id,
                                                std::vector<std::string> thread) const {
  notify::Notice told = notice(event, message_id);
  // The opening, and the newest: enough to thread by, however long it lasts.
  if (thread.size() > most_references) thread.erase(thread.begin() + 1, thread.end() - (most_references - 1));
  told.references = std::move(thread);
  if (reports_ && event.what != What::digest && event.what != What::reminded)
    told.attachment = report_of(*reports_, event.incident, told.now, told.language);
  std::vector<ledger::Outgoing> messages;
  const Target* rendered = nullptr;
  std::string payload;
  for (const Target& target : channels_.targets()) {
    const bool same = rendered != nullptr && rendered->channel == target.channel && rendered->route == target.route;
    if (!same) payload = channels_.render(target, told);
    rendered = &target;
    messages.push_back(
        {{message_id, event.incident.id, std::string(incident::what_name(event.what)), target.channel, target.name},
         payload});
  }
  return messages;
}

}  // namespace pos::dispatch
