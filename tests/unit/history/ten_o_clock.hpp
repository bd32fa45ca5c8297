// SPDX-License-Identifier: MIT
// The time that most histories of the tests begin at.
#pragma once

#include "base/record.hpp"

inline constexpr pos::LocalSeconds ten_o_clock = 1'773'050'400;  // 2026-03-09 10:00
