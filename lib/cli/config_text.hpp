// SPDX-License-Identifier: MIT
// A configuration file as its parser takes it.
#pragma once

#include <string>
#include <string_view>

namespace pos::cli {

// The same settings in the same lines, for a parser that knows a comment neither behind [section] nor from a # in quotes,
// and no list that begins in the line behind its bracket: comments are left out, and a list over several lines stands
// in its first, with empty ones behind it. One that is never closed stays as it is.
[[nodiscard]] std::string plain_config(std::string_view text);

}  // namespace pos::cli
