// SPDX-License-Identifier: MIT
// The days at the end of a history by which its monitor is judged.
#pragma once

#include <optional>

#include "base/record.hpp"
#include "model/history.hpp"

namespace pos::model {

// From the first minute to behind the last one; days of clocks without dates follow each other from 1970-01-01 on.
// history: at least one row.
[[nodiscard]] Period span_of(const History& history);

// Where they begin, at a midnight: the last day of two or three, the last two of four or more, the last week of three
// weeks; one that has less than half a day is judged beside them. Nothing: less than two days leave nothing to hold
// out.
[[nodiscard]] std::optional<LocalSeconds> held_out_from(const Period& span);

}  // namespace pos::model
