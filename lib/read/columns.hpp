// SPDX-License-Identifier: MIT
// Which column is the time, the status, the count: by name, by alias, or as the user says.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pos::read {

// Names given with --columns; empty: the names of pos-formats(5) and their aliases.
struct ColumnNames {
  std::string time;
  std::string status;
  std::string count;
};

// Reads `time=ts,status=st,count=n`, any part of it. Errors: pos::Error(Fault::usage).
[[nodiscard]] ColumnNames parse_column_names(std::string_view map);

enum class Column { time, status, count, label };
inline constexpr std::size_t column_kinds = 4;

enum class Labels { ignore, read };

// Finds the columns among names that are offered one by one, as a header or a JSON object has them.
// The proper name wins over an alias; two aliases, or one name twice, are ambiguous.
class ColumnFinder {
 public:
  // `names` must outlive the finder.
  ColumnFinder(const ColumnNames& names, Labels labels) : names_(&names), labels_(labels) {}

  // `place` is the caller's: a column number, an index of values.
  void offer(std::string_view name, std::size_t place);
  [[nodiscard]] std::optional<std::size_t> place(Column column) const;
  // Why the names offered do not do: a column is missing or ambiguous; empty: they do.
  [[nodiscard]] std::string problem() const;

 private:
  struct Found {
    std::optional<std::size_t> place;
    bool proper = false;
    bool twice = false;
  };
  [[nodiscard]] std::string_view wanted(Column column) const;

  const ColumnNames* names_;
  Labels labels_;
  std::array<Found, column_kinds> found_;
};

}  // namespace pos::read
