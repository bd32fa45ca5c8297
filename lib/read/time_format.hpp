// SPDX-License-Identifier: MIT
// Formats of times as of strftime, checked before anything is read by them.
#pragma once

#include <string>
#include <string_view>

namespace pos::read {

// Checks a format as of strftime and writes out its short forms: %T, %R, %F, %D.
// It has hour and minute or %s, and a whole date or none. Errors: pos::Error(Fault::usage).
[[nodiscard]] std::string parse_time_format(std::string_view format);

}  // namespace pos::read
