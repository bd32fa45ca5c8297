// SPDX-License-Identifier: MIT
// Which columns of an hourly table checkout-stats knows: by name, by alias, or as the user says.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pos::read {

inline constexpr std::array<std::string_view, 6> known_hourly_columns = {
    "time", "today", "yesterday", "same_day_last_week", "avg_last_week", "avg_last_month"};

// The file's names of these columns as --columns gives them; empty: the known name or an alias.
using HourlyColumnNames = std::array<std::string, known_hourly_columns.size()>;

// Reads `time=Hora,today=Hoje`, any part of it. Errors: pos::Error(Fault::usage).
[[nodiscard]] HourlyColumnNames parse_hourly_columns(std::string_view map);

struct HourlyHeader {
  // Of all columns; a known one has its known name, whatever the file calls it, and another that is called so `_2`.
  std::vector<std::string> names;
  std::vector<std::size_t> time;  // one place, or, of a time given as `data+hora`, several that make one text
};

// Names compare without case, accents, and the difference of blank, hyphen and `_`; the known name wins over an alias.
// `wanted` compares by every byte first. Returns what is wrong with the header, with its cure; empty: nothing.
[[nodiscard]] std::string find_hourly_columns(const std::vector<std::string>& names, const HourlyColumnNames& wanted,
                                              HourlyHeader& header);

}  // namespace pos::read
