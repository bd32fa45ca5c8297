// SPDX-License-Identifier: MIT
// What people know of incidents, out of what pos-alert has written down.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "incident/people.hpp"
#include "incident/state.hpp"
#include "sqlite/connection.hpp"

namespace pos::ledger {

// The present, and times of the clock as the wall has them.
struct PeopleClock {
  incident::ClockSeconds now = 0;
  std::function<LocalSeconds(incident::ClockSeconds)> local;
};

// Whether it is this stream's incidents that are kept here: each has but its first minute for a number, so another
// stream's may have the same. False where no pos-alert has read anything.
[[nodiscard]] bool follows(sqlite::Connection& db, std::string_view stream);

// As AlertReader::people() has it.
[[nodiscard]] std::optional<incident::PeopleOf> load_people(sqlite::Connection& db,
                                                            std::span<const incident::Incident> incidents,
                                                            std::string_view stream, const PeopleClock& clock);

}  // namespace pos::ledger
