// SPDX-License-Identifier: MIT
// All that checkout-stats knows of its files, whatever it is shown as.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/hourly_table.hpp"
#include "base/language.hpp"
#include "checkout/cause.hpp"
#include "checkout/comparison.hpp"
#include "checkout/describe.hpp"
#include "checkout/hourly_test.hpp"
#include "checkout/insights.hpp"

namespace pos::checkout {

struct ColumnInfo {
  std::string name;
  Kind kind = Kind::count;
  bool whole = true;  // every value is
  std::size_t values = 0;
  std::size_t missing = 0;  // hours of the day without one
};

// Incidents that a history has of a day: alerts from minute to minute, which no sum of an hour need show. In words,
// since this folder knows of hours alone.
struct StoredIncidents {
  std::int64_t count = 0, critical = 0;
  std::optional<double> lost;  // of what is counted as sales; nothing: that cannot be known
  std::string history;         // its name, for people
  std::string text;            // `5 incidents, 5 critical; about 897 approvals lost`
  std::string command;         // which shows them
};

// Hours that are flagged or missing, and that an event explains.
struct ToldHours {
  std::string event;
  std::vector<int> hours;
};

// `info`, `descriptions` and the table are of all its hours; test and insights of those that are over.
struct DayReport {
  HourlyTable table;
  std::optional<int> up_to;      // the day is not over: the last hour that is
  std::vector<int> missing;      // hours without a row, but those to come
  std::vector<ColumnInfo> info;  // by column, and so is
  std::vector<Description> descriptions;
  std::vector<Insight> insights;
  std::optional<HourlyTest> test;
  std::string untested;  // why there is none
  // Where somebody asked a history or has told of events: what they say of the hours that are flagged.
  std::optional<Causes> causes = {};
  std::vector<ToldHours> told = {};  // in the order of the day
  std::optional<StoredIncidents> incidents = {};  // nothing: there is none, or nobody asked a history
  std::string asked = {};                         // which transactions were asked, or why there are none; empty: none were wanted
};

// Effect   Flagged hours that `causes` say were told before are no news any more: they have their event, lost nothing,
// and insights are without them. So are hours without a row while the shop was closed.
void tell_known_hours(DayReport& day, std::span<const DayEvent> events, Language language);
// Hours without a row that no event explains.
[[nodiscard]] std::vector<int> missing_unexplained(const DayReport& day);

struct Report {
  double alpha = 0.05;
  std::vector<DayReport> days;  // one, or two
  std::optional<Comparison> comparison;
  std::string not_compared;  // of two files: why there is none
  Language language = Language::en;
};

// One table or two; 0 < alpha < 1. `language`: of its sentences; those that programs read are English.
[[nodiscard]] Report make_report(std::vector<HourlyTable> tables, double alpha, Language language = Language::en);

}  // namespace pos::checkout
