// SPDX-License-Identifier: MIT
// Hourly tables, and what checkout-stats says of them.
#include "read/hourly_reader.hpp"

#include <cmath>
#include <set>

#include "base/row.hpp"
#include "checkout/report.hpp"
#include "fuzz/target.hpp"
#include "unit/read/memory_source.hpp"

void pos::fuzz::take(std::string_view bytes) {
  for (const auto missing : {read::MissingHour::unknown, read::MissingHour::zero}) {
    test::MemorySource source{std::string(bytes)};
    const auto on_bad = [](const BadRow& row) {
      if (!row.goes_on) expect_plain(row.reason);
    };
    const HourlyTable table = read::read_hourly(source, "in", {.columns = {}, .missing = missing}, on_bad);
    std::set<int> hours(table.hours.begin(), table.hours.end());
    expect(!hours.empty() && hours.size() == table.hours.size() && *hours.begin() >= 0 && *hours.rbegin() <= 23,
           "each hour of the day is there once at most");
    expect(table.columns.size() <= read::most_hourly_columns, "columns are so many at most");
    std::set<std::string> names;
    for (const HourlyColumn& column : table.columns) {
      expect(names.insert(column.name).second, "names of columns differ");
      expect(column.values.size() == table.hours.size(), "a value for each hour");
      for (const double value : column.values)
        expect(std::isnan(value) || std::abs(value) <= static_cast<double>(Transaction::max_count), "a number");
    }
    static_cast<void>(checkout::make_report({table}, 0.05));
  }
}
