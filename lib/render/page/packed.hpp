// SPDX-License-Identifier: MIT
// Whole numbers as text that JSON can hold in few bytes: columns of the page's data.
#pragma once

#include <cstdint>
#include <string>

namespace pos::render {

// Appends a number in digits of 6 bits, `A-Za-z0-9-_` for 0 to 63: the first has its sign in bit 0 and its lowest four
// bits above that, each other one the next five bits; bit 5 of a digit says that another follows. So -15 to
// 15 are one byte, and up to 511 two. Not the least number of int64_t.
void append_packed(std::string& out, std::int64_t number);

// Stands for a number that is not known.
inline constexpr char packed_none = '.';

}  // namespace pos::render
