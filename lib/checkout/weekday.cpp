// SPDX-License-Identifier: MIT
#include "checkout/weekday.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checkout/describe.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

constexpr std::string_view last_week = "same_day_last_week";

// Of the median, beside the mean. Neither: they differ by less than a twentieth of the mean.
enum class SideOfMean { neither, below, above };

// Of a day that sold something: its mean is above 0.
struct MedianAndMean {
  double median = 0, mean = 0;

  [[nodiscard]] double gap() const { return (median - mean) / mean; }
  [[nodiscard]] SideOfMean side() const {
    constexpr double alike = 0.05;
    if (std::abs(gap()) < alike) return SideOfMean::neither;
    return gap() < 0 ? SideOfMean::below : SideOfMean::above;
  }
};

MedianAndMean median_and_mean(const std::vector<double>& values) {
  const Description all = describe(values);
  return {all.q50, all.mean};
}

bool sold_something(const HourlyColumn& column) { return total(column.values) > 0; }

void put_hour(std::vector<double>& values, const HourlyTable& table, int hour, double value) {
  for (std::size_t h = 0; h < values.size(); ++h) {
    if (table.hours[h] == hour) values[h] = value;
  }
}

// A day with what was expected of its hours that were not ordinary, and those.
struct OrdinaryDay {
  std::vector<int> hours;
  MedianAndMean middle;
};

OrdinaryDay ordinary_today(const HourlyTable& table, const HourlyTest& test) {
  OrdinaryDay ordinary;
  std::vector<double> values = table.find("today")->values;
  for (const HourResult& hour : test.hours) {
    if (hour.anomaly == Anomaly::none) continue;
    ordinary.hours.push_back(hour.hour);
    put_hour(values, table, hour.hour, hour.expected);
  }
  ordinary.middle = median_and_mean(values);
  return ordinary;
}

OrdinaryDay ordinary_week_ago(const HourlyTable& table, const HourlyTest& test) {
  OrdinaryDay ordinary;
  std::vector<double> values = table.find(last_week)->values;
  for (const OddHour& odd : test.odd) {
    if (odd.reference != last_week) continue;
    ordinary.hours.push_back(odd.hour);
    put_hour(values, table, odd.hour, odd.expected);
  }
  ordinary.middle = median_and_mean(values);
  return ordinary;
}

// References but that of a week ago, by whether they have the median on that side, too.
struct OtherDays {
  std::vector<std::string> alike, unlike;
};

OtherDays other_days(const HourlyTable& table, SideOfMean side) {
  OtherDays days;
  for (const HourlyColumn& column : table.columns) {
    if (!is_reference(column.name) || column.name == last_week || !sold_something(column)) continue;
    (median_and_mean(column.values).side() == side ? days.alike : days.unlike).push_back(column.name);
  }
  return days;
}

std::string beside_last_week(const MedianAndMean& today, const MedianAndMean& then, Language language) {
  const bool below = today.side() == SideOfMean::below;
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
bool explained_by(const MedianAndMean& ordinary, const MedianAndMean& today) { return ordinary.gap() / today.gap() < 0.5; }

std::string weekday_or_not(const std::vector<std::string>& others, bool as_last_week, bool explained, Language language) {
  if (!as_last_week) return explained ? "" : trf(language, "So it is no pattern of this weekday.");
  return explained ? trf(language, "It is not so in {}, which looks like a pattern of this weekday.", list(others, language))
                   : trf(language, "It is not so in {}: a pattern of this weekday.", list(others, language));
}

void append_ordinary(Insight& insight, std::string_view text, const OrdinaryDay& ordinary, Language language) {
  (insight.text += " ") += trf(language, text, hour_ranges(ordinary.hours, language),
                               two_decimals(ordinary.middle.median, language), two_decimals(ordinary.middle.mean, language));
}

}  // namespace

int weekday_of(std::int32_t day) { return ((day + 3) % 7 + 7) % 7; }  // 1970-01-01 was a Thursday

std::optional<Insight> tell_weekday(const HourlyTable& table, const std::optional<HourlyTest>& test,
                                    Language language) {
  const HourlyColumn* week_ago = table.find(last_week);
  const HourlyColumn* now = table.find("today");
  if (week_ago == nullptr || !sold_something(*week_ago) || !sold_something(*now)) return std::nullopt;
  const MedianAndMean today = median_and_mean(now->values);
  const MedianAndMean then = median_and_mean(week_ago->values);
  const OtherDays others = other_days(table, today.side());
  const bool as_last_week = today.side() == then.side();
  const bool is_common = as_last_week && (!others.alike.empty() || others.unlike.empty());
  if (today.side() == SideOfMean::neither || is_common) return std::nullopt;

  const OrdinaryDay ordinary = test ? ordinary_today(table, *test) : OrdinaryDay{{}, today};
  const OrdinaryDay ordinary_then = test ? ordinary_week_ago(table, *test) : OrdinaryDay{{}, then};
  const bool explained = explained_by(ordinary.middle, today);
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
                   {"other_days_unlike", static_cast<double>(others.unlike.size())}},
                  false};
  const std::string ending = weekday_or_not(others.unlike, as_last_week, explained, language);
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
