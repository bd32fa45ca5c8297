// SPDX-License-Identifier: MIT
// Whole files, as pos-train and pos-score take them: labels, and whether rows stand in order of time.
#include "read/history.hpp"

#include <optional>

#include "base/error.hpp"
#include "fuzz/target.hpp"
#include "read/row_labels.hpp"
#include "read/text_order.hpp"
#include "unit/read/memory_source.hpp"

void pos::fuzz::take(std::string_view bytes) {
  read::ReadOptions options = take_options(bytes);
  const read::TimeZone zone;
  const std::string text(bytes);
  test::MemorySource look(text);
  const bool in_order = read::stands_in_order(look, "in", options);
  for (const auto labels : {read::Labels::ignore, read::Labels::read}) {
    options.anomaly_label = labels;
    test::MemorySource source(text);
    std::optional<std::int64_t> minute;
    const auto on_bad = [](const BadRow& row) {
      if (!row.goes_on) expect_plain(row.reason);
    };
    read::read_history(source, "in", options, zone, on_bad, [&](const Row& row) {
      const Transaction& t = row.transaction;
      expect(t.count >= 0 && t.count <= Transaction::max_count, "a count is one that a double has");
      expect(t.time.second_of_day >= 0 && t.time.second_of_day < 86'400, "a time is one of a day");
      expect(!row.label || labels == read::Labels::read, "labels are read where they are wanted");
      expect_plain(t.status);
      expect(t.labels.size() == options.labels.size(), "a row has the labels that are asked for");
      for (const std::string_view label : t.labels) {
        expect_plain(label);
        expect(label.size() <= read::longest_label, "a label is short");
      }
      expect(!in_order || !minute || *minute <= minute_of(t.time), "rows that stand in order are in order");
      minute = minute_of(t.time);
    });
  }
}
