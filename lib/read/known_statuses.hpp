// SPDX-License-Identifier: MIT
// Statuses as they are spelt in rows: one that is spelt as in a row before needs no other look.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "read/line_buffer.hpp"

namespace pos::read {

// Memory   100 spellings are learnt, and no more: an input that has no end of them stays as slow as it was.
class KnownStatuses {
 public:
  static constexpr std::uint32_t unknown = UINT32_MAX;

  // The number of the status that is spelt so. Eight bytes from its begin on may be read, however short it is.
  [[nodiscard]] std::uint32_t find(std::string_view spelt) const {
    const std::uint64_t key = key_of(spelt);
    for (std::size_t at = place(key);; at = (at + 1) % table_.size()) {
      const Entry& entry = table_[at];
      if (entry.number == unknown) return unknown;
      if (entry.key == key && is_same(entry.spelt, spelt)) return entry.number;
    }
  }
  // What a row that was looked at says.
  void learn(std::string_view spelt, std::string_view status);
  [[nodiscard]] const std::string& name(std::uint32_t number) const { return names_[number]; }

 private:
  static constexpr std::size_t most = 100;
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t number = unknown;
    std::string spelt;
  };

  // Its first bytes and its size.
  static std::uint64_t key_of(std::string_view spelt) {
    static_assert(LineBuffer::padding >= sizeof(std::uint64_t));
    std::uint64_t key = 0;
    std::memcpy(&key, spelt.data(), sizeof key);
    if constexpr (std::endian::native == std::endian::little) {
      if (spelt.size() < sizeof key) key &= (std::uint64_t{1} << (spelt.size() * 8)) - 1;
    } else {
      if (spelt.size() < sizeof key) key &= ~(~std::uint64_t{0} >> (spelt.size() * 8));
    }
    return key ^ std::uint64_t{spelt.size()} << 56U;
  }
  // Of texts with the same key.
  static bool is_same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (b.size() <= sizeof(std::uint64_t) || a == b);
  }
  [[nodiscard]] std::size_t place(std::uint64_t key) const { return key * 0x9e3779b97f4a7c15 >> 56U; }

  std::array<Entry, 256> table_;  // by key, or behind where others stand there
  std::vector<std::string> names_;
  std::size_t spellings_ = 0;
};

}  // namespace pos::read
