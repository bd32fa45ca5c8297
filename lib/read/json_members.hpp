// SPDX-License-Identifier: MIT
// A JSON object of plain values, as programs post one to say something.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace pos::read {

struct JsonMembers {
  // By name: texts as they are, whole numbers in digits, `true` and `false`. What is null is left out.
  std::map<std::string, std::string, std::less<>> values;
  // Why the text is none of that; empty: it is.
  std::string problem;
};

// Takes hostile bytes; memory in proportion to them.
// Errors: pos::Error(Fault::unavailable) where simdjson is not installed.
[[nodiscard]] JsonMembers json_members(std::string_view text);

}  // namespace pos::read
