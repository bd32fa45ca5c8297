// SPDX-License-Identifier: MIT
// Random numbers that are the same on every machine and compiler; std's distributions are not.
#pragma once

#include <cstdint>

namespace pos::model {

// SplitMix64: Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA.
// Constants of its reference implementation (Vigna, public domain). One 64-bit state, so that every
// tree can have a generator of its own and the order in which trees are built does not matter.
class Random {
 public:
  // Streams for one seed (tree 0, tree 1, ...): each starts at a number drawn by a generator that
  // starts at the seed, the usual way to seed one generator from another.
  Random(std::uint64_t seed, std::uint64_t stream) : state_(mix(seed + (stream + 1) * gamma)) {}

  std::uint64_t next() { return mix(state_ += gamma); }

  // 0 to bound - 1; bound at least 1. The high half of a 128-bit product (Lemire 2019, ACM TOMACS
  // 29:3) without its rejection step: the bias is below bound / 2^64, and without rejection a bound
  // k times as large draws a number that lies k times as far, which makes trees indifferent to scale.
  std::uint64_t below(std::uint64_t bound) {
    __extension__ using wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<wide>(next()) * bound) >> 64U);
  }

 private:
  static constexpr std::uint64_t gamma = 0x9E3779B97F4A7C15U;

  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t state_;
};

}  // namespace pos::model
