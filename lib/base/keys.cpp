// SPDX-License-Identifier: MIT
#include "base/keys.hpp"

#include <algorithm>

namespace pos {
namespace {

constexpr char separator = '\t';  // which no value has

template <typename Found>
std::string_view find_in(std::string_view keys, Found found) {
  while (!keys.empty()) {
    const std::string_view key = take_key(keys);
    if (found(key)) return key;
  }
  return {};
}

}  // namespace

std::string key_name(std::string_view column, std::string_view value) {
  std::string name(column);
  (name += '=') += value;
  return name;
}

std::string_view column_of_key(std::string_view key) { return key.substr(0, key.find('=')); }

std::string join_keys(std::span<const std::string> columns, std::span<const std::string_view> values) {
  std::string keys;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (values[i].empty()) continue;
    if (!keys.empty()) keys += separator;
    ((keys += columns[i]) += '=') += values[i];
  }
  return keys;
}

std::string_view take_key(std::string_view& keys) {
  const std::string_view key = keys.substr(0, keys.find(separator));
  keys.remove_prefix(std::min(keys.size(), key.size() + 1));
  return key;
}

bool has_key(std::string_view keys, std::string_view key) {
  return !find_in(keys, [key](std::string_view one) { return one == key; }).empty();
}

std::string_view value_in_keys(std::string_view keys, std::string_view column) {
  const auto is_of = [column](std::string_view one) {
    return one.size() > column.size() && one.starts_with(column) && one[column.size()] == '=';
  };
  const std::string_view key = find_in(keys, is_of);
  return key.empty() ? key : key.substr(column.size() + 1);
}

}  // namespace pos
