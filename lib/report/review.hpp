// SPDX-License-Identifier: MIT
// What the incidents of a period come to: which of them were one, how long it took to tell people, and what another
// budget would have told. Plain numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "report/poisson_interval.hpp"

namespace pos::report {

struct Judged {
  std::int64_t incidents = 0;
  std::int64_t true_alarms = 0;
  std::int64_t false_alarms = 0;

  [[nodiscard]] std::int64_t unjudged() const { return incidents - true_alarms - false_alarms; }
};

// Seconds from the begin of an incident until something happened. Quantiles are by rank: one of those that there were.
struct Delay {
  std::int64_t incidents = 0;  // to which it happened
  std::int64_t none = 0;       // to which it did not
  std::optional<std::int64_t> median, most, worst;  // most: of nine in ten it is no longer
};

// A model that judged rows of the period.
struct ModelBudget {
  std::string name;
  LocalSeconds first = 0;  // time of its first row in the period
  std::int64_t rows = 0;
  std::optional<double> budget;  // of its last run, false events a day; nothing: no monitor has it
  double days = 0;               // its part of those that the review is of
};

// What a budget would have told.
struct AtBudget {
  std::optional<double> budget;  // nothing: the alerts as they were
  std::int64_t incidents = 0;
  std::int64_t critical = 0;
  std::int64_t messages = 0;  // to one reader
  bool is_rough = false;      // above what was in force: what did not alert is not known so well
};

// Of incidents that began in the period.
struct Review {
  double days = 0;  // that have data: pauses of more than a day count for one
  Judged whole;     // against the budget of the whole
  Judged keys;      // likewise all keys together
  std::int64_t open = 0;
  std::int64_t recorded = 0;  // that pos-alert knows: others cannot be judged
  std::int64_t ahead = 0;     // of which something was told, or that were taken, before they began: by a clock that is wrong
  std::optional<Delay> told, taken;  // taken: while they lasted; nothing: pos-alert keeps nothing here
  Delay over;
  std::vector<ModelBudget> models;  // by first
  bool is_of_all = true;            // of alerts: no filter by status or key, no severity left out; a budget is of all
  std::optional<double> budget;     // false events a day, over the days of all models; nothing: of some it is not known
  std::vector<AtBudget> budgets;    // as it was first; then those where a smaller one tells less; none: no row has a surprise
};

// False alarms a day, at least: those that somebody called so. At most: with those that nobody judged. Nothing: there
// is no day.
struct FalseRate {
  std::int64_t alarms = 0;
  double a_day = 0;
  Interval interval;
};
[[nodiscard]] std::optional<FalseRate> false_at_least(const Judged& judged, double days);
[[nodiscard]] std::optional<FalseRate> false_at_most(const Judged& judged, double days);

// Whether false alarms are about as many as the budget allows. unknown: both more and fewer may be so.
enum class Kept { unknown, yes, no };
[[nodiscard]] Kept is_kept(const Judged& judged, double days, double budget);

}  // namespace pos::report
