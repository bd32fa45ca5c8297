// SPDX-License-Identifier: MIT
#include "report/history_source.hpp"

#include <algorithm>

#include "incident/replay.hpp"

namespace pos::report {

std::vector<incident::Incident> all_incidents(history::Reader& reader, incident::Rules rules) {
  constexpr LocalSeconds some_hours = 6 * 3600;
  const auto span = reader.span();
  if (!span) return {};
  rules.volume = reader.volume().value_or(rules.volume);
  const bool is_judged = reader.is_judged();
  incident::Replay replay(rules);
  LocalSeconds read_to = span->first;
  const auto read = [&](LocalSeconds to) {
    reader.records({read_to, to}, [&](const Record& record) {
      if (!is_judged || record.scored.expected) replay.push(record);
    });
    read_to = to;
  };
  while (const auto alert = reader.next_alert(read_to)) {
    read_to = std::max(read_to, minute_begin(*alert));
    do {
      read(read_to + some_hours);
    } while (!replay.is_quiet() && read_to <= span->last);
  }
  std::vector<incident::Incident> incidents = replay.finish();
  incident::recognise(incidents, reader.stored_incidents({span->first, span->last + 1}));
  return incidents;
}

}  // namespace pos::report
