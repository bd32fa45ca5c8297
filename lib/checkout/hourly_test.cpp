// SPDX-License-Identifier: MIT
#include "checkout/hourly_test.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "checkout/day_fit.hpp"
#include "checkout/describe.hpp"
#include "checkout/expected_count.hpp"
#include "checkout/explanation.hpp"
#include "checkout/verdict.hpp"
#include "checkout/weekday.hpp"

namespace pos::checkout {
namespace {

struct KnownReference {
  std::string_view name;
  double days, weight;
};
constexpr std::array<KnownReference, 4> known_references{{
    {"yesterday", 1, 1.0},
    {"same_day_last_week", 1, 1.5},
    {"avg_last_week", 7, 2.5},
    {"avg_last_month", 30, 4.0},
}};
constexpr std::size_t least_hours = 3;
constexpr double most_sales = 0x1p53;  // above it a double does not know whole numbers

bool is_usable(const HourlyColumn& column) {
  return std::all_of(column.values.begin(), column.values.end(),
                     [](double value) { return value >= 0 && value <= most_sales; });
}

// A column without sales has neither level nor shape.
std::vector<Reference> references_of(const HourlyTable& table, std::string_view without = {}) {
  std::vector<Reference> references;
  for (const auto& [name, days, weight] : known_references) {
    const HourlyColumn* column = table.find(name);
    if (column == nullptr || name == without || total(column->values) == 0) continue;
    references.push_back({name, column->values, days, weight});
  }
  return references;
}

// Hours and runs flagged, in their names for people.
Anomaly anomaly_of(const Verdict& verdict, double value, double expected) {
  if (verdict.flag == Flag::none) return Anomaly::none;
  if (verdict.flag == Flag::shoulder) return Anomaly::shoulder;
  if (verdict.flag == Flag::long_run) {  // one word for all of its hours
    value = verdict.ratio;
    expected = 1;
  }
  if (value > expected) return Anomaly::spike;
  return value == 0 ? Anomaly::outage : Anomaly::drop;
}

// Which hours of a day are flagged, by these references.
struct Tested {
  DayFit fit;
  std::vector<Verdict> verdicts;
};

Tested tested(const HourlyTable& table, const std::vector<double>& day, const std::vector<Reference>& references,
              double alpha) {
  Tested found{fit_day(day, references), {}};
  found.verdicts = judge(table.hours, day, found.fit, alpha);
  return found;
}

bool is_weekend(std::int32_t day) { return weekday_of(day) >= 5; }

// Yesterday is of a weekend and today is not, or the other way round, or one is a Saturday and one a Sunday.
bool is_other_kind_of_day(const HourlyTable& table, const HourlyColumn& reference) {
  if (!table.day || reference.name != "yesterday") return false;
  return is_weekend(*table.day) || is_weekend(*table.day - 1);
}

// The same weekday, of which a reference of one day should be a copy: a week before it where that is known. Of
// same_day_last_week it is today as well, but in hours in which today is not ordinary itself. Where no such day is known,
// a Sunday that differs from Monday is taken for a Sunday, but where it sold nothing.
class SameWeekday {
 public:
  SameWeekday(const HourlyTable& table, const HourlyColumn& reference, const std::vector<Verdict>& today, double alpha)
      : values_(reference.values), today_(today), other_kind_(is_other_kind_of_day(table, reference)) {
    const auto before = std::find_if(table.week_before.begin(), table.week_before.end(),
                                     [&](const HourlyColumn& column) { return column.name == reference.name; });
    if (before != table.week_before.end()) by_before_ = verdicts_by(table, reference, before->values, alpha);
    if (reference.name == "same_day_last_week")
      by_today_ = verdicts_by(table, reference, table.find("today")->values, alpha);
  }

  // That hour is as it is on this weekday.
  [[nodiscard]] bool has(std::size_t hour) const {
    const auto is_ordinary = [hour](const std::vector<Verdict>& verdicts) {
      return !verdicts.empty() && verdicts[hour].flag == Flag::none;
    };
    const bool may_be_so = other_kind_ && by_before_.empty() && values_[hour] > 0;
    return may_be_so || is_ordinary(by_before_) || (is_ordinary(by_today_) && is_ordinary(today_));
  }

 private:
  static std::vector<Verdict> verdicts_by(const HourlyTable& table, const HourlyColumn& reference,
                                          const std::vector<double>& other, double alpha) {
    if (total(other) == 0) return {};
    return tested(table, reference.values, {{"", other, 1, 1}}, alpha).verdicts;
  }

