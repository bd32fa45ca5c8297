// SPDX-License-Identifier: MIT
#include "read/columns.hpp"

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::read {
namespace {

struct Known {
  Column column;
  std::string_view name;
  std::vector<std::string_view> aliases;
};

const std::array<Known, column_kinds>& known_columns() {
  static const std::array<Known, column_kinds> known = {{
      {Column::time, "time", {"timestamp", "ts", "datetime"}},
      {Column::status, "status", {}},
      {Column::count, "count", {"f0_", "n", "qtd"}},
      {Column::label, "label", {"is_anomaly"}},
  }};
  return known;
}

const Known& known(Column column) { return known_columns()[static_cast<std::size_t>(column)]; }

}  // namespace

ColumnNames parse_column_names(std::string_view map) {
  ColumnNames names;
  while (!map.empty()) {
    const std::string_view part = map.substr(0, map.find(','));
    map.remove_prefix(std::min(part.size() + 1, map.size()));
    const auto equals = part.find('=');
    const std::string_view key = trim(part.substr(0, equals));
    std::string* name = key == "time"     ? &names.time
                        : key == "status" ? &names.status
                        : key == "count"  ? &names.count
                                          : nullptr;
    if (name == nullptr || equals == std::string_view::npos || trim(part.substr(equals + 1)).empty()) {
      throw Error(Fault::usage,
                  "--columns: '" + printable(part) + "' is not of the form time=NAME, status=NAME or count=NAME");
    }
    *name = trim(part.substr(equals + 1));
  }
  return names;
}

std::string_view ColumnFinder::wanted(Column column) const {
  switch (column) {
    case Column::time:
      return names_->time;
    case Column::status:
      return names_->status;
    case Column::count:
      return names_->count;
    case Column::label:
      break;
  }
  return {};
}

void ColumnFinder::offer(std::string_view name, std::size_t place) {
  for (const Known& candidate : known_columns()) {
    if (candidate.column == Column::label && labels_ == Labels::ignore) continue;
    const std::string_view given = wanted(candidate.column);
    const bool proper = name == (given.empty() ? candidate.name : given);
    const auto& aliases = candidate.aliases;
    const bool alias = given.empty() && std::find(aliases.begin(), aliases.end(), name) != aliases.end();
    if (!proper && !alias) continue;
    Found& found = found_[static_cast<std::size_t>(candidate.column)];
    if (found.place && found.proper && !proper) continue;
    found = {place, proper, found.place.has_value() && found.proper == proper};
  }
}

std::optional<std::size_t> ColumnFinder::place(Column column) const {
  return found_[static_cast<std::size_t>(column)].place;
}

std::string ColumnFinder::problem() const {
  for (const Column column : {Column::time, Column::status, Column::count, Column::label}) {
    const Found& found = found_[static_cast<std::size_t>(column)];
    const std::string_view given = wanted(column);
    const std::string name(given.empty() ? known(column).name : given);
    const bool optional = column == Column::label || (column == Column::count && given.empty());
    if (!found.place && !optional) return "no column '" + printable(name) + "'";
    if (found.twice) return "two columns for '" + printable(name) + "' (choose one with --columns)";
  }
  return {};
}

}  // namespace pos::read
