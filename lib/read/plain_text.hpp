// SPDX-License-Identifier: MIT
// Quick looks at bytes, for rows of which most are like the one before.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "read/line_buffer.hpp"

namespace pos::read {

inline std::uint64_t eight_bytes(const char* at) {
  static_assert(LineBuffer::padding >= sizeof(std::uint64_t));
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return eight;
}

// The first of two bytes from there on, one of which must come; up to seven bytes behind it are read.
inline const char* find_either(const char* at, char a, char b) {
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    const std::uint64_t all_a = ones * static_cast<unsigned char>(a);
    const std::uint64_t all_b = ones * static_cast<unsigned char>(b);
    // Nothing below the lowest mark is a false one (Mycroft's test for a zero byte).
    const auto zeros = [](std::uint64_t eight) { return (eight - ones) & ~eight & (ones << 7U); };
    for (;; at += sizeof ones) {
      const std::uint64_t eight = eight_bytes(at);
      if (const std::uint64_t found = zeros(eight ^ all_a) | zeros(eight ^ all_b); found != 0)
        return at + std::countr_zero(found) / 8;
    }
  } else {
    while (*at != a && *at != b) ++at;
    return at;
  }
}

// Whether texts of one size are the same.
inline bool same_bytes(const char* a, const char* b, std::size_t size) {
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    if (eight_bytes(a + at) != eight_bytes(b + at)) return false;
  }
  for (; at < size; ++at) {
    if (a[at] != b[at]) return false;
  }
  return true;
}

// Digits, and few enough to be a count without another look.
inline bool plain_count(const char* at, const char* end, std::int64_t& count) {
  constexpr std::ptrdiff_t most_digits = 15;  // below 2^53
  if (at == end || end - at > most_digits) return false;
  std::int64_t sum = 0;
  for (; at < end; ++at) {
    const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    if (digit > 9) return false;
    sum = sum * 10 + digit;
  }
  count = sum;
  return true;
}

}  // namespace pos::read
