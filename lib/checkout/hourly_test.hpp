// SPDX-License-Identifier: MIT
// Which hours of a day sold other than its past lets expect.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/hourly_table.hpp"
#include "base/language.hpp"

namespace pos::checkout {

// outage: nothing was sold. drop, spike: less, more. shoulder: the edge of an incident, not proof by itself.
enum class Anomaly { none, outage, drop, spike, shoulder };
[[nodiscard]] std::string_view name_of(Anomaly anomaly);  // `outage`; empty for none

struct HourResult {
  int hour = 0;
  double value = 0;
  double expected = 0;  // of a long run: what the rest of the day lets expect
  // Whole numbers: a count outside has p <= alpha / hours by itself. So all hours of an ordinary day lie within theirs
  // with a probability of about 1 - alpha.
  double low = 0, high = 0;
  double p = 1;     // two-sided, of this hour alone
  double holm = 1;  // adjusted for the number of hours
  Anomaly anomaly = Anomaly::none;
  bool run = false;       // flagged with others in a row, not by itself
  double lost = 0;        // sales: expected less value where that is positive and there is an anomaly, else 0
  std::string odd;        // reference days that carry an incident of their own at this hour: `yesterday`; by `, `
  std::string explained;  // in plain words, for flagged hours, and those where `odd` is not empty
  // That people told of, and that says why the hour is flagged: then it is no news, and nothing of it is lost. Empty:
  // none.
  std::string event = {};
};

struct ReferenceScale {
  std::string name;
  double scale = 1;  // the day's level over that of the reference
};

// An hour at which a reference of a single day is not what the other references let expect of it. Shoulders are not
// looked for.
struct OddHour {
  std::string reference;
  int hour = 0;
  double value = 0;
  double expected = 0;
  Anomaly anomaly = Anomaly::none;
  double share = 0;  // of that reference in what is expected of today's hour, 0 to 1
};

struct HourlyTest {
  std::vector<HourResult> hours;           // as the table's
  std::vector<ReferenceScale> references;  // those with a sale at any hour, in the order of the specification
  std::vector<OddHour> odd;                // by reference and hour
  double noise = 0;                        // squared coefficient of variation beyond Poisson
  double lost = 0;                         // of all hours
  std::vector<OddHour> of_weekday = {};    // as `odd`: hours that are so on that weekday, and no incident
};

// The references that count, with the days they stand for and their weights: yesterday, same_day_last_week,
// avg_last_week, avg_last_month.
[[nodiscard]] bool is_reference(std::string_view column);

// The one day that the test compared with, where there was nothing else to compare with: it may be the odd one. Empty:
// there was more.
[[nodiscard]] std::string only_day(const HourlyTest& test);

// Why the table cannot be tested: sums of money, no column `today`, fewer than 3 hours, no reference or none with a sale, a number
// that is negative or above 2^53, a count of `today` that is not whole. Empty: it can be.
[[nodiscard]] std::string why_not(const HourlyTable& table, Language language = Language::en);

// The test of hours, by a negative binomial whose mean comes from the references, each scaled to the day and
// trusted as far as the others agree with it; runs of 2 to 4 hours, each a little off; one of 5 to 10 that is off as a
// whole, against the rest of the day; shoulders.
//
// Shape    why_not(table) is empty; 0 < alpha < 1: how often an ordinary day may have any hour flagged.
// Trap     It is a little above alpha where the true noise is 0.02, twice that at 0.04, half at 0.01: noise is learned
//          from the day itself without its strangest hours, and so rather low.
// Edge     A reference without sales has no say. The level of a day without sales is taken to be that of its
//          references: an outage of the whole day is found.
// Source   Holm 1979, Scand. J. Statistics 6, 65; Stouffer et al. 1949; mid-p: Lancaster 1961, JASA 56, 223;
//          Huber, Robust Statistics, 1981, for the weights.
[[nodiscard]] HourlyTest test_hours(const HourlyTable& table, double alpha, Language language = Language::en);

}  // namespace pos::checkout
