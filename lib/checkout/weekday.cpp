// SPDX-License-Identifier: MIT
#include "checkout/weekday.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "checkout/describe.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

constexpr std::string_view last_week = "same_day_last_week";

// Of the median, beside the mean. Neither: they differ by less than a twentieth of the mean.
enum class Side { neither, below, above };

struct Middle {
  double median = 0, mean = 0;

  [[nodiscard]] double gap() const { return (median - mean) / mean; }
  [[nodiscard]] Side side() const {
    constexpr double alike = 0.05;
    if (std::abs(gap()) < alike) return Side::neither;
    return gap() < 0 ? Side::below : Side::above;
  }
};

Middle middle_of(const std::vector<double>& values) {
  const Description all = describe(values);
  return {all.q50, all.mean};
}

void replace(std::vector<double>& values, const HourlyTable& table, int hour, double value) {
  for (std::size_t h = 0; h < values.size(); ++h) {
    if (table.hours[h] == hour) values[h] = value;
  }
}

// A day with what was expected of its hours that were not ordinary, and those.
struct Ordinary {
  std::vector<int> hours;
  Middle middle;
};

Ordinary ordinary_today(const HourlyTable& table, const HourlyTest& test) {
  Ordinary ordinary;
  std::vector<double> values = table.find("today")->values;
  for (const HourResult& hour : test.hours) {
    if (hour.anomaly == Anomaly::none) continue;
    ordinary.hours.push_back(hour.hour);
    replace(values, table, hour.hour, hour.expected);
  }
  ordinary.middle = middle_of(values);
  return ordinary;
}

Ordinary ordinary_week_ago(const HourlyTable& table, const HourlyTest& test) {
  Ordinary ordinary;
  std::vector<double> values = table.find(last_week)->values;
  for (const OddHour& odd : test.odd) {
    if (odd.reference != last_week) continue;
    ordinary.hours.push_back(odd.hour);
    replace(values, table, odd.hour, odd.expected);
  }
  ordinary.middle = middle_of(values);
  return ordinary;
}

// References but that of a week ago, by whether they have the median on that side, too.
struct OtherDays {
  std::vector<std::string> alike, unlike;
};

OtherDays other_days(const HourlyTable& table, Side side) {
  OtherDays days;
  for (const HourlyColumn& column : table.columns) {
    if (!is_reference(column.name) || column.name == last_week || total(column.values) == 0) continue;
    (middle_of(column.values).side() == side ? days.alike : days.unlike).push_back(column.name);
  }
  return days;
}

std::string beside_last_week(const Middle& today, const Middle& then, Language language) {
  const bool below = today.side() == Side::below;
  const bool alike = today.side() == then.side();
  const std::string_view text =
      below ? (alike ? marked("Today's median hour is below the mean ({} to {}), as on the same weekday a week ago "
                              "({} to {}).")
                     : marked("Today's median hour is below the mean ({} to {}), unlike on the same weekday a week ago "
                              "({} to {})."))
            : (alike ? marked("Today's median hour is above the mean ({} to {}), as on the same weekday a week ago "
                              "({} to {}).")
                     : marked("Today's median hour is above the mean ({} to {}), unlike on the same weekday a week ago "
                              "({} to {})."));
  return trf(language, text, two_decimals(today.median, language), two_decimals(today.mean, language),
             two_decimals(then.median, language), two_decimals(then.mean, language));
}

// The half of it, or more, comes of hours that were not ordinary.
bool explains(const Middle& ordinary, const Middle& today) { return ordinary.gap() / today.gap() < 0.5; }

std::string conclusion(const std::vector<std::string>& others, bool as_last_week, bool explained, Language language) {
  if (!as_last_week) return explained ? "" : trf(language, "So it is no pattern of this weekday.");
  return explained ? trf(language, "It is not so in {}, which looks like a pattern of this weekday.", list(others, language))
                   : trf(language, "It is not so in {}: a pattern of this weekday.", list(others, language));
}

void append_ordinary(Insight& insight, std::string_view text, const Ordinary& ordinary, Language language) {
  (insight.text += " ") += trf(language, text, hour_ranges(ordinary.hours, language),
                               two_decimals(ordinary.middle.median, language), two_decimals(ordinary.middle.mean, language));
}

}  // namespace

std::optional<Insight> tell_weekday(const HourlyTable& table, const std::optional<HourlyTest>& test,
                                    Language language) {
  const HourlyColumn* week_ago = table.find(last_week);
  if (week_ago == nullptr || total(week_ago->values) == 0) return std::nullopt;
  const Middle today = middle_of(table.find("today")->values);
  const Middle then = middle_of(week_ago->values);
  const OtherDays others = other_days(table, today.side());
  const bool as_last_week = today.side() == then.side();
  const bool is_common = as_last_week && (!others.alike.empty() || others.unlike.empty());
  if (today.side() == Side::neither || is_common) return std::nullopt;

  const Ordinary ordinary = test ? ordinary_today(table, *test) : Ordinary{{}, today};
  const Ordinary ordinary_then = test ? ordinary_week_ago(table, *test) : Ordinary{{}, then};
  const bool explained = explains(ordinary.middle, today);
  Insight insight{"weekday",
                  beside_last_week(today, then, language),
                  {{"median", today.median},
                   {"mean", today.mean},
                   {"ordinary_median", ordinary.middle.median},
                   {"ordinary_mean", ordinary.middle.mean},
                   {"same_day_last_week_median", then.median},
                   {"same_day_last_week_mean", then.mean},
                   {"as_same_day_last_week", as_last_week ? 1 : 0},
                   {"other_days_alike", static_cast<double>(others.alike.size())},
                   {"other_days_unlike", static_cast<double>(others.unlike.size())}}};
  const std::string ending = conclusion(others.unlike, as_last_week, explained, language);
  if (!ending.empty()) (insight.text += " ") += ending;
  if (explained) {
    append_ordinary(insight,
                    as_last_week ? marked("But with ordinary sales at {} today would have a median of {} and a mean "
                                          "of {}: what happened then explains it as well.")
                                 : marked("With ordinary sales at {} today would have a median of {} and a mean of {}: "
                                          "what happened then explains it, not the weekday."),
                    ordinary, language);
  }
  if (ordinary_then.middle.side() != then.side()) {
    append_ordinary(insight,
                    marked("That day was not ordinary itself: with ordinary sales at {} it would have a median of {} and a "
                           "mean of {}."),
                    ordinary_then, language);
  }
  return insight;
}

}  // namespace pos::checkout
