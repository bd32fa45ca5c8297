// SPDX-License-Identifier: MIT
// Files of events.
#include "read/events.hpp"

#include "fuzz/target.hpp"
#include "unit/read/memory_source.hpp"

void pos::fuzz::take(std::string_view bytes) {
  static const read::TimeZone zone("America/Sao_Paulo");
  test::MemorySource source{std::string(bytes)};
  for (const Event& event : read::read_events(source, "in", zone)) {
    expect(!event.to || *event.to > event.from, "an event lasts");
    expect(!event.name.empty(), "an event has a name");
    expect_plain(event.name);
    expect_plain(event.kind);
  }
}
