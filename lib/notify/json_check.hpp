// SPDX-License-Identifier: MIT
// Is this text JSON (RFC 8259)?
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pos::notify {

struct JsonFault {
  std::size_t at;         // byte
  std::string_view what;  // such as `a comma before }`
};

// What is wrong with it first; nothing: it is one value of JSON, 64 deep at most. Of UTF-8 that is looked at before.
[[nodiscard]] std::optional<JsonFault> json_fault(std::string_view text);

}  // namespace pos::notify
