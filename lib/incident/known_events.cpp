// SPDX-License-Identifier: MIT
#include "incident/known_events.hpp"

#include <algorithm>

namespace pos::incident {
namespace {

constexpr LocalSeconds event_minute = 60;
constexpr LocalSeconds event_day = 86'400;

struct Found {
  KnownEvent event;
  LocalSeconds changed;  // when it began, or ended
};

std::optional<LocalSeconds> end_of(const pos::Event& event, const Occurrence& one) {
  const bool lasts_all_day = event.kind == "closed" || event.kind == "holiday" || event.kind == "exclude";
  if (one.to || !lasts_all_day) return one.to;
  return one.from - ((one.from % event_day) + event_day) % event_day + event_day;
}

std::optional<Found> found_at(const pos::Event& event, LocalSeconds first) {
  const auto one = last_begun(event, first + event_minute - 1);
  if (!one) return std::nullopt;
  const auto end = end_of(event, *one);
  if (end.value_or(minute_begin(one->from) + event_minute) > first)
    return Found{{event.name, event.kind, std::nullopt}, one->from};
  const LocalSeconds moment = end.value_or(one->from);
  const std::int64_t minutes = (first - minute_begin(moment)) / event_minute;
  if (minutes > known_after_minutes) return std::nullopt;
  return Found{{event.name, event.kind, minutes}, moment};
}

}  // namespace

std::vector<KnownEvent> known_events(const Incident& incident, std::span<const pos::Event> events) {
  std::vector<Found> all;
  for (const pos::Event& event : events) {
    if (auto found = found_at(event, minute_begin(incident.first))) all.push_back(std::move(*found));
  }
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.changed > b.changed; });
  std::vector<KnownEvent> known;
  for (Found& found : all) {
    if (known.size() == most_known_events) break;
    if (std::find(known.begin(), known.end(), found.event) == known.end()) known.push_back(std::move(found.event));
  }
  return known;
}

std::string event_words(const KnownEvent& event, Language language) {
  return event.minutes_after ? trf(language, "{} min after: {}", *event.minutes_after, event.name)
                             : trf(language, "during: {}", event.name);
}

std::string events_words(std::span<const KnownEvent> events, Language language) {
  std::string words;
  for (const KnownEvent& event : events) (words += words.empty() ? "" : "; ") += event_words(event, language);
  return words;
}

}  // namespace pos::incident
