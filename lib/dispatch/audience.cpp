// SPDX-License-Identifier: MIT
#include "dispatch/audience.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace pos::dispatch {
namespace {

using incident::Event;
using incident::Held;
using incident::What;
using ledger::Readers;

bool knows(const Readers& readers, const Target& target) { return readers.contains({target.channel, target.name}); }

// What it is to those who have not heard of the incident before; nothing: there is nothing to tell them.
std::optional<Event> first_news(Event event) {
  if (event.what == What::resolved) return std::nullopt;
  event.what = What::opened;
  event.reminder = 0;
  return event;
}

// In a digest: `updated, resolved` is `opened, resolved` to them.
std::optional<Held> first_news(Held held) {
  constexpr std::string_view separator = ", ";
  const auto begins = [&](What what) { return held.events.starts_with(what_name(what)); };
  while (!begins(What::opened)) {
    const auto end = held.events.find(separator);
    if (begins(What::updated) || begins(What::reminded)) {
      held.events.replace(0, std::min(end, held.events.size()), what_name(What::opened));
    } else {  // what ended before is nothing to them
      if (end == std::string::npos) return std::nullopt;
      held.events.erase(0, end + separator.size());
    }
  }
  return held;
}

}  // namespace

std::vector<Copy> Audience::of(const Event& event) const {
  std::vector<Copy> copies = event.what == What::digest ? of_digest(event) : of_incident(event);
  std::erase_if(copies, [this](const Copy& copy) { return leaves_out(copy); });
  return copies;
}

std::vector<Copy> Audience::of_incident(const Event& event) const {
  const Readers readers = channels_.has_routes() ? knows_(event.incident.id) : Readers();
  std::vector<Copy> copies;
  for (const Target& target : channels_.targets()) {
    if (auto one = copy(target, event, readers)) copies.push_back(std::move(*one));
  }
  return copies;
}

std::optional<Copy> Audience::copy(const Target& target, const Event& event, const Readers& readers) const {
  if (channels_.is_own(target)) return Copy{target, event};
  const auto matching = channels_.by_route(target, event.incident);
  if (knows(readers, target)) return Copy{matching.value_or(target), event};
  if (!matching) return std::nullopt;
  auto news = first_news(event);
  return news ? std::optional(Copy{*matching, std::move(*news), true}) : std::nullopt;
}

std::vector<Copy> Audience::of_digest(const Event& digest) const {
  std::map<std::int64_t, Readers> readers;
  if (channels_.has_routes()) {
    for (const Held& held : digest.entries) readers[held.incident] = knows_(held.incident);
  }
  std::vector<Copy> copies;
  for (const Target& target : channels_.targets()) {
    if (channels_.is_own(target)) {
      copies.push_back({target, digest});
      continue;
    }
    Copy part{target, digest};
    part.event.entries.clear();
    for (const Held& held : digest.entries) {
      const auto matching = channels_.by_route(target, held);
      const bool known = knows(readers[held.incident], target);
      const auto entry = known ? std::optional(held) : matching ? first_news(held) : std::nullopt;
      if (!entry) continue;
      if (part.event.entries.empty()) part.target = matching.value_or(target);
      part.event.entries.push_back(*entry);
    }
    if (!part.event.entries.empty()) copies.push_back(std::move(part));
  }
  return copies;
}

bool Audience::has_new_readers(const incident::Incident& incident) const {
  if (!channels_.has_routes()) return false;
  Event event;
  event.what = What::opened;
  event.incident = incident;
  const Readers readers = knows_(incident.id);
  return std::any_of(channels_.targets().begin(), channels_.targets().end(), [&](const Target& target) {
    if (channels_.is_own(target) || knows(readers, target)) return false;
    const auto matching = channels_.by_route(target, incident);
    return matching && !leaves_out({*matching, event, true});
  });
}

}  // namespace pos::dispatch
