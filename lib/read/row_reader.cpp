// SPDX-License-Identifier: MIT
#include "read/row_reader.hpp"

#include <utility>

#include "read/csv_reader.hpp"
#include "read/ndjson_reader.hpp"

namespace pos::read {

Format detect_format(LineBuffer& lines) { return lines.peek() == '{' ? Format::ndjson : Format::csv; }

std::unique_ptr<RowReader> open_rows(ByteSource& source, const std::string& name, const ReadOptions& options,
                                     const TimeZone& zone, BadRowHandler on_bad) {
  auto lines = std::make_unique<LineBuffer>(source);
  if (options.format.value_or(detect_format(*lines)) == Format::ndjson)
    return std::make_unique<NdjsonReader>(std::move(lines), options, zone, std::move(on_bad));
  return std::make_unique<CsvReader>(std::move(lines), name, options, zone, std::move(on_bad));
}

}  // namespace pos::read
