// SPDX-License-Identifier: MIT
#include "model/where/packed_leaves.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

#include "model/monitor/parameters.hpp"
#include "model/where/state_bytes.hpp"

namespace pos::model {
namespace {

std::uint64_t sum_of_counts(std::uint64_t a, std::uint64_t b) {
  return std::min(a + std::min(b, max_count), max_count);
}

// Leaves with numbers for values, which do not depend on the order in which those came.
class LeafPacker {
 public:
  LeafPacker(std::size_t columns, const WhereLimits& limits, std::span<const PlacedLeaf> leaves);

  [[nodiscard]] PackedLeaves pack() const;

 private:
  using Numbers = std::vector<std::uint32_t>;  // of the values that each leaf has in a column
  struct Column {
    std::vector<Rows::Value> values;
    bool crowded = false;
  };
  // The numbers of its values in 16 bits each, four and two of them, and its status in the last eight.
  struct Leaf {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::uint64_t count = 0;

    [[nodiscard]] std::uint32_t status() const { return low & 0xFFU; }
    [[nodiscard]] std::uint32_t value(std::size_t i) const { return (i < 4 ? high : low) >> shift(i) & 0xFFFFU; }
    void set_value(std::size_t i, std::uint64_t number) {
      std::uint64_t& word = i < 4 ? high : low;
      word = (word & ~(std::uint64_t{0xFFFFU} << shift(i))) | number << shift(i);
    }
    [[nodiscard]] bool has_values_of(const Leaf& other) const {
      return high == other.high && low >> 8U == other.low >> 8U;
    }
    bool operator==(const Leaf& other) const { return high == other.high && low == other.low; }
    bool operator<(const Leaf& other) const { return high != other.high ? high < other.high : low < other.low; }

   private:
    static std::size_t shift(std::size_t i) { return 48 - 16 * (i % 4); }
  };

  [[nodiscard]] Numbers number_values(std::size_t column, std::span<const PlacedLeaf> leaves);
  void keep(std::size_t column, std::size_t how_many, Numbers& numbers);
  void sort_values(std::size_t column, Numbers& numbers);
  void join_equal();
  [[nodiscard]] std::size_t combinations() const;
  void halve_largest_column();

  const WhereLimits& limits_;
  std::vector<Column> columns_;
  std::vector<Leaf> leaves_;
};

LeafPacker::LeafPacker(std::size_t columns, const WhereLimits& limits, std::span<const PlacedLeaf> leaves)
    : limits_(limits), columns_(columns) {
  leaves_.reserve(leaves.size());
  for (const PlacedLeaf& leaf : leaves) leaves_.push_back({0, leaf.status, std::min(leaf.count, max_count)});
  for (std::size_t i = 0; i < columns; ++i) {
    Numbers numbers = number_values(i, leaves);
    if (columns_[i].values.size() > limits.values) keep(i, limits.values - 1, numbers);
    sort_values(i, numbers);
  }
  join_equal();
  while (combinations() > limits_.leaves) halve_largest_column();
}

// Where values have their numbers, by hash: open addressing, at most half full.
class NumbersOfValues {
 public:
  explicit NumbersOfValues(std::size_t most) : places_(std::bit_ceil(2 * most + 1), 0) {}

  // New ones are put behind the others.
  std::uint32_t number(std::string_view text, std::vector<Rows::Value>& values) {
    const std::uint64_t hash = hash_of_value(text);
    std::size_t place = hash & (places_.size() - 1);
    while (places_[place] != 0) {
      const Rows::Value& there = values[places_[place] - 1];
      if (there.hash == hash && there.text == text) return places_[place] - 1;
      place = (place + 1) & (places_.size() - 1);
    }
    values.push_back({text, hash});
    places_[place] = static_cast<std::uint32_t>(values.size());
    return places_[place] - 1;
  }

 private:
  std::vector<std::uint32_t> places_;  // the number and 1; 0: nobody
};

LeafPacker::Numbers LeafPacker::number_values(std::size_t column, std::span<const PlacedLeaf> leaves) {
  NumbersOfValues known(leaves.size());
  Numbers numbers;
  numbers.reserve(leaves.size());
  for (const PlacedLeaf& leaf : leaves) {
    numbers.push_back(known.number(leaf.values[column].substr(0, max_where_value), columns_[column].values));
  }
  return numbers;
}

// Others become one value.
void LeafPacker::keep(std::size_t column, std::size_t how_many, Numbers& numbers) {
  auto& values = columns_[column].values;
  std::vector<std::uint64_t> rows(values.size(), 0);
  for (std::size_t k = 0; k < leaves_.size(); ++k) rows[numbers[k]] += leaves_[k].count;
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return rows[a] != rows[b] ? rows[a] > rows[b] : values[a].text < values[b].text;
  });
  std::vector<Rows::Value> kept;
  std::vector<std::uint32_t> anew(values.size(), static_cast<std::uint32_t>(how_many));
  for (std::size_t i = 0; i < how_many; ++i) {
    anew[order[i]] = static_cast<std::uint32_t>(i);
    kept.push_back(values[order[i]]);
  }
  kept.push_back({other_values, hash_of_value(other_values)});
  for (std::uint32_t& number : numbers) number = anew[number];
  values = std::move(kept);
  columns_[column].crowded = true;
}

