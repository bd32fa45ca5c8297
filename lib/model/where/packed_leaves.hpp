// SPDX-License-Identifier: MIT
// The rows of one minute by combination of values, in about ten bytes each: half an hour of them is kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/where/cells.hpp"
#include "model/where/rows.hpp"

namespace pos::model {

// Statuses have numbers here: those that have a place, and one for all that have none.
inline constexpr std::size_t max_places = 16;
inline constexpr std::uint32_t no_place = max_places;

struct PlacedLeaf {
  std::span<const std::string_view> values;
  std::uint32_t status = no_place;
  std::uint64_t count = 0;
};

struct PackedLeaves {
  std::string bytes;
  std::vector<bool> crowded;  // of each column: values of it are other_values here
};

// The bytes are the same in whatever order the leaves come, and however they are split.
//
// Edge     A column with more than limits.values values keeps those that most rows have, of equal ones the first by
//          bytes; the others are other_values. Where there are still more than limits.leaves combinations, the column
//          of most values keeps half of them, and so on.
// Cost     About 0.3 us a leaf of four columns.
[[nodiscard]] PackedLeaves pack_leaves(std::size_t columns, const WhereLimits& limits,
                                       std::span<const PlacedLeaf> leaves);

// Amounts: of Amount::number what status has; the volume, number 0, has all rows where it is their sum. The bytes are
// borrowed.
// Errors   pos::Error(Fault::bad_data) for bytes that pack_leaves() cannot have written.
enum class Volume { status, sum };
[[nodiscard]] Rows unpack_leaves(std::size_t columns, const WhereLimits& limits, std::string_view bytes, Volume volume);

}  // namespace pos::model
