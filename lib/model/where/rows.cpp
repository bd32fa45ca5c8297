// SPDX-License-Identifier: MIT
#include "model/where/rows.hpp"

namespace pos::model {

// FNV-1a (Fowler, Noll & Vo), its bits mixed as SplitMix64 does: the tables go by the low ones.
std::uint64_t hash_of_value(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

std::vector<ColumnSet> column_sets(std::size_t columns) {
  std::vector<ColumnSet> sets;
  for (std::size_t i = 0; i < columns; ++i) sets.push_back({i, i});
  for (std::size_t i = 0; i < columns; ++i) {
    for (std::size_t j = i + 1; j < columns; ++j) sets.push_back({i, j});
  }
  return sets;
}

}  // namespace pos::model
