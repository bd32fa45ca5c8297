// SPDX-License-Identifier: MIT
#include "render/page/delta.hpp"

#include <doctest/doctest.h>

#include "unit/render/page/page_samples.hpp"
#include "unit/render/sample_report.hpp"

using namespace pos;
using namespace pos::render;
using sample::at;
using sample::live;

namespace {

PagePrint print_of(const report::Report& report) { return render::print_of(report, live_parts(report, live)); }

std::string update(const report::Report& now, const report::Report& before) {
  const PagePrint had = print_of(before);
  return page_data(now, live, live_parts(now, live), print_of(now), &had);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("page delta: rows that came are there alone, by a time of their own") {
  const report::Report before = sample::two_incidents();
  report::Report now = before;
  now.records.push_back(sample::record(at(10, 31), "failed", 2, 0.5));
  const std::string data = update(now, before);
  CHECK(has(data, "\"keep\":3"));
  CHECK(has(data, "\"rows\":1,"));
  CHECK(has(data, "\"statuses\":[\"approved\",\"denied\",\"failed\"]"));
  CHECK_FALSE(has(data, "\"html\""));  // no part has changed
}

TEST_CASE("page delta: from the first row that is judged anew all are there") {
  const report::Report before = sample::two_incidents();
  report::Report now = before;
  now.records[1].scored.surprise = 5;
  CHECK(has(update(now, before), "\"keep\":1"));
  now.records[0].scored.reason = "other";
  CHECK(has(update(now, before), "\"keep\":0"));
}

TEST_CASE("page delta: of the parts those alone that have changed") {
  const report::Report before = sample::two_incidents();
  report::Report now = before;
  now.incidents.pop_back();
  const std::string data = update(now, before);
  CHECK(has(data, "\"incidents-part\":"));
  CHECK_FALSE(has(data, "\"keys-part\":"));
}

TEST_CASE("page delta: points of another step are other rows") {
  report::Report before = sample::two_incidents();
  before.coarse = 60;
  before.rows_of = {9, 9, 9};
  report::Report now = before;
  CHECK(has(update(now, before), "\"keep\":3"));
  now.coarse = 300;
  CHECK(has(update(now, before), "\"keep\":0"));
  now = before;
  now.rows_of[2] = 10;  // rows without a transaction came
  CHECK(has(update(now, before), "\"keep\":2"));
}

TEST_CASE("page delta: what has one id is the same") {
  const report::Report report = sample::two_incidents();
  CHECK(print_of(report).id == print_of(sample::two_incidents()).id);
  report::Report other = report;
  other.records[2].count = 1;
  CHECK(print_of(report).id != print_of(other).id);
}
