// SPDX-License-Identifier: MIT
// What must hold of rows in any format.
#pragma once

#include <string>
#include <string_view>

#include "base/row.hpp"

namespace pos::fuzz {

// The ways in which a reader gives its rows agree, and so does input that comes in small pieces.
void take_rows(std::string_view bytes, Format format);

}  // namespace pos::fuzz
