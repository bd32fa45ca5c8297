// SPDX-License-Identifier: MIT
// Times written as others are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/row.hpp"

namespace pos::read {

// A time written as `like` is, `minutes` later, its seconds 0: for rows we make up. `like` is one that a TimeReader of
// this style took.
[[nodiscard]] std::string shift_time(std::string_view like, std::int64_t minutes, const TimeStyle& style = {});

// As of strftime: the format of `text`, which stands in a form of pos-formats(5), with its day or its month first.
[[nodiscard]] std::string format_of(std::string_view text, TimeStyle::Order order);

}  // namespace pos::read
