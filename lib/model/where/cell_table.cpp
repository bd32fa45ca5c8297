// SPDX-License-Identifier: MIT
#include "model/where/cell_table.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace pos::model {
namespace {

constexpr std::size_t fewest_places = 16;
constexpr double max_amount_of_cell = 1e40;

}  // namespace

CellTable::CellTable(std::size_t capacity, std::size_t numbers)
    : capacity_(capacity), stride_(numbers + 1), index_(fewest_places, nobody), rest_(numbers, 0.0) {
  if (capacity < 1 || capacity > most_cells_of_table)
    throw std::invalid_argument("capacity of a table of cells out of range");
}

std::size_t CellTable::home(const CellKey& key) const {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  const std::uint64_t both = key.first ^ (key.second * odd);
  return static_cast<std::size_t>(both ^ (both >> 32U)) & (index_.size() - 1);
}

// Where it stands in the index, or is to stand.
std::size_t CellTable::place_of(const CellKey& key) const {
  std::size_t place = home(key);
  while (index_[place] != nobody && !(keys_[index_[place]] == key)) place = (place + 1) & (index_.size() - 1);
  return place;
}

std::optional<std::size_t> CellTable::find(const CellKey& key) const {
  const Place slot = index_[place_of(key)];
  if (slot == nobody) return std::nullopt;
  return slot;
}

CellTable::Added CellTable::add(const CellKey& key, double rows, std::span<const Amount> amounts) {
  Added added;
  if (const auto found = find(key)) {
    added.slot = *found;
  } else {
    added.is_new = true;
    added.evicted = size() == capacity_;
    if (added.evicted) {
      added.slot = make_room();
      keys_[added.slot] = key;
      index_[place_of(key)] = static_cast<Place>(added.slot);
    } else {
      added.slot = size();
      append(key);
    }
  }
  double* const values = &values_[added.slot * stride_];
  values[0] += rows;
  for (const Amount& amount : amounts) values[amount.number + 1] += amount.value;
  return added;
}

void CellTable::append(const CellKey& key) {
  if (2 * (size() + 1) > index_.size()) index_anew(2 * index_.size());
  const std::size_t slot = size();
  if (slot == keys_.capacity()) {
    const std::size_t room = std::min(capacity_, std::max<std::size_t>(8, 2 * slot));
    keys_.reserve(room);
    values_.reserve(room * stride_);
  }
  index_[place_of(key)] = static_cast<Place>(slot);
  keys_.push_back(key);
  values_.resize(values_.size() + stride_, 0.0);
}

void CellTable::index_anew(std::size_t places) {
  index_.assign(places, nobody);
  for (std::size_t slot = 0; slot < size(); ++slot) index_[place_of(keys_[slot])] = static_cast<Place>(slot);
}

// The slot that is free for another cell, with its rank.
std::size_t CellTable::make_room() {
  const std::size_t slot = smallest();
  forget(keys_[slot]);
  has_rest_ = true;
  for (std::size_t i = 0; i + 1 < stride_; ++i) {
    double& value = values_[slot * stride_ + i + 1];
    rest_[i] += value;
    value = 0.0;
  }
  return slot;
}

// Ranks grow, so what the heap holds of them may be too low. When that of its top is right, no other can be smaller.
std::size_t CellTable::smallest() {
  if (order_.empty()) {
    order_.reserve(capacity_);
    for (std::size_t slot = 0; slot < size(); ++slot) order_.push_back({rank(slot), static_cast<std::uint32_t>(slot)});
    std::ranges::make_heap(order_, std::greater<>());
  }
  while (order_.front().rank != rank(order_.front().slot)) {
    order_.front().rank = rank(order_.front().slot);
    sink_top();
  }
  return order_.front().slot;
}

void CellTable::sink_top() {
  const Ranked top = order_.front();
  std::size_t at = 0;
  for (std::size_t child = 1; child < order_.size(); child = 2 * at + 1) {
    if (child + 1 < order_.size() && order_[child + 1] < order_[child]) ++child;
    if (!(order_[child] < top)) break;
    order_[at] = order_[child];
    at = child;
  }
  order_[at] = top;
}

// Takes it out of the index, and moves those behind it up (Knuth, The Art of Computer Programming 3, 6.4 R).
void CellTable::forget(const CellKey& key) {
  const std::size_t last = index_.size() - 1;
  std::size_t gap = place_of(key);
  for (std::size_t place = (gap + 1) & last; index_[place] != nobody; place = (place + 1) & last) {
    const std::size_t from_home = (place - home(keys_[index_[place]])) & last;
    if (from_home < ((place - gap) & last)) continue;
    index_[gap] = index_[place];
    gap = place;
  }
  index_[gap] = nobody;
}

void CellTable::halve() {
  for (double& value : values_) value *= 0.5;
  for (double& value : rest_) value *= 0.5;
  order_.clear();
}

void CellTable::widen(std::size_t numbers) {
  const std::size_t stride = numbers + 1;
  std::vector<double> wider;
  wider.reserve(keys_.capacity() * stride);
  wider.resize(size() * stride, 0.0);
  for (std::size_t slot = 0; slot < size(); ++slot) {
    std::copy_n(&values_[slot * stride_], stride_, &wider[slot * stride]);
  }
  values_ = std::move(wider);
  stride_ = stride;
  rest_.resize(numbers, 0.0);
}

void CellTable::save(ByteWriter& out) const {
  out.number(has_rest_ ? 1 : 0);
  for (const double value : rest_) out.real(value);
  out.number(size());
  for (std::size_t slot = 0; slot < size(); ++slot) {
    out.bits(keys_[slot].first);
    out.bits(keys_[slot].second);
    for (std::size_t i = 0; i < stride_; ++i) out.real(values_[slot * stride_ + i]);
  }
}

void CellTable::restore(ByteReader& in) {
  has_rest_ = in.number(1) != 0;
  for (double& value : rest_) value = in.real(0.0, max_amount_of_cell);
  const std::size_t size = in.amount_of_things(capacity_);
  for (std::size_t slot = 0; slot < size; ++slot) {
    const std::uint64_t first = in.bits();
    const CellKey key{first, in.bits()};
    if (find(key)) ByteReader::fail("a cell is there twice");
    append(key);
    for (std::size_t i = 0; i < stride_; ++i) values_[slot * stride_ + i] = in.real(0.0, max_amount_of_cell);
  }
}

}  // namespace pos::model
