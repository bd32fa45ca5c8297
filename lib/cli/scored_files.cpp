// SPDX-License-Identifier: MIT
#include "cli/scored_files.hpp"

#include <algorithm>

#include "clock/file_order.hpp"

namespace pos::cli {
namespace {

// Gives clocks without a date the days that all of them together tell.
void date(std::vector<Record>& records, const std::vector<LocalTime>& claimed, clock::Dater& dater) {
  clock::FileOrder order;
  for (std::size_t i = 0; i < records.size(); ++i) order.see(claimed[i], records[i].status);
  order.end_first();
  const std::int32_t first_day = order.dated() ? 0 : dater.date(claimed.front()).day;
  LocalSeconds latest = INT64_MIN;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto [minute, says] = order.place(claimed[i], records[i].status);
    LocalTime time = claimed[i];
    if (!time.dated()) time.day = first_day + to_local_time(minute * 60).day;
    records[i].time = to_seconds(time);
    latest = std::max(latest, records[i].time);
  }
  static_cast<void>(dater.date(to_local_time(latest)));
}

}  // namespace

std::vector<Record> read_scored_file(read::ScoredReader& reader, clock::Dater& dater,
                                     const std::function<void(read::ScoredReader&)>& each) {
  std::vector<Record> records;
  std::vector<LocalTime> claimed;
  bool dated = true;
  while (const Record* record = reader.next()) {
    records.push_back(*record);
    claimed.push_back(reader.row().transaction.time);
    dated = dated && claimed.back().dated();
    if (each) each(reader);
  }
  if (!dated) date(records, claimed, dater);
  return records;
}

std::vector<Record> read_scored_files(const InputOptions& options, const read::TimeZone& zone, clock::Dater& dater,
                                      BadRows& bad_rows) {
  const auto earlier = [](const Record& a, const Record& b) { return a.time < b.time; };
  const read::ReadOptions how{options.format, options.column_names(), read::Labels::ignore, {}};
  std::vector<Record> records;
  for (const std::string& path : options.inputs()) {
    const std::string name = display_name(path);
    InputFile in(path);
    bad_rows.begin_file(name);
    dater.start_file();
    clock::Dater as_they_come = dater;
    read::ScoredReader reader(in, name, how, zone, as_they_come, [&](const BadRow& row) { bad_rows.add(row); });
    const auto of_file = read_scored_file(reader, dater);
    records.insert(records.end(), of_file.begin(), of_file.end());
  }
  if (!std::is_sorted(records.begin(), records.end(), earlier))
    std::stable_sort(records.begin(), records.end(), earlier);
  return records;
}

}  // namespace pos::cli
