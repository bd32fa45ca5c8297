// SPDX-License-Identifier: MIT
// Where an incident is seen on the page of pos-serve.
#pragma once

#include <string>
#include <string_view>

#include "incident/incident.hpp"

namespace pos::incident {

// What the page shows of an incident: half an hour before its first minute to half an hour after its last one.
struct ViewSpan {
  LocalSeconds begin = 0;
  LocalSeconds end = 0;
};
[[nodiscard]] ViewSpan view_span(const Incident& incident);

// Query and fragment of the page's address that show it: its days, and the chart of its leading status over its
// view_span(); of a key, that key (render/page/state.js reads the fragment). ASCII, percent-encoded (RFC 3986).
//
//     ?since=2026-03-09&until=2026-03-10#chart=denied&zoom=2026-03-09T09:47:00/2026-03-09T11:02:00
[[nodiscard]] std::string page_view(const Incident& incident);

// All but letters, digits and `-._~` as %XX: for a value of a query or a fragment.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace pos::incident
