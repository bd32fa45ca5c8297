// SPDX-License-Identifier: MIT
// Where an incident is seen on the page of pos-serve.
#pragma once

#include <string>

#include "incident/incident.hpp"

namespace pos::incident {

// What the page's chart shows of an incident, as its button Show does (render/page/incidents.js): what led to it, half
// an hour or as long as it lasted, and half an hour after it.
struct ViewSpan {
  LocalSeconds begin = 0;
  LocalSeconds end = 0;
};
[[nodiscard]] ViewSpan view_span(const Incident& incident);

// Query and fragment of the page's address that show it: its days, the rows of its minutes, and the chart of its leading
// status over its view_span(); of a key, that key (render/page/state.js reads the fragment). ASCII, percent-encoded (RFC
// 3986).
//
//     ?since=2026-03-09&until=2026-03-10#between=2026-03-09T10:17:00/2026-03-09T10:32:00&chart=denied&zoom=...
[[nodiscard]] std::string page_view(const Incident& incident);

}  // namespace pos::incident
