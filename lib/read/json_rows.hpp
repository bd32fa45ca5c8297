// SPDX-License-Identifier: MIT
// A JSON text of rows, as programs post it, made into lines that NdjsonReader takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pos::read {

// One object, or an array of them; blanks between tokens do not matter.
struct JsonRows {
  std::string lines;  // NDJSON: each object's bytes without blanks between tokens, 1.10 stays 1.10
  bool array = false;

  // Why the text is none of that; empty: it is. That all of it is JSON comes before what one element is; what an
  // object lacks as a row is the reader's to tell.
  std::string problem;
  std::optional<std::int64_t> row;  // the element it lies in or behind, from 1, where that is known
};

// Takes hostile bytes; memory in proportion to them. Errors: std::bad_alloc alone.
[[nodiscard]] JsonRows json_rows(std::string_view text);

}  // namespace pos::read
