// SPDX-License-Identifier: MIT
#include "read/history.hpp"

#include <utility>

#include "read/csv_table.hpp"

namespace pos::read {

void read_history(ByteSource& source, const std::string& name, const ReadOptions& options, const TimeZone& zone,
                  BadRowHandler on_bad, const std::function<void(const Row&)>& take) {
  auto lines = std::make_unique<LineBuffer>(source);
  if (options.format.value_or(detect_format(*lines)) == Format::csv) {
    CsvTable rows(std::move(lines), name, options, zone, std::move(on_bad));
    while (const Row* row = rows.next()) take(*row);
  } else {
    const auto rows = open_json(std::move(lines), source, name, options, zone, std::move(on_bad));
    while (const Row* row = rows->next()) take(*row);
  }
}

}  // namespace pos::read
