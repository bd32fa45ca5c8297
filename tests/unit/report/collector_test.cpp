// SPDX-License-Identifier: MIT
#include "report/collect.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace pos;
using namespace pos::report;

namespace {

constexpr Period day{0, 86'400};

Record row(LocalSeconds time, const std::string& status, std::int64_t count, std::optional<double> expected = {},
           Decision decision = Decision::approve) {
  Record record{time, status, count, {}};
  record.scored.expected = expected;
  record.scored.decision = decision;
  if (decision == Decision::alert) record.scored.severity = Severity::warning;
  return record;
}

class MemorySource final : public Source {
 public:
  explicit MemorySource(const std::vector<Record>& records) : records_(records) {}

  void records(const Period& period, const std::function<void(const Record&)>& take) override {
    for (const Record& record : records_) {
      if (period.holds(record.time)) take(record);
    }
  }
  std::string volume() override { return "approved"; }
  bool is_judged() override {
    return std::ranges::any_of(records_, [](const Record& record) { return record.scored.expected.has_value(); });
  }
  LocalSeconds quiet_before(LocalSeconds begin, int) override {
    return records_.empty() ? begin : std::min(begin, records_.front().time);
  }

 private:
  const std::vector<Record>& records_;
};

Report collect(const std::vector<Record>& records, const Filter& filter = {}, const Period& period = day,
               Keep keep = Keep::numbers, const std::string& volume = "approved") {
  MemorySource source(records);
  incident::Rules rules;
  rules.volume = volume;
  return collect(source, {.period = period, .filter = filter, .keep = keep, .rules = rules, .now = {}});
}

}  // namespace

TEST_CASE("filter: both ends of hours and minutes count") {
  Filter filter;
  filter.hour_from = 9;
  filter.hour_to = 10;
  filter.minute_from = 30;
  filter.minute_to = 31;
  const auto takes = [&](int hour, int minute, int second = 0) {
    return filter.takes(row(86'400 * 7 + hour * 3600 + minute * 60 + second, "approved", 1));
  };
  CHECK(takes(9, 30));
  CHECK(takes(10, 31, 59));
  CHECK_FALSE(takes(8, 30));
  CHECK_FALSE(takes(11, 30));
  CHECK_FALSE(takes(9, 29, 59));
  CHECK_FALSE(takes(9, 32));
}

TEST_CASE("filter: hours of a day before 1970 are hours too") {
  Filter filter;
  filter.hour_from = filter.hour_to = 23;
  CHECK(filter.takes(row(-1, "approved", 1)));  // 1969-12-31 23:59:59
  CHECK_FALSE(filter.takes(row(0, "approved", 1)));
}

TEST_CASE("filter: statuses and decisions") {
  Filter filter;
  filter.statuses = {"denied", "failed"};
  filter.normal = Normal::abnormal;
  CHECK(filter.takes(row(0, "denied", 1, {}, Decision::alert)));
  CHECK_FALSE(filter.takes(row(0, "denied", 1)));
  CHECK_FALSE(filter.takes(row(0, "approved", 1, {}, Decision::alert)));
  filter.normal = Normal::normal;
  CHECK(filter.takes(row(0, "failed", 1)));
}

TEST_CASE("step: a day has minutes, and no period more than about 1,500 steps") {
  CHECK(step_for({0, 86'400}) == 60);
  CHECK(step_for({0, 0}) == 60);
  CHECK(step_for({0, 2 * 86'400}) == 120);
  CHECK(step_for({0, 7 * 86'400}) == 600);    // 1,008 steps; of 300 s there would be 2,016
  CHECK(step_for({0, 30 * 86'400}) == 1800);  // 1,440
  for (const std::int64_t days : {1, 10, 100, 1000, 10'000, 1'000'000}) {
    const Period period{0, days * 86'400};
    CHECK(period.end / step_for(period) <= 1500);
    CHECK(step_for(period) % 60 == 0);
  }
}

TEST_CASE("collector: the end of the period is not in it") {
  const Report report =
      collect({row(-1, "denied", 1), row(0, "denied", 2), row(86'399, "denied", 4), row(86'400, "denied", 8)});
  CHECK(report.total.rows == 2);
  CHECK(report.total.count == 6);
  CHECK(report.last_record == 86'399);
}

TEST_CASE("collector: nothing in, a report of nothing") {
  const Report report = collect({});
  CHECK(report.total.rows == 0);
  CHECK(report.statuses.empty());
  CHECK_FALSE(report.last_record);
  CHECK(report.period == day);
}

TEST_CASE("collector: totals by status, the largest count first, then by name") {
  const Report report = collect({row(0, "failed", 3, 1.5), row(0, "denied", 3, {}, Decision::alert),
                                 row(0, "approved", 50, 48), row(60, "approved", 40, 50)});
  REQUIRE(report.statuses.size() == 3);
  CHECK(report.statuses[0].status == "approved");
  CHECK(report.statuses[0].total.rows == 2);
  CHECK(report.statuses[0].total.count == 90);
  CHECK(report.statuses[0].total.expected == doctest::Approx(98));
  CHECK(report.statuses[0].total.rows_expected == 2);
  CHECK(report.statuses[1].status == "denied");
  CHECK(report.statuses[1].total.abnormal_rows == 1);
  CHECK(report.statuses[1].total.abnormal_count == 3);
  CHECK(report.statuses[1].total.rows_expected == 0);
  CHECK(report.statuses[2].status == "failed");
  CHECK(report.total.count == 96);
  CHECK(report.total.abnormal_rows == 1);
  CHECK(report.total.expected == doctest::Approx(101));  // 98, and 1.5 in each of two minutes
}

TEST_CASE("collector: rows of one minute tell its expectation once") {
  const Report report =
      collect({row(0, "denied", 1, 7), row(20, "denied", 1, 7), row(20, "failed", 1, 2), row(60, "denied", 1, 5)});
  CHECK(report.total.expected == doctest::Approx(16));  // 7 + 5, and 2 in each of two minutes
  CHECK(report.total.rows_expected == 4);
  REQUIRE(report.series[0].points.size() == 2);
  CHECK(report.series[0].points[0].count == 2);
  CHECK(report.series[0].points[0].expected == doctest::Approx(7));
}

TEST_CASE("collector: what is expected of a rare status counts in minutes that it has no row in") {
  // Five minutes of data. failed: 0.5 expected in the second, 0.7 in the fourth; so 0.5, 0.5, 0.6, 0.7, 0.7.
  std::vector<Record> rows;
  for (const int minute : {0, 1, 2, 3, 10}) {
    rows.push_back(row(minute * 60, "approved", 30, 31));
    if (minute == 1) rows.push_back(row(minute * 60, "failed", 1, 0.5));
    if (minute == 3) rows.push_back(row(minute * 60, "failed", 1, 0.7));
  }
  const Report report = collect(rows, {}, day, Keep::records);
  CHECK(report.statuses[1].total.expected == doctest::Approx(3.0));
  CHECK(report.total.expected == doctest::Approx(3.0 + 5 * 31));
  CHECK(report.covered == std::vector<Period>{{day.begin, day.begin + 240}, {day.begin + 600, day.begin + 660}});
}

TEST_CASE("collector: a series has a point for each step with rows, on the clock") {
  const Period week{3600, 3600 + 7 * 86'400};  // steps of 600 s
  const Report report = collect({row(3660, "denied", 1, 2), row(4140, "denied", 2, 3, Decision::alert),
                                 row(4200, "denied", 4, 5), row(7200, "denied", 8)},
                                {}, week);
  REQUIRE(report.series.size() == 1);
  const std::vector<Point>& points = report.series[0].points;
  REQUIRE(points.size() == 3);
  CHECK(points[0].begin == 3600);
  CHECK(points[0].count == 3);
  CHECK(points[0].expected == doctest::Approx(5));
  CHECK(points[0].alerts == 1);
  CHECK(points[0].severity == Severity::warning);
  CHECK(points[1].begin == 4200);
  CHECK(points[2].begin == 7200);
}

TEST_CASE("collector: incidents are those of the period, whatever hours and decisions are asked for") {
  Filter filter;
  filter.hour_from = filter.hour_to = 5;
  filter.normal = Normal::normal;
  const Report report = collect(
      {row(0, "failed", 9, 1, Decision::alert), row(0, "denied", 9, 1, Decision::alert), row(5 * 3600, "denied", 1)},
      filter);
  CHECK(report.total.rows == 1);
  REQUIRE(report.incidents.size() == 1);
  CHECK(report.incidents[0].parts.size() == 2);
}

TEST_CASE("collector: an incident that began before the period keeps its begin and its number") {
  std::vector<Record> rows;
  for (LocalSeconds t = -3600; t < 3600; t += 60) {
    rows.push_back(row(t, "approved", 60, 100));
    const bool alerts = t >= -1200 && t < 600;
    rows.push_back(row(t, "denied", alerts ? 50 : 5, 5, alerts ? Decision::alert : Decision::approve));
  }
  const Report report = collect(rows);
  REQUIRE(report.incidents.size() == 1);
  CHECK(report.incidents[0].first == -1200);
  CHECK(report.incidents[0].id == 196912312340);
  CHECK(report.incidents[0].parts[0].count == 30 * 50);
  CHECK(incident::lost(report.incidents[0]) == 30 * 40);
  CHECK(report.total.rows == 120);                             // of the period alone
  CHECK(collect(rows, {}, {1200, 86'400}).incidents.empty());  // it is over by then
}

TEST_CASE("collector: incidents are of the statuses asked for, their losses of all approvals") {
  Filter filter;
  filter.statuses = {"denied"};
  const Report report = collect({row(0, "approved", 60, 100), row(0, "denied", 50, 10, Decision::alert),
                                 row(0, "failed", 50, 10, Decision::alert)},
                                filter);
  REQUIRE(report.incidents.size() == 1);
  REQUIRE(report.incidents[0].parts.size() == 1);
  CHECK(report.incidents[0].parts[0].status == "denied");
  CHECK(incident::lost(report.incidents[0]).value() == doctest::Approx(40));
  CHECK(report.total.count == 50);
}

TEST_CASE("collector: a row made up for all statuses together makes an incident and enters nothing else") {
  const Report report =
      collect({row(0, "sale", 60, 70), row(0, "visit", 50, 70), row(0, "*", 110, 140, Decision::alert)}, {}, day,
              Keep::records, "*");
  CHECK(report.total.count == 110);
  CHECK(report.total.rows == 2);
  CHECK(report.total.abnormal_rows == 0);
  CHECK(report.statuses.size() == 2);
  CHECK(report.records.size() == 2);
  REQUIRE(report.incidents.size() == 1);
  CHECK(report.incidents[0].parts[0].count == 110);
  CHECK(incident::lost(report.incidents[0]) == std::nullopt);
}

TEST_CASE("collector: records are kept where asked for, filtered and in order") {
  Filter filter;
  filter.statuses = {"denied"};
  const std::vector<Record> rows = {row(0, "denied", 1), row(0, "failed", 2), row(60, "denied", 3)};
  CHECK(collect(rows, filter).records.empty());
  const Report report = collect(rows, filter, day, Keep::records);
  REQUIRE(report.records.size() == 2);
  CHECK(report.records[0].count == 1);
  CHECK(report.records[1].count == 3);
}

TEST_CASE("comparison: the numbers of the period before") {
  const Comparison comparison = to_comparison(collect({row(-60, "denied", 3)}, {}, earlier(day, 1)));
  CHECK(comparison.period == Period{-86'400, 0});
  CHECK(comparison.total.count == 3);
  REQUIRE(comparison.statuses.size() == 1);
  CHECK(comparison.statuses[0].status == "denied");
}

TEST_CASE("collector: the newest real row was neither made up nor is it ahead of the clock") {
  constexpr LocalSeconds now = 1000;
  const auto last_real = [](const std::vector<Record>& records, std::optional<LocalSeconds> clock) {
    Collector collector(day, {}, step_for(day), Keep::numbers, "approved", clock);
    for (const Record& record : records) collector.add(record);
    return collector.finish({}).last_real;
  };
  Record silent = row(800, "approved", 0, 30.0, Decision::alert);
  silent.made_up = true;
  CHECK(last_real({row(600, "approved", 9, 9.0), silent}, now) == 600);
  CHECK(last_real({silent}, now) == std::nullopt);
  CHECK(last_real({row(600, "approved", 9), row(4600, "approved", 9)}, now) == 4600);
  CHECK(last_real({row(600, "approved", 9), row(4601, "approved", 9)}, now) == 600);
  CHECK(last_real({row(600, "approved", 9), row(4601, "approved", 9, 9.0)}, now) == 4601);  // others confirm it
  CHECK(last_real({row(600, "approved", 9), row(4601, "approved", 9)}, std::nullopt) == 4601);
}

TEST_CASE("collector: the newest record is none that nobody judged and that is ahead of the clock") {
  constexpr LocalSeconds now = 1000;
  const auto last = [](const std::vector<Record>& records, std::optional<LocalSeconds> clock) {
    Collector collector(day, {}, step_for(day), Keep::numbers, "approved", clock);
    for (const Record& record : records) collector.add(record);
    return collector.finish({}).last_record;
  };
  CHECK(last({row(600, "approved", 9, 9.0), row(1800, "approved", 9)}, now) == 600);
  CHECK(last({row(600, "approved", 9, 9.0), row(1800, "approved", 9)}, std::nullopt) == 1800);
  CHECK(last({row(600, "approved", 9), row(1800, "approved", 9, 9.0)}, now) == 1800);  // others confirm it
  CHECK(last({row(600, "approved", 9), row(1800, "approved", 9)}, now) == 1800);  // as the forest leaves all of them
}

TEST_CASE("collector: rows that were not judged are counted where others were, but for open ones") {
  CHECK(collect({row(0, "approved", 9), row(60, "approved", 9)}).unjudged == 0);
  Record open = row(120, "approved", 9);
  open.open = true;
  const std::vector<Record> records = {row(0, "approved", 9, 9.0), row(60, "denied", 9), open};
  CHECK(collect(records).unjudged == 1);
  Filter filter;
  filter.statuses = {"approved"};
  CHECK(collect(records, filter).unjudged == 1);
}

TEST_CASE("collector: minutes that have rows alone which nobody judged, where others were, expect nothing") {
  // A wrong clock, ahead by half an hour, by hours, or behind; 10 are expected in each of the two minutes that were judged.
  for (const LocalSeconds stray : {1'920, 36'000, 300}) {
    std::vector<Record> records = {row(0, "approved", 9, 10.0), row(120, "approved", 9, 10.0), row(stray, "approved", 1)};
    CHECK(collect(records).total.expected == doctest::Approx(20));
    CHECK(collect(records).total.count == 19);
  }
  // Where nobody judges, nothing is expected of any.
  CHECK(collect({row(0, "approved", 9), row(36'000, "approved", 1)}).total.rows_expected == 0);
}

namespace {

Record of_key(Record record, const std::string& keys, const std::string& key = {}) {
  record.keys = keys;
  record.scored.key = key;
  return record;
}

// Three minutes: the whole expects 20 denied in each, and alfa 1, of which 9 came in the second.
std::vector<Record> minutes_with_keys() {
  std::vector<Record> records;
  for (LocalSeconds time = 0; time < 180; time += 60) {
    const bool alerts = time == 60;
    records.push_back(of_key(row(time, "denied", 15, 20), "merchant=beta"));
    records.push_back(alerts ? of_key(row(time, "denied", 9, 1, Decision::alert), "merchant=alfa", "merchant=alfa")
                             : of_key(row(time, "denied", 1, 20), "merchant=alfa"));
  }
  return records;
}

Filter by(const std::string& text) {
  Filter filter;
  filter.by = text;
  return filter;
}

}  // namespace

TEST_CASE("collector: what a key expects is not what was expected of all") {
  const Report report = collect(minutes_with_keys());
  CHECK(report.total.count == 56);  // 3 x 15 + 1 + 9 + 1
  CHECK(report.total.expected == 60);
  CHECK(report.statuses[0].total.rows_expected == 5);
  REQUIRE(report.series[0].points.size() == 3);
  CHECK(report.series[0].points[1].expected == 20);
  CHECK(report.keys.empty());
}

TEST_CASE("collector: where only a key's alert came, what was expected of all lies between its neighbours") {
  std::vector<Record> records = minutes_with_keys();
  std::erase_if(records, [](const Record& record) { return record.time == 60 && record.scored.key.empty(); });
  const Report report = collect(records);
  CHECK(report.total.expected == 60);
  CHECK_FALSE(report.series[0].points[1].has_expected);
  CHECK(report.series[0].points[1].count == 9);
}

TEST_CASE("collector: a key alone has its rows, and an expectation where its alerts say so") {
  const Report report = collect(minutes_with_keys(), by("merchant=alfa"));
  CHECK(report.total.rows == 3);
  CHECK(report.total.count == 11);
  CHECK(report.total.rows_expected == 0);
  CHECK(report.total.expected == 0);
  REQUIRE(report.series[0].points.size() == 3);
  CHECK_FALSE(report.series[0].points[0].has_expected);
  CHECK(report.series[0].points[1].has_expected);
  CHECK(report.series[0].points[1].expected == 1);
  REQUIRE(report.keys.size() == 1);
  CHECK(report.keys[0].alert_minutes == 1);
}

TEST_CASE("collector: a family narrows nothing, and counts its keys") {
  const Report report = collect(minutes_with_keys(), by("merchant"));
  CHECK(report.total.count == 56);
  REQUIRE(report.keys.size() == 2);
  CHECK(report.keys[0].key == "merchant=alfa");
  CHECK(report.keys[1].count == 45);
}

namespace {

std::vector<StatusDescription> described(const std::vector<Record>& records, const Filter& filter = {}) {
  MemorySource source(records);
  Order order;
  order.period = day;
  order.filter = filter;
  order.describe = true;
  return report::collect(source, order).descriptions;
}

}  // namespace

TEST_CASE("collector: rows of each status are described, by name") {
  const std::vector<Record> records = {row(0, "b", 7), row(0, "a", 1),  row(60, "a", 2), row(60, "b", 9),
                                       row(90, "a", 4), row(120, "a", 10), row(120, "c", 5)};
  const auto all = described(records);
  // pandas 1.5.3: groupby('status')['count'].describe() of the same rows
  REQUIRE(all.size() == 3);
  CHECK(all[0].status == "a");
  CHECK(all[0].counts.count == 4);
  CHECK(all[0].counts.mean == 4.25);
  CHECK(all[0].counts.std == doctest::Approx(4.031128874149275).epsilon(1e-14));
  CHECK(all[0].counts.q25 == 1.75);
  CHECK(all[0].counts.q50 == 3);
  CHECK(all[0].counts.q75 == 5.5);
  CHECK(all[0].counts.max == 10);
  CHECK(all[1].status == "b");
  CHECK(all[1].counts.q25 == 7.5);
  CHECK(all[2].counts.count == 1);
  CHECK(collect(records).descriptions.empty());  // not asked for

  const auto some = described(records, {.minute_from = 1, .minute_to = 1, .statuses = {"a"}});
  REQUIRE(some.size() == 1);
  CHECK(some[0].counts.count == 2);
  CHECK(some[0].counts.mean == 3);
}

TEST_CASE("collector: rows made up for a silence are not described, those of 0 transactions are") {
  std::vector<Record> records = {row(0, "a", 4), row(60, "a", 0), row(120, "a", 0, 5.0, Decision::alert)};
  records.back().made_up = true;
  const auto all = described(records);
  REQUIRE(all.size() == 1);
  CHECK(all[0].counts.count == 2);
  CHECK(all[0].counts.mean == 2);
  records.erase(records.begin(), records.begin() + 2);
  CHECK(described(records).empty());
}
