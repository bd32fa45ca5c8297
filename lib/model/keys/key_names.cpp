// SPDX-License-Identifier: MIT
#include "model/keys/key_names.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include "base/keys.hpp"
#include "base/text.hpp"

namespace pos::model {

namespace {

constexpr std::size_t first_size = 64;  // of the table: a power of 2

std::size_t hash_of(std::size_t family, std::string_view value) {
  return std::hash<std::string_view>{}(value) + family * 0x9E3779B97F4A7C15U;
}

}  // namespace

KeyNames::KeyNames(std::vector<std::string> families) : families_(std::move(families)), table_(first_size, 0) {
  if (families_.empty() || families_.size() > max_families) throw std::invalid_argument("1 to 6 families of keys");
  auto sorted = families_;
  std::ranges::sort(sorted);
  if (!std::ranges::all_of(sorted, is_status_name) || std::ranges::adjacent_find(sorted) != sorted.end())
    throw std::invalid_argument("a family of keys without a fit name, or twice");
}

// Where it is in the table, or would be.
std::size_t KeyNames::place(std::size_t family, std::string_view value) const {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash_of(family, value) & mask;
  while (table_[at] != 0 && (family_[table_[at] - 1] != family || this->value(table_[at] - 1) != value))
    at = (at + 1) & mask;
  return at;
}

KeyId KeyNames::id(std::size_t family, std::string_view value) {
  if (family >= families_.size()) throw std::invalid_argument("no family of keys");
  if (const std::uint32_t known = table_[place(family, value)]; known != 0) return known - 1;
  if (!is_status_name(value)) throw std::invalid_argument("not a value of a key");
  if (names_.size() < max_keys) return add(family, value);
  const std::uint32_t other = table_[place(family, other_key)];
  return other != 0 ? other - 1 : add(family, other_key);
}

bool KeyNames::restore(std::size_t family, std::string_view value, KeyId number) {
  const std::uint32_t known = table_[place(family, value)];
  return known != 0 ? known - 1 == number : number == names_.size() && add(family, value) == number;
}

KeyId KeyNames::add(std::size_t family, std::string_view value) {
  const auto id = static_cast<KeyId>(names_.size());
  names_.push_back(key_name(families_[family], value));
  family_.push_back(static_cast<std::uint8_t>(family));
  if (names_.size() * 2 > table_.size()) grow();
  table_[place(family, value)] = id + 1;
  return id;
}

// Twice as large: all but the newest find their places anew.
void KeyNames::grow() {
  table_.assign(table_.size() * 2, 0);
  for (KeyId id = 0; id + 1 < names_.size(); ++id) table_[place(family_[id], value(id))] = id + 1;
}

}  // namespace pos::model
