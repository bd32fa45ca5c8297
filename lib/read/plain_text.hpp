// SPDX-License-Identifier: MIT
// Quick looks at bytes, for rows of which most are like the one before.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "read/line_buffer.hpp"

namespace pos::read {

inline std::uint64_t eight_bytes(const char* at) {
  static_assert(LineBuffer::padding >= sizeof(std::uint64_t));
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return eight;
}

// The first of two bytes from there on, one of which must come; up to 15 bytes behind it are read.
inline const char* find_either(const char* at, char a, char b) {
#ifdef __SSE2__
  static_assert(LineBuffer::padding >= sizeof(__m128i));
  const __m128i all_a = _mm_set1_epi8(a);
  const __m128i all_b = _mm_set1_epi8(b);
  for (;; at += sizeof(__m128i)) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const int found = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(bytes, all_a), _mm_cmpeq_epi8(bytes, all_b)));
    if (found != 0) return at + std::countr_zero(static_cast<unsigned>(found));
  }
#else
  while (*at != a && *at != b) ++at;
  return at;
#endif
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

// Digits from there on, few enough to be a count without another look: returns what stands behind them; null: none do.
inline const char* plain_count(const char* at, std::int64_t& count) {
  constexpr std::ptrdiff_t most_digits = 15;  // below 2^53
  const char* const begin = at;
  std::int64_t sum = 0;
  for (;; ++at) {
    const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    if (digit > 9 || at - begin > most_digits) break;
    sum = sum * 10 + digit;
  }
  count = sum;
  return at == begin || at - begin > most_digits ? nullptr : at;
}

}  // namespace pos::read
