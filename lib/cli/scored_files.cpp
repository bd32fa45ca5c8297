// SPDX-License-Identifier: MIT
#include "cli/scored_files.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "clock/file_order.hpp"

namespace pos::cli {

void date_rows(const EachRow& rows, clock::Dater& dater) {
  clock::FileOrder order;
  std::optional<LocalTime> first;
  rows([&](LocalTime& time, std::string_view status) {
    if (!first) first = time;
    order.see(time, status);
  });
  if (!first) return;
  order.end_first();
  const std::int32_t first_day = order.dated() ? 0 : dater.date(*first).day;
  LocalSeconds latest = INT64_MIN;
  rows([&](LocalTime& time, std::string_view status) {
    const auto [minute, says] = order.place(time, status);
    if (!time.dated()) time.day = first_day + to_local_time(minute * 60).day;
    latest = std::max(latest, to_seconds(time));
  });
  static_cast<void>(dater.date(to_local_time(latest)));
}

std::vector<Record> read_scored_file(read::ScoredReader& reader, clock::Dater& dater,
                                     const std::function<void(read::ScoredReader&)>& each) {
  std::vector<Record> records;
  std::vector<LocalTime> times;
  bool dated = true;
  while (const Record* record = reader.next()) {
    records.push_back(*record);
    times.push_back(reader.row().transaction.time);
    dated = dated && times.back().dated();
    if (each) each(reader);
  }
  if (dated) return records;
  date_rows(
      [&](const auto& take) {
        for (std::size_t i = 0; i < records.size(); ++i) take(times[i], records[i].status);
      },
      dater);
  for (std::size_t i = 0; i < records.size(); ++i) records[i].time = to_seconds(times[i]);
  return records;
}

}  // namespace pos::cli
