// SPDX-License-Identifier: MIT
// Words what a scan found for people.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/where/scan.hpp"

namespace pos::model {

inline constexpr std::size_t max_where_text = 300;  // bytes

enum class Told { of_exposure, alone };

// "merchant=m17 and bin=4: 212 of 260 denied, 31 expected; acquirer=b: ...", or "merchant=m17: 12 approved, 96
// expected". Of what does not fit into max_where_text the last ones are left out; the first is cut. status:
// every_status are transactions. An empty value is ''.
[[nodiscard]] std::string word_where(std::span<const Found> found, std::span<const std::string> columns,
                                     std::string_view status, Told told);

}  // namespace pos::model
