// SPDX-License-Identifier: MIT
#include "report/collect.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace pos;
using namespace pos::report;

namespace {

constexpr LocalSeconds monday = 20521 * LocalSeconds{86'400};  // 2026-03-09
constexpr LocalSeconds week = 7 * LocalSeconds{86'400};

class Rows final : public Source {
 public:
  void add(LocalSeconds time, std::string status, std::int64_t count) {
    Record record;
    record.time = time;
    record.status = std::move(status);
    record.count = count;
    rows_.push_back(record);
    std::ranges::stable_sort(rows_, {}, &Record::time);
  }
  void records(const Period& period, const std::function<void(const Record&)>& take) override {
    for (const Record& record : rows_) {
      if (period.holds(record.time)) take(record);
    }
  }
  [[nodiscard]] std::string volume() override { return "approved"; }
  [[nodiscard]] bool is_judged() override { return false; }
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int) override { return begin; }

 private:
  std::vector<Record> rows_;
};

Report day_with_records(Source& source, Filter filter = {}, LocalSeconds length = 86'400) {
  return collect(source, {.period = {monday, monday + length},
                          .filter = std::move(filter),
                          .keep = Keep::records,
                          .rules = {},
                          .now = {}});
}

}  // namespace

TEST_CASE("collect: the week before is counted in steps of five minutes, by the same filter") {
  Rows rows;
  rows.add(monday + 60, "approved", 5);
  rows.add(monday - week + 60, "approved", 7);
  rows.add(monday - week + 299, "approved", 1);
  rows.add(monday - week + 300, "approved", 2);
  rows.add(monday - week + 86'400, "approved", 99);  // of the day after
  rows.add(monday - week + 60, "denied", 4);
  Filter filter;
  filter.statuses = {"approved"};
  const auto before = day_with_records(rows, filter).last_week;
  REQUIRE(before);
  CHECK(before->begin == monday);
  REQUIRE(before->counts.size() == 1);
  const auto& counts = before->counts.find("approved")->second;
  REQUIRE(counts.size() == 288);
  CHECK(counts[0] == 8);
  CHECK(counts[1] == 2);
  CHECK(std::count(counts.begin(), counts.end(), 0) == 286);
}

TEST_CASE("collect: there is no week before of rows that have none, nor of more than two days") {
  Rows rows;
  rows.add(monday + 60, "approved", 5);
  CHECK_FALSE(day_with_records(rows).last_week);
  rows.add(monday - week + 60, "approved", 7);
  CHECK(day_with_records(rows).last_week);
  CHECK_FALSE(day_with_records(rows, {}, 3 * 86'400).last_week);
}
