// SPDX-License-Identifier: MIT
// simdjson, loaded when the first JSON comes: with it comes the shared library of C++, which programs that have that
// in them (tools/CMakeLists.txt) need for nothing else, and which is half of what it takes to start one.
#pragma once

#include <string>

namespace pos::read {

// Before anything of simdjson's is called. Any thread may call it, any number of times.
// Errors: pos::Error(Fault::unavailable) where simdjson is not installed.
void load_json_library();

// simdjson's words for one of its error codes. Only after load_json_library(); simdjson::error_message() does not link.
[[nodiscard]] std::string json_error_message(int code);

}  // namespace pos::read
