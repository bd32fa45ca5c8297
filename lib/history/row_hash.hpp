// SPDX-License-Identifier: MIT
// How a row is known again.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/record.hpp"

namespace pos::history {

// Of a row's bytes as they came, and of its time, which says the date where the bytes do not.
// Stable between versions: it stands in the database.
// Source: FNV-1a, 64 bit (Fowler, Noll, Vo; RFC 9923).
[[nodiscard]] constexpr std::uint64_t row_hash(LocalSeconds time, std::string_view bytes) {
  constexpr std::uint64_t prime = 0x100000001b3;
  std::uint64_t hash = 0xcbf29ce484222325;
  for (unsigned shift = 0; shift < 64; shift += 8) {
    hash = (hash ^ ((static_cast<std::uint64_t>(time) >> shift) & 0xffU)) * prime;
  }
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  return hash;
}

}  // namespace pos::history
