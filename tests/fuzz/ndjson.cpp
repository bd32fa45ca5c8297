// SPDX-License-Identifier: MIT
// Rows as NDJSON.
#include "fuzz/rows.hpp"
#include "fuzz/target.hpp"

void pos::fuzz::take(std::string_view bytes) { take_rows(bytes, Format::ndjson); }
