// SPDX-License-Identifier: MIT
// Old rows out of a history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "base/record.hpp"

namespace pos::history {

struct Pruned {
  std::int64_t rows = 0;            // that were removed
  std::optional<Error> not_all;     // why others are still there,
  std::optional<Error> not_shrunk;  // or why the space is not given back yet; none: it is
};

// Removes the rows older than `before`, a thousand at a time, so that others may write between, and a disk that is
// nearly full has room enough. Then the file shrinks by what is free in it, also from before. A history of before
// version 1.0 is written anew for that, once. Names of keys that no row has any more are removed where ten million rows
// at most are left. Errors: those of open().
[[nodiscard]] Pruned prune(const std::string& path, LocalSeconds before);

}  // namespace pos::history