  const std::vector<double>& values_;
  const std::vector<Verdict>& today_;
  bool other_kind_;
  std::vector<Verdict> by_before_, by_today_;
};

// A reference of one day, tested as if it were today against the other references. Today has no part in it: what it
// is to be judged by must not depend on it. Other days of the week sell at other hours: what is so on the same weekday is
// no incident.
void append_odd_hours(HourlyTest& test, const HourlyTable& table, const KnownReference& reference,
                      const std::vector<Verdict>& today, double alpha) {
  const HourlyColumn* column = table.find(reference.name);
  if (reference.days > 1 || column == nullptr || !is_whole(column->values)) return;
  const std::vector<Reference> others = references_of(table, reference.name);
  if (others.empty()) return;
  const auto [fit, verdicts] = tested(table, column->values, others, alpha);
  const SameWeekday same_weekday(table, *column, today, alpha);
  for (std::size_t h = 0; h < verdicts.size(); ++h) {
    const Anomaly anomaly = anomaly_of(verdicts[h], column->values[h], fit.hours[h].mean);
    if (anomaly == Anomaly::none || anomaly == Anomaly::shoulder) continue;
    (same_weekday.has(h) ? test.of_weekday : test.odd)
        .push_back({column->name, table.hours[h], column->values[h], fit.hours[h].mean, anomaly, 0.0});
  }
}

// What each odd reference has to say where it is odd.
void set_shares(std::vector<OddHour>& odd, const HourlyTable& table, const std::vector<Reference>& references,
                const DayFit& fit) {
  for (OddHour& o : odd) {
    const auto hour = std::find(table.hours.begin(), table.hours.end(), o.hour) - table.hours.begin();
    for (std::size_t i = 0; i < references.size(); ++i) {
      if (references[i].name == o.reference) o.share = fit.hours[static_cast<std::size_t>(hour)].shares[i];
    }
  }
}

HourResult result_of(const HourFit& fit, const Verdict& verdict, double value, double tail) {
  const ExpectedCount expected(fit.mean, fit.variance);
  HourResult result;
  result.value = value;
  result.expected = fit.mean;
  result.low = expected.lowest(tail);
  result.high = expected.highest(tail);
  result.p = fit.p;
  result.holm = verdict.holm;
  result.anomaly = anomaly_of(verdict, value, fit.mean);
  result.run = verdict.flag == Flag::run || verdict.flag == Flag::long_run;
  // An hour of a spike may have sold less: what counts is the run as a whole.
  if (verdict.flag != Flag::none && result.anomaly != Anomaly::spike) result.lost = std::max(fit.mean - value, 0.0);
  return result;
}

std::string names_of(const std::vector<OddHour>& odd, int hour) {
  std::string names;
  for (const OddHour& o : odd) {
    if (o.hour == hour) names += (names.empty() ? "" : ", ") + o.reference;
  }
  return names;
}

}  // namespace

std::string_view name_of(Anomaly anomaly) {
  switch (anomaly) {
    case Anomaly::outage:
      return marked("outage");
    case Anomaly::drop:
      return marked("drop");
    case Anomaly::spike:
      return marked("spike");
    case Anomaly::shoulder:
      return marked("shoulder");
    case Anomaly::none:
      break;
  }
  return "";
}

bool is_reference(std::string_view column) {
  return std::any_of(known_references.begin(), known_references.end(),
                     [&](const KnownReference& known) { return known.name == column; });
}

std::string only_day(const HourlyTest& test) {
  if (test.references.size() != 1) return {};
  const std::string& name = test.references.front().name;
  return name == "yesterday" || name == "same_day_last_week" ? name : "";
}

std::string why_not(const HourlyTable& table, Language language) {
  if (table.is_money) return trf(language, "these are sums of money, and the test is of counts (leave out --count amount)");
  const HourlyColumn* today = table.find("today");
  if (today == nullptr) return trf(language, "there is no column today (--columns today=NAME says which it is)");
  if (table.hours.size() < least_hours) return trf(language, "there are fewer than 3 hours");
  for (const HourlyColumn& column : table.columns) {
    if (column.name != "today" && !is_reference(column.name)) continue;
    if (!is_usable(column)) return trf(language, "column {} has a number that is no amount of sales", column.name);
  }
  if (!is_whole(today->values)) return trf(language, "column today has a number that is not whole");
  if (references_of(table).empty()) return trf(language, "no column of the past has a sale to compare with");
  return {};
}

HourlyTest test_hours(const HourlyTable& table, double alpha, Language language) {
  const std::vector<double>& today = table.find("today")->values;
  const std::vector<Reference> references = references_of(table);
  const auto [fit, verdicts] = tested(table, today, references, alpha);

  HourlyTest test;
  test.noise = fit.noise;
  for (std::size_t i = 0; i < references.size(); ++i) {
    test.references.push_back({std::string(references[i].name), fit.scales[i]});
  }
  for (const KnownReference& reference : known_references) append_odd_hours(test, table, reference, verdicts, alpha);
  set_shares(test.odd, table, references, fit);
  const double tail = alpha / static_cast<double>(today.size()) / 2;
  for (std::size_t h = 0; h < today.size(); ++h) {
    HourResult& hour = test.hours.emplace_back(result_of(fit.hours[h], verdicts[h], today[h], tail));
    hour.hour = table.hours[h];
    hour.odd = names_of(test.odd, hour.hour);
    test.lost += hour.lost;
  }
  explain(test, verdicts, language);
  return test;
}

}  // namespace pos::checkout
