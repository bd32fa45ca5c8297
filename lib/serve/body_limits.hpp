// SPDX-License-Identifier: MIT
// What keeps the rows of a body out that are good rows each by itself.
#pragma once

#include <optional>

#include "model/grain.hpp"
#include "model/minute_totals.hpp"
#include "serve/body.hpp"

namespace pos::serve {

// Looks at all bodies together: feeds in bins of several minutes, and sums that are no number any more, show only then.
class BodyLimits {
 public:
  // Nothing: its rows count from now on. `monitors`: minutes are judged, so a row must be of one.
  [[nodiscard]] std::optional<Refusal> take(const Body& body, bool monitors);

 private:
  [[nodiscard]] bool is_binned(const Body& body);
  [[nodiscard]] std::optional<Refusal> add_up(const Body& body);

  model::Grain grain_;
  model::MinuteTotals totals_;
};

}  // namespace pos::serve
