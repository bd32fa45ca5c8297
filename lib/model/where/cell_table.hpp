// SPDX-License-Identifier: MIT
// Sums by value, or by pair of values, in bounded memory: exact until the table is full.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/where/rows.hpp"
#include "model/where/state_bytes.hpp"

namespace pos::model {

struct CellKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;  // of a single: the same
  bool operator==(const CellKey&) const = default;
};

inline constexpr std::size_t most_cells_of_table = 60'000;  // a slot is a number of 16 bits

// Space-saving: where a new cell finds no room, the one of the smallest rank makes it, and the new one takes over that
// rank, so that what comes often gets in and stays. The rank decides nothing else: the new cell's numbers begin at 0,
// and those of the old one go to the rest. Of equal ranks the one in the lower slot goes.
//
// Units    rank: rows, and those of the cells that a cell took the place of.
// Cost     An addition is a look-up; an eviction takes a heap's log n besides. (16 + 8 + 8 numbers + 4) bytes a cell, 8
//          more once the table is full.
// Source   Metwally, Agrawal & El Abbadi 2005, ICDT.
class CellTable {
 public:
  // capacity: 1 to most_cells_of_table, else std::invalid_argument; numbers: of each.
  CellTable(std::size_t capacity, std::size_t numbers);

  struct Added {
    std::size_t slot = 0;
    bool is_new = false;
    bool evicted = false;  // another cell was in this slot
  };
  Added add(const CellKey& key, double rows, std::span<const Amount> amounts);
  [[nodiscard]] std::optional<std::size_t> find(const CellKey& key) const;

  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  [[nodiscard]] const CellKey& key(std::size_t slot) const { return keys_[slot]; }
  [[nodiscard]] double number(std::size_t slot, std::size_t number) const {
    return values_[slot * stride_ + number + 1];
  }
  // A cell was evicted, sometime; what such ones had.
  [[nodiscard]] bool has_rest() const { return has_rest_; }
  [[nodiscard]] double rest(std::size_t number) const { return rest_[number]; }

  void halve();                     // ranks and numbers, those of the rest too: what is old weighs less
  void widen(std::size_t numbers);  // new ones are 0

  void save(ByteWriter& out) const;
  void restore(ByteReader& in);  // into a new table

 private:
  struct Ranked {
    double rank = 0.0;  // as it was once: it has only grown since
    std::uint32_t slot = 0;
    auto operator<=>(const Ranked&) const = default;
  };
  using Place = std::uint16_t;
  static constexpr Place nobody = 0xFFFF;

  [[nodiscard]] double& rank(std::size_t slot) { return values_[slot * stride_]; }
  [[nodiscard]] std::size_t home(const CellKey& key) const;
  [[nodiscard]] std::size_t place_of(const CellKey& key) const;
  std::size_t make_room();
  [[nodiscard]] std::size_t smallest();
  void sink_top();
  void forget(const CellKey& key);
  void append(const CellKey& key);
  void index_anew(std::size_t places);

  std::size_t capacity_;
  std::size_t stride_;  // numbers and the rank, which comes first
  std::vector<CellKey> keys_;
  std::vector<double> values_;
  std::vector<Place> index_;   // slots by home(), open addressing; a power of two of them
  std::vector<Ranked> order_;  // a heap of all slots, made when the table is full; no state
  std::vector<double> rest_;
  bool has_rest_ = false;
};

}  // namespace pos::model
