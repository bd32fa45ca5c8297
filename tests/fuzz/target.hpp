// SPDX-License-Identifier: MIT
// What every target stands on: libFuzzer hands it bytes, and it says what must hold whatever they are.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"
#include "read/row_reader.hpp"

namespace pos::fuzz {

// Each target defines it. A pos::Error may leave it: that is what a user is told.
void take(std::string_view bytes);

// Ends the program where it does not hold, as a crash does: libFuzzer keeps the bytes then.
void expect(bool holds, std::string_view what);
void expect_same(std::string_view one, std::string_view other, std::string_view what);
// What `read` returns, of what we have written ourselves: a pos::Error of it is a finding.
template <typename Read>
auto read_again(Read read, std::string_view what) {
  try {
    return read();
  } catch (const Error& error) {
    expect_same(error.what(), "", what);
    throw;
  }
}
// A line that people read, or one of a protocol: no control characters.
void expect_plain(std::string_view text);

// An input may begin with a line `#MAP|FORMAT|LABELS`, or a part of it, which stands for --columns MAP --time-format
// FORMAT and for labels that are asked for, with `#!` for --no-header beside them. It goes off the bytes.
[[nodiscard]] read::ReadOptions take_options(std::string_view& bytes);

}  // namespace pos::fuzz
