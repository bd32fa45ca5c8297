// SPDX-License-Identifier: MIT
// Events that people know of and that may be why an incident began. Here alone it is said which belong to one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/event.hpp"
#include "base/language.hpp"
#include "incident/incident.hpp"

namespace pos::incident {

struct KnownEvent {
  std::string name;
  std::string kind;
  std::optional<std::int64_t> minutes_after;  // the incident began so long after it; nothing: while it lasted

  friend bool operator==(const KnownEvent&, const KnownEvent&) = default;
};

// An event that is over, or of which nobody says how long it lasts, is told of incidents that begin so soon after it.
// The widest window of the monitor is as long: what begins with a deployment is told within that time.
inline constexpr std::int64_t known_after_minutes = 30;
// However many there are.
inline constexpr std::size_t most_known_events = 5;

// Those during which the incident began, or shortly after which; the last that changed something comes first. The
// minute of the first alert counts, not what came while the incident lasted. An event of the kinds closed, holiday and
// exclude that has a begin alone lasts to the end of its day, as for the monitor.
[[nodiscard]] std::vector<KnownEvent> known_events(const Incident& incident, std::span<const pos::Event> events);

// "during: promotion X", "2 min after: deploy 4.2".
[[nodiscard]] std::string event_words(const KnownEvent& event, Language language = Language::en);
// All of them: "2 min after: deploy 4.2; during: promotion X". Names stand as they came.
[[nodiscard]] std::string events_words(std::span<const KnownEvent> events, Language language = Language::en);

}  // namespace pos::incident
