// SPDX-License-Identifier: MIT
// The tables of the history and of what pos-alert remembers, and their versions: one file may hold both.
#pragma once

#include <array>
#include <cstdint>

namespace pos::history {

inline constexpr std::int64_t application_id = 0x706f7331;  // "pos1"
inline constexpr int schema_version = 9;
// Of those that are only read: from here on rows have keys, and decisions and incidents places.
inline constexpr int version_with_keys = 6;
// Likewise amounts.
inline constexpr int version_with_amounts = 8;

// Script n brings the tables of a database of version n to n + 1; views.hpp has the views. Once released, what a script
// does never changes.
extern const std::array<const char*, schema_version> migrations;

}  // namespace pos::history
