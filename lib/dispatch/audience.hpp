// SPDX-License-Identifier: MIT
// Who is told of what: the targets of an event, and what it is to each of them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "dispatch/channels.hpp"
#include "incident/event.hpp"
#include "ledger/outbox.hpp"

namespace pos::dispatch {

// An event as one target hears of it.
struct Copy {
  Target target;  // with the route that it gets it by
  incident::Event event;
  bool is_first = false;  // of the incident, to this target of a route
};

// Own targets get everything. The others get what a route of theirs matches, and what they have heard of before,
// whatever their routes say now: whoever knows that an incident has begun hears that it is over.
//
// First news  An incident that begins to match is an opening to those who hear of it for the first time, whatever it is
//             to others. That it is over is nothing to them.
// Digests     Each has the incidents in it that go to this target: others are nobody's business there.
class Audience {
 public:
  // Who has got a message on an incident, or a digest with it.
  using Knows = std::function<ledger::Readers(std::int64_t incident)>;
  // A template has no words for it: it goes to nobody, and makes nobody know of anything.
  using LeavesOut = std::function<bool(const Copy&)>;

  Audience(const Channels& channels, Knows knows, LeavesOut leaves_out = {})
      : channels_(channels), knows_(std::move(knows)), leaves_out_(std::move(leaves_out)) {}

  [[nodiscard]] std::vector<Copy> of(const incident::Event& event) const;
  // Somebody is to hear of it who has not yet.
  [[nodiscard]] bool has_new_readers(const incident::Incident& incident) const;

 private:
  [[nodiscard]] std::optional<Copy> copy(const Target& target, const incident::Event& event,
                                         const ledger::Readers& readers) const;
  [[nodiscard]] std::vector<Copy> of_incident(const incident::Event& event) const;
  [[nodiscard]] std::vector<Copy> of_digest(const incident::Event& digest) const;
  [[nodiscard]] bool leaves_out(const Copy& copy) const { return leaves_out_ && leaves_out_(copy); }

  const Channels& channels_;
  Knows knows_;
  LeavesOut leaves_out_;
};

}  // namespace pos::dispatch
