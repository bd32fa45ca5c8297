// SPDX-License-Identifier: MIT
#include "render/words/state.hpp"

#include <doctest/doctest.h>

#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;

namespace {

// Of today at 10:41, the last row a minute ago; denied is 3.4x normal since 10:00, approvals are not seen since 10:30.
report::Report live() {
  report::Report report = sample::two_incidents();
  report.newest = report::LastRow{at(10, 40), 60, false};
  return report;
}

StateWords words_of(const report::Report& report) { return state_words(report::state_of(report), report); }

}  // namespace

TEST_CASE("state words: the worst that runs, since when, what it costs, and how many more run") {
  const StateWords words = words_of(live());
  CHECK(words.headline == "Critical now: approvals not seen since 10:30");
  CHECK(words.detail == "12 min so far, about 98 approvals lost. And 1 more incident runs.");
  CHECK(words.title == "\u25bc approvals not seen");
}

TEST_CASE("state words: what the day had beside what runs") {
  report::Report report = live();
  report.incidents[1].resolved = at(10, 42);
  const StateWords words = words_of(report);
  CHECK(words.headline == "Warning now: denied 3.4x normal since 10:00");
  CHECK(words.detail == "42 min so far. Today: 2 incidents, about 98 approvals lost.");
  CHECK(words.title == "\u25b3 denied 3.4x normal");
}

TEST_CASE("state words: an incident of yesterday has its date, one of a key its key") {
  report::Report report = live();
  report.incidents[1].first = report.incidents[1].parts[0].first -= 86'400;
  report.incidents[1].group = "merchant=alfa";
  CHECK(words_of(report).headline == "Critical now: merchant=alfa: approvals not seen since 2026-03-08 10:30");
  report.filter.by = "merchant=alfa";
  CHECK(words_of(report).headline == "Critical now: approvals not seen since 2026-03-08 10:30");
}

TEST_CASE("state words: since when is of the status that is named, and what began it is told") {
  report::Report report = live();
  incident::Part late = report.incidents[0].parts[0];
  late.first = late.last = at(10, 40);
  late.count = 4;
  late.expected = 0.0009;
  report.incidents[1].parts.insert(report.incidents[1].parts.begin(), late);
  report.incidents[1].last = at(10, 40);
  report.incidents.erase(report.incidents.begin());
  CHECK(words_of(report).headline == "Critical now: denied far above normal since 10:40");
  CHECK(words_of(report).detail == "It began at 10:30 with approvals. 12 min so far, about 98 approvals lost.");
  report.newest.reset();
  CHECK(words_of(report).detail == "The worst: denied far above normal from 10:40 to 10:40 at least.");
  CHECK(words_of(sample::over(report)).detail == "The worst: denied far above normal at 10:40.");
}

TEST_CASE("state words: the sign is of the side of the alerts") {
  report::Report report = live();
  report.incidents.resize(1);
  incident::Part& part = report.incidents[0].parts[0];
  part.count = 93;
  part.expected = 100;
  part.reason = "above: 729 in 10 min, 408 expected, by chance about once a day";
  CHECK(words_of(report).title == "\u25b3 denied at times 1.8x normal");
}

TEST_CASE("state words: without an expectation the status is unusual") {
  report::Report report = live();
  report.incidents.resize(1);
  report.incidents[0].parts[0].expected.reset();
  CHECK(words_of(report).headline == "Warning now: denied unusual since 10:00");
}

TEST_CASE("state words: normal, and when the last incident was over") {
  report::Report report = live();
  for (auto& incident : report.incidents) incident.resolved = at(10, 40);
  CHECK(words_of(report).headline == "Normal");
  CHECK(words_of(report).detail == "Today: 2 incidents, about 98 approvals lost. The last was over at 10:32.");
  CHECK(words_of(report).title == "\u2713 normal");
  report.incidents.clear();
  report.total.abnormal_rows = 0;
  CHECK(words_of(report).detail == "No incident in this period.");
}

TEST_CASE("state words: a shop that is closed says so") {
  report::Report report = sample::empty();
  report.newest = report::LastRow{at(0, 10), 3 * 3600, false};
  CHECK(words_of(report).headline == "Normal");
  CHECK(words_of(report).detail == "No incident in this period. No rows since 00:10, and none were expected.");
}

TEST_CASE("state words: no data is told with what ran before") {
  report::Report report = live();
  report.newest = report::LastRow{at(10, 40), 35 * 60 + 20, true};
  const StateWords words = words_of(report);
  CHECK(words.headline == "No data since 10:40 (35 min)");
  CHECK(words.detail ==
        "Running: approvals not seen since 10:30. 46 min so far, about 98 approvals lost. And 1 more incident runs.");
  CHECK(words.title == "\u25cb no data since 10:40 (35 min)");
  report.newest = report::LastRow{at(10, 30), 35 * 60 + 20, true};  // the incident goes on behind it: it is this
  CHECK(words_of(report).headline == "Critical now: approvals not seen since 10:30");
  CHECK(words_of(report).detail ==
        "36 min so far, about 98 approvals lost. And 1 more incident runs. No data since 10:30 (35 min).");
  report.newest = report::LastRow{at(10, 40), 35 * 60 + 20, true};
  report.incidents.clear();
  CHECK(words_of(report).detail == "Rows should have come since then. Is the feed still running?");
}

TEST_CASE("state words: of a day that is over, how many, what they cost, and the worst") {
  report::Report report = sample::over(sample::two_incidents());
  CHECK(words_of(report).headline == "2 incidents, 1 critical; about 98 approvals lost");
  CHECK(words_of(report).detail == "The worst: approvals not seen from 10:30 to 10:32.");
  report.volume = "*";  // then nobody knows
  CHECK(words_of(report).headline == "2 incidents, 1 critical");
  report.incidents.clear();
  report.total.abnormal_rows = 3;
  CHECK(words_of(report).headline == "3 alerts");
  report.total.abnormal_rows = 0;
  CHECK(words_of(report).headline == "Nothing abnormal");
  CHECK(words_of(sample::empty()).headline == "No rows in this period");
}

TEST_CASE("state words: an empty history says what to do") {
  report::Report report = sample::empty();
  report.is_of_nothing = true;
  CHECK(words_of(report).headline == "No rows yet");
  CHECK(words_of(report).detail.find("pos-score -m MODEL -b HISTORY FILE") != std::string::npos);
}

TEST_CASE("state words: losses are told in the word of the volume") {
  CHECK(lost_words(216.4, "approved") == "about 216 approvals lost");
  CHECK(lost_words(1.2, "approved") == "about 1 approval lost");
  CHECK(lost_words(12'345.0, "aprovada") == "about 12,345 aprovada lost");
  CHECK(lost_words(0.4, "approved").empty());
  CHECK(lost_words({}, "approved").empty());
}

TEST_CASE("state words: the age of the last row") {
  CHECK(last_row_words({at(20, 22), 40, false}) == "last data 20:22, 40 s ago");
  CHECK(last_row_words({at(20, 22), 100, false}) == "last data 20:22, 1 min ago");
  CHECK(last_row_words({at(12, 26), 35 * 60 + 59, true}) == "no data since 12:26 (35 min)");
}
