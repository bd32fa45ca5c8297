// SPDX-License-Identifier: MIT
// What a mail of ours is put together with, and taken apart by.
#pragma once

#include <string_view>

namespace pos::notify {

// Neither encoding of bodies has "=_" in it, so no line of a body can be taken for a boundary (RFC 2045, 6.7).
inline constexpr std::string_view alternatives_boundary = "=_pos_alternatives";
inline constexpr std::string_view parts_boundary = "=_pos_parts";

}  // namespace pos::notify