// By hash, as numbers are compared sooner than texts. Equal ones, as other_values may be, become one.
void LeafPacker::sort_values(std::size_t column, Numbers& numbers) {
  auto& values = columns_[column].values;
  std::vector<std::uint32_t> order(values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return values[a].hash != values[b].hash ? values[a].hash < values[b].hash : values[a].text < values[b].text;
  });
  std::vector<Rows::Value> sorted;
  std::vector<std::uint32_t> anew(values.size());
  for (const std::uint32_t i : order) {
    if (sorted.empty() || sorted.back().text != values[i].text) sorted.push_back(values[i]);
    anew[i] = static_cast<std::uint32_t>(sorted.size() - 1);
  }
  for (std::size_t k = 0; k < leaves_.size(); ++k) leaves_[k].set_value(column, anew[numbers[k]]);
  values = std::move(sorted);
}

void LeafPacker::join_equal() {
  std::ranges::sort(leaves_, [](const Leaf& a, const Leaf& b) { return a < b; });
  std::size_t last = 0;
  for (std::size_t k = 1; k < leaves_.size(); ++k) {
    if (leaves_[k] == leaves_[last]) {
      leaves_[last].count = sum_of_counts(leaves_[last].count, leaves_[k].count);
    } else {
      leaves_[++last] = leaves_[k];
    }
  }
  if (!leaves_.empty()) leaves_.resize(last + 1);
}

std::size_t LeafPacker::combinations() const {
  std::size_t count = leaves_.empty() ? 0 : 1;
  for (std::size_t k = 1; k < leaves_.size(); ++k) count += leaves_[k].has_values_of(leaves_[k - 1]) ? 0 : 1;
  return count;
}

// It has two at least, as there are several combinations.
void LeafPacker::halve_largest_column() {
  const auto size = [](const Column& column) { return column.values.size(); };
  const auto largest = std::ranges::max_element(columns_, {}, size);
  const auto column = static_cast<std::size_t>(largest - columns_.begin());
  Numbers numbers;
  for (const Leaf& leaf : leaves_) numbers.push_back(leaf.value(column));
  keep(column, largest->values.size() / 2 - 1, numbers);
  sort_values(column, numbers);
  join_equal();
}

PackedLeaves LeafPacker::pack() const {
  ByteWriter out;
  PackedLeaves packed;
  for (const Column& column : columns_) {
    out.number(column.values.size());
    for (const Rows::Value& value : column.values) out.text(value.text);
    packed.crowded.push_back(column.crowded);
  }
  out.number(combinations());
  for (std::size_t k = 0; k < leaves_.size();) {
    std::size_t end = k + 1;
    while (end < leaves_.size() && leaves_[end].has_values_of(leaves_[k])) ++end;
    for (std::size_t i = 0; i < columns_.size(); ++i) out.number(leaves_[k].value(i));
    // One byte for what nearly all have: the status of the only one; else how many there are, behind all statuses.
    if (end - k > 1) out.number(no_place + (end - k));
    for (; k < end; ++k) {
      out.number(leaves_[k].status());
      out.number(leaves_[k].count);
    }
  }
  packed.bytes = out.take();
  return packed;
}

void unpack_values(std::size_t columns, const WhereLimits& limits, ByteReader& in, Rows& rows) {
  rows.values.resize(columns);
  for (auto& values : rows.values) {
    const std::size_t size = in.amount_of_things(limits.values);
    values.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
      const std::string_view text = in.text(max_where_value);
      values.push_back({text, hash_of_value(text)});
    }
  }
}

// What of a combination each status has.
void unpack_amounts(ByteReader& in, Volume volume, Rows& rows, Rows::Combination& combination) {
  combination.first = static_cast<std::uint32_t>(rows.amounts.size());
  std::uint64_t status = in.number(2 * max_places + 1);
  const bool is_single = status <= no_place;
  for (std::uint64_t left = is_single ? 1 : status - no_place; left > 0; --left) {
    if (!is_single) status = in.number(no_place);
    const auto count = static_cast<double>(in.number(max_count));
    combination.rows += count;
    const bool is_counted_by_all = status == 0 && volume == Volume::sum;
    if (status < no_place && !is_counted_by_all) rows.amounts.push_back({static_cast<std::uint32_t>(status), count});
  }
  if (volume == Volume::sum) rows.amounts.push_back({0, combination.rows});
  combination.last = static_cast<std::uint32_t>(rows.amounts.size());
}

}  // namespace

PackedLeaves pack_leaves(std::size_t columns, const WhereLimits& limits, std::span<const PlacedLeaf> leaves) {
  return LeafPacker(columns, limits, leaves).pack();
}

Rows unpack_leaves(std::size_t columns, const WhereLimits& limits, std::string_view bytes, Volume volume) {
  ByteReader in(bytes);
  Rows rows;
  unpack_values(columns, limits, in, rows);
  const std::size_t size = in.amount_of_things(limits.leaves);
  rows.combinations.reserve(size);
  for (std::size_t k = 0; k < size; ++k) {
    Rows::Combination& combination = rows.combinations.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) {
      if (rows.values[i].empty()) ByteReader::fail("a value is missing");
      combination.values[i] = static_cast<std::uint32_t>(in.number(rows.values[i].size() - 1));
    }
    unpack_amounts(in, volume, rows, combination);
  }
  in.finish();
  return rows;
}

}  // namespace pos::model
