// SPDX-License-Identifier: MIT
#include "render/report/text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "render/report/text_records.hpp"
#include "render/words/text.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;
using sample::day;

namespace {

constexpr std::array all_parts = {Part::summary, Part::table, Part::bars, Part::series, Part::incidents, Part::keys};

std::string text(const report::Report& report, std::span<const Part> parts, const TextStyle& style = {}) {
  std::string out;
  append_text(out, report, parts, style, [&](std::string& to) {
    RecordsTable table(report.period, style, report.filter.key());
    for (const Record& record : report.records) table.measure(record);
    table.append_begin(to);
    for (const Record& record : report.records) table.append_row(to, record);
    table.append_end(to);
  });
  return out;
}
std::string text(const report::Report& report, Part part, const TextStyle& style = {}) {
  return text(report, std::array{part}, style);
}

std::string without_color(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = text.find('m', i);
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

TEST_CASE("report text: of a live history the verdict of the page comes first, with its detail") {
  const auto verdict = [](report::Report report, bool overdue) {
    report.newest = report.last_row = report::LastRow{at(22, 25), 2100, overdue};
    const std::string all = text(report, Part::summary, {.width = 200});
    return all.substr(0, all.find("\n\n"));
  };
  CHECK(verdict(sample::empty(), false) ==
        "Normal\n  No incident in this period. No rows since 22:25, and none were expected.");
  CHECK(verdict(sample::empty(), true) ==
        "△ No data since 22:25 (35 min)\n  Rows should have come since then. Is the feed still running?");
  CHECK(verdict(sample::two_incidents(), false) ==
        "▲ Critical now: approvals not seen since 10:30\n"
        "  12 h 31 min so far, about 98 approvals lost. And 1 more incident runs. No rows since 22:25, and none were "
        "expected.\n  no data since 10:30, 97 expected in 3 min");
}

TEST_CASE("report text: the summary says first what is wrong") {
  CHECK(text(sample::over(sample::two_incidents()), Part::summary) ==
        "▲ 2 incidents, 1 critical; about 98 approvals lost\n"
        "  Worst: approvals not seen since 10:30, until 10:32; no data since 10:30, 97\n"
        "  expected in 3 min\n"
        "\n"
        "Period        2026-03-09\n"
        "Last record   23:59\n"
        "Rows          2,400; 9 alerts (0.4%)\n"
        "Transactions  52,345: 52,284 normal, 61 abnormal\n"
        "Approval rate 91.7%, 92.3% expected\n"
        "\n"
        "status     rows  transactions  expected  normal  abnormal\n"
        "approved  1,440        48,000    48,098  48,000         0\n"
        "denied      960         4,345     4,003   4,284        61\n"
        "total     2,400        52,345    52,100  52,284        61\n");
}

TEST_CASE("report text: a summary with a comparison, a filter and an expectation that is not always known") {
  report::Report report = sample::two_incidents();
  report.incidents.clear();
  report.statuses = {{"denied", {960, 4345, 0, 0, 0, 0}}};
  report.total = {960, 4345, 0, 0, 4002.9, 900};
  report.statuses[0].total = report.total;
  report.filter = {9, 17, 0, 29, {"denied", "failed"}, report::Normal::all};
  report.comparison =
      report::Comparison{{day - 86'400, day}, {900, 5000, 0, 0, 0, 0}, {{"denied", {900, 5000, 0, 0, 0, 0}}}};
  CHECK(text(report, Part::summary) ==
        "Nothing abnormal\n"
        "\n"
        "Period        2026-03-09\n"
        "Last record   23:59\n"
        "Filter        hours 9-17; minutes 0-29; denied, failed\n"
        "Compared to   2026-03-08\n"
        "Rows          960; 0 alerts (0.0%)\n"
        "Transactions  4,345: 4,345 normal, 0 abnormal\n"
        "\n"
        "status  rows  transactions  expected  normal  abnormal  before  change\n"
        "denied   960         4,345     4,003   4,345         0   5,000  -13.1%\n");
}

TEST_CASE("report text: no data is told apart from no match and from good news") {
  report::Report report = sample::empty();
  CHECK(text(report, Part::summary) == "No rows in this period\n\nPeriod        2026-03-09\n");
  report.last_record = report.last_real = at(14, 31);
  CHECK(text(report, Part::summary) ==
        "No rows match the filter\n\nPeriod        2026-03-09\nLast record   14:31\n");
  CHECK(text(report, std::span(all_parts).subspan(1, 4)) ==
        "Records, 2026-03-09\nno records\n\n"
        "Transactions by status, 2026-03-09\nno transactions\n\n"
        "Transactions over time, 2026-03-09\nno transactions\n\n"
        "Incidents, 2026-03-09\nno incidents\n");
}

TEST_CASE("report text: the table marks what is abnormal") {
  CHECK(text(sample::two_incidents(), Part::table, {100, false, false}) ==
        "Records, 2026-03-09\n"
        "  time   status    count  expected  surprise  severity  decision  reason\n"
        "  09:59  denied        3                                Approve\n"
        "△ 10:00  denied       16      3.04     1.931  warning   Alert     above: 16 in 1 min\n"
        "▲ 10:30  approved      0     32.50     7.636  critical  Alert     no data, x\n");
}

TEST_CASE("report text: without a monitor there are no columns for what it would say") {
  report::Report report = sample::empty();
  Record alert = sample::record(at(10, 0) + 5, "denied", 1, 0.6);
  alert.scored.decision = Decision::alert;
  alert.scored.reason = "forest: score 0.600000 above 0.500000";
  report.records = {alert};
  report.incidents = {sample::incident("denied", Severity::warning, at(10, 0), at(10, 0), 1, 1, std::nullopt,
                                       std::nullopt, alert.scored.reason, 0)};
  CHECK(text(sample::over(report), std::array{Part::table, Part::incidents}, {80, false, true}) ==
        "Records, 2026-03-09\n"
        "  time      status  count  decision  reason\n"
        "! 10:00:05  denied      1  Alert     forest: score 0.600000 above 0.500000\n"
        "\n"
        "Incidents, 2026-03-09\n"
        "  incident      status  severity  time   duration  count\n"
        "! 202603091000  denied  warning   10:00     1 min      1\n"
        "    denied since 10:00; forest: score 0.600000 above 0.500000\n");
}

TEST_CASE("report text: bars") {
  CHECK(text(sample::two_incidents(), Part::bars, {50, false, false}) ==
        "Transactions by status, 2026-03-09\n"
        "█ normal  ▒ abnormal\n"
        "approved  ███████████████████ 48,000\n"
        "denied    █▒ 4,345 (61 abnormal)\n");
}

TEST_CASE("report text: incidents in the order of the report, with their reasons") {
  CHECK(text(sample::over(sample::two_incidents()), Part::incidents) ==
        "Incidents, 2026-03-09\n"
        "  incident      status    severity  time         duration  count  expected  lost\n"
        "△ 202603091000  denied    warning   10:00–10:05     6 min     61      18.2     0\n"
        "    denied 3.4x normal since 10:00; above: 61 in 6 min\n"
        "▲ 202603091030  approved  critical  10:30–10:32     3 min      0      97.5  97.5\n"
        "    approvals not seen since 10:30; no data since 10:30, 97 expected in 3 min\n");
}

TEST_CASE("report text: an incident that goes on at the end of a period that is past is not told to be over") {
  const report::Report open = sample::two_incidents();
  CHECK(text(open, Part::incidents).find("\n    not over at the end of the period\n") != std::string::npos);
  CHECK(text(open, Part::summary, {200, false, false}).find("not seen since 10:30, until 10:32 at least; no data") != std::string::npos);
  CHECK(text(sample::over(open), Part::incidents).find("not over") == std::string::npos);
  report::Report live = open;  // what runs now is told so
  live.newest = report::LastRow{live.period.end - 60, 60, false};
  CHECK(text(live, Part::incidents).find("not over") == std::string::npos);
}

TEST_CASE("report text: a range of times is whole or not there") {
  report::Report report = sample::over(sample::two_incidents());
  report.period.end += 86'400;
  report.incidents[0].parts[0].last = report.incidents[0].last = report.period.end - 86'400 + 600;
  for (const int width : {80, 60, 50}) {
    const std::string table = text(report, Part::incidents, {width, false, false});
    CHECK(table.find("03-09 10:00 to 03-10 00:10") != std::string::npos);
    CHECK(table.find("03-09 10:30–10:32") != std::string::npos);
  }
}

TEST_CASE("report text: the series has a chart a status, steps without rows are 0, the future is blank") {
  report::Report report = sample::two_incidents();
  report.period = {at(10, 0), at(11, 0)};
  report.last_record = report.last_real = at(10, 39);
  report.step = 600;
  report.total.rows_expected = 0;
  for (auto& status : report.statuses) status.total.rows_expected = 0;
  report.series = {{"approved", {{at(10, 0), 80, 0, 0, Severity::none}, {at(10, 30), 40, 0, 1, Severity::critical}}}};
  CHECK(text(report, Part::series, {20, false, true}) ==
        "Transactions over...\n"
        "# a minute  ^ alert\n"
        "\n"
        "approved  120; mo...\n"
        "8 +##\n"
        "  |##\n"
        "  |##\n"
        "  |##\n"
        "4 +##    ##\n"
        "  |##    ##\n"
        "  |##    ##\n"
        "  |##    ##\n"
        "0 ++-------....\n"
        "   10:00\n"
        "         ^^\n");
}

TEST_CASE("report text: hours outside the filter are not known, not zero") {
  report::Report report = sample::two_incidents();
  report.period = {at(10, 0), at(12, 0)};
  report.last_record = report.last_real = at(11, 59);
  report.filter.hour_to = 10;
  report.step = 600;
  report.series = {{"approved", {{at(10, 0), 80, 80, 0, Severity::none}}}};
  const std::string drawn = text(report, Part::series, {20, false, true});
  CHECK(drawn.find("0 ++-----......\n") != std::string::npos);
}

TEST_CASE("report text: a chart for each status with alerts, others by size, and what is not drawn is named") {
  report::Report report = sample::empty();
  report.last_record = report.last_real = at(1, 0);
  for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
    report.statuses.push_back({name, {1, 1, 0, 0, 0, 0}});
    report.series.push_back({name, {{at(0, 0), 1, 0, 0, Severity::none}}});
  }
  report.series[5].points[0].alerts = 1;
  const std::string drawn = text(report, Part::series);
  for (const char* heading : {"\na  1;", "\nb  1;", "\nc  1;", "\nd  1;", "\nf  1;", "\n(not drawn: e)\n"}) {
    CAPTURE(heading);
    CHECK(drawn.find(heading) != std::string::npos);
  }
  CHECK(drawn.find("\ne  1;") == std::string::npos);
}

TEST_CASE("report text: the worst incident is the most severe one, then the dearest") {
  report::Report report = sample::two_incidents();
  report.incidents[0].missing = 500;
  CHECK(text(report, Part::summary).find("  Worst: approvals not seen since 10:30") != std::string::npos);
  report.incidents[0].severity = Severity::critical;
  CHECK(text(report, Part::summary).find("  Worst: denied 3.4x normal since 10:00") != std::string::npos);
}

TEST_CASE("report text: charts line up, whatever their scales") {
  report::Report report = sample::two_incidents();
  report.series[0].points[0].count = 30'000;
  const std::string drawn = text(report, Part::series);
  std::vector<std::size_t> indents;
  std::istringstream lines(drawn);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("00:00") != std::string::npos) indents.push_back(line.find("00:00"));
  }
  CHECK(indents == std::vector<std::size_t>{7, 7});  // behind the `1,600 ┤` of the first
}

TEST_CASE("report text: less than 20 columns are taken for 20") {
  CHECK(text(sample::two_incidents(), all_parts, {3, false, false}) ==
        text(sample::two_incidents(), all_parts, {20, false, false}));
}

TEST_CASE("report text: a period of many years is drawn whole") {
  report::Report report = sample::two_incidents();
  report.period = {0, day + 86'400};
  const std::string drawn = text(report, Part::series);
  CHECK(drawn.find("approved  42; most 30 in 1 min at 2026-03-09 10:00") != std::string::npos);
  CHECK(drawn.find("▲") != std::string::npos);
}

TEST_CASE("report text: no line is wider than asked for, and nothing in data steers the terminal") {
  for (const report::Report& report : {sample::two_incidents(), sample::hostile(), sample::empty()}) {
    for (int width = 20; width <= 200; width += 3) {
      const std::string colored = text(report, all_parts, {width, true, width % 2 == 0});
      const std::string plain = text(report, all_parts, {width, false, width % 2 == 0});
      CHECK(without_color(colored) == plain);
      REQUIRE(plain.find('\x1b') == std::string::npos);
      REQUIRE(plain.find("\u202E") == std::string::npos);
      std::istringstream lines(plain);
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        REQUIRE(display_width(line) <= width);
        REQUIRE_FALSE(line.ends_with(' '));
      }
    }
  }
}

TEST_CASE("report text: hostile names are shown, but as text") {
  const std::string shown = text(sample::hostile(), Part::incidents, {200, false, false});
  CHECK(shown.find(" \\x1b[2J\\x1b[31mowned") != std::string::npos);
  CHECK(shown.find(" ok\\x0adenied 0") != std::string::npos);
  CHECK(shown.find(" \\u202edeined") != std::string::npos);
}

TEST_CASE("report text: ASCII where that is asked for") {
  CHECK(is_ascii(text(sample::two_incidents(), all_parts, {80, true, true})));
  CHECK_FALSE(is_ascii(text(sample::two_incidents(), all_parts, {80, true, false})));
}

TEST_CASE("report text: an incident of a key names it, and its place stands below") {
  const report::Report report = sample::over(sample::with_keys());
  const std::string list = text(report, Part::incidents);
  CHECK(list.find("    merchant=alfa: denied 3.4x normal since 10:00; above: 61 in 6 min\n"
                  "    where: merchant=alfa and bin=4: 52 of 61 denied, 9 expected\n") != std::string::npos);
  report::Report only = report;
  only.incidents.pop_back();
  CHECK(text(only, Part::summary)
            .starts_with("△ 1 incident\n"
                         "  merchant=alfa: denied 3.4x normal since 10:00, until 10:05; above: 61 in 6 min\n"
                         "  where: merchant=alfa and bin=4: 52 of 61 denied, 9 expected\n"));
}

TEST_CASE("report text: a report of a key alone says so in each heading, and names it no more") {
  report::Report report = sample::with_keys();
  report.filter.by = "merchant=alfa";
  report.incidents.pop_back();
  CHECK(text(report, Part::incidents).starts_with("Incidents of merchant=alfa, 2026-03-09\n"));
  CHECK(text(report, Part::incidents).find("    denied 3.4x normal") != std::string::npos);
  CHECK(text(report, Part::series).starts_with("Transactions over time of merchant=alfa, 2026-03-09\n"));
  CHECK(text(report, Part::bars).starts_with("Transactions by status of merchant=alfa, 2026-03-09\n"));
  CHECK(text(report, Part::summary).find("Key           merchant=alfa\n") != std::string::npos);
}

TEST_CASE("report text: keys by what they lost, the first twenty") {
  report::Report report = sample::with_keys();
  CHECK(text(report, Part::keys) ==
        "Keys of merchant, 2026-03-09\n"
        "  merchant  transactions  share  approved  incidents  lost  alerts        latest\n"
        "△ alfa            12,345  23.6%    11,000          1  3.25   6 min  202603091000\n"
        "  beta            40,000  76.4%    37,000          0\n");
  for (int i = 2; i < 600; ++i) report.keys.push_back({"merchant=m" + std::to_string(i), 1, 1, 1, 0, 0, 0, {}, {}});
  const std::string many = text(report, Part::keys);
  CHECK(std::ranges::count(many, '\n') == 23);
  CHECK(many.ends_with("and 580 more: -r keys -f csv has all of them\n"));
  report.keys.clear();
  CHECK(text(report, Part::keys) == "Keys of merchant, 2026-03-09\nno keys\n");
}

TEST_CASE("report text: rows of a status are described") {
  report::Report report;
  report.period = {0, 86'400};
  CHECK(text(report, Part::describe).ends_with("\nno transactions\n"));
  report.descriptions = {{"approved", {12'345, 4.25, 4.031128874149275, 1, 1.75, 3, 5.5, 1'000}},
                         {"denied", {1, 5, std::nan(""), 5, 5, 5, 5, 5}}};
  const std::string all = text(report, Part::describe);
  CHECK(all.substr(all.find('\n') + 1) ==
        "status     count  mean   std  min   25%   50%   75%    max\n"
        "approved  12,345  4.25  4.03    1  1.75  3.00  5.50  1,000\n"
        "denied         1  5.00          5  5.00  5.00  5.00      5\n");
}

TEST_CASE("report text: rows have a key and a place where there are some") {
  report::Report report = sample::with_keys();
  const std::string rows = text(report, Part::table, {.width = 200});
  CHECK(rows.find("merchant=alfa  above: 16 in 1 min  merchant=alfa and bin=4: 52 of 61 denied, 9 expected\n") !=
        std::string::npos);
}
