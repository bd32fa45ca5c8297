// SPDX-License-Identifier: MIT
#include "serve/body_limits.hpp"

#include <utility>

namespace pos::serve {

std::optional<Refusal> BodyLimits::take(const Body& body, bool monitors) {
  if (monitors && is_binned(body)) return Refusal{422, grain_.reason(), std::nullopt};
  return add_up(body);
}

bool BodyLimits::is_binned(const Body& body) {
  bool ask = false;
  body.for_each([&](const Transaction& row, const Body::Row&) {
    if (grain_.see(minute_of(row.time))) ask = true;
  });
  return ask && grain_.minutes() >= model::Grain::surely && grain_.step();
}

std::optional<Refusal> BodyLimits::add_up(const Body& body) {
  bool is_large = false;
  body.for_each([&](const Transaction& row, const Body::Row&) {
    is_large = is_large || model::MinuteTotals::looks_at(row.count);
  });
  if (!is_large) return std::nullopt;
  model::MinuteTotals all = totals_;  // a body that is refused counts for nothing
  std::optional<Refusal> refusal;
  body.for_each([&](const Transaction& row, const Body::Row& told) {
    if (!refusal && !all.takes(row)) refusal = {422, model::MinuteTotals::reason(row), told.number, "count"};
  });
  if (!refusal) totals_ = std::move(all);
  return refusal;
}

}  // namespace pos::serve
