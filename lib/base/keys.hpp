// SPDX-License-Identifier: MIT
// Keys: parts of a feed that are watched one by one, such as its merchants. A key is a value of a column, and its name
// says both: `merchant=m17`. A row has at most one of each family, that is of each column.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pos {

// `merchant=m17`.
[[nodiscard]] std::string key_name(std::string_view column, std::string_view value);
// `merchant` of it.
[[nodiscard]] std::string_view column_of_key(std::string_view key);

// The keys of a row in one text, `merchant=m17<TAB>acquirer=x`: what a history keeps. An empty value is no key.
// columns: as many as values.
[[nodiscard]] std::string join_keys(std::span<const std::string> columns, std::span<const std::string_view> values);
// The first of those; the others are left.
[[nodiscard]] std::string_view take_key(std::string_view& keys);
// Whether a key is one of those.
[[nodiscard]] bool has_key(std::string_view keys, std::string_view key);
// What it has of a column; empty: nothing.
[[nodiscard]] std::string_view value_in_keys(std::string_view keys, std::string_view column);

}  // namespace pos
