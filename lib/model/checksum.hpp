// SPDX-License-Identifier: MIT
// What tells a file that is whole from one that was cut or edited.
#pragma once

#include <string>
#include <string_view>

namespace pos::model {

// SHA-256 (FIPS 180-4), in 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// With the line `sha256 HEX` of all before it behind it.
void append_checksum(std::string& text);

// Of a text that append_checksum() made, what stands before that line. Errors: pos::Error(Fault::bad_data), saying
// `name: ` and that it is cut, damaged or edited.
[[nodiscard]] std::string_view check_sum(std::string_view text, const std::string& name);

}  // namespace pos::model
