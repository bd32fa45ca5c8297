// SPDX-License-Identifier: MIT
#include "cli/scored_files.hpp"

#include <algorithm>

#include "cli/input.hpp"
#include "read/scored_reader.hpp"

namespace pos::cli {

std::vector<Record> read_scored_files(const InputOptions& options, const read::TimeZone& zone, read::Dater& dater,
                                      BadRows& bad_rows) {
  const auto earlier = [](const Record& a, const Record& b) { return a.time < b.time; };
  const read::ReadOptions how{options.format, options.column_names(), read::Labels::ignore, {}};
  std::vector<Record> records;
  for (const std::string& path : options.inputs()) {
    const std::string name = display_name(path);
    InputFile in(path);
    bad_rows.begin_file(name);
    dater.start_file();
    read::ScoredReader reader(in, name, how, zone, dater, [&](const BadRow& row) { bad_rows.add(row); });
    while (const Record* record = reader.next()) records.push_back(*record);
  }
  if (!std::is_sorted(records.begin(), records.end(), earlier))
    std::stable_sort(records.begin(), records.end(), earlier);
  return records;
}

}  // namespace pos::cli
