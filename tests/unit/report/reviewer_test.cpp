// SPDX-License-Identifier: MIT
#include "report/reviewer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace pos;
using namespace pos::report;

namespace {

constexpr LocalSeconds first_day = 1'772'409'600;  // 2026-03-02
constexpr LocalSeconds whole_day = 86'400;

LocalSeconds minute(int number) { return first_day + 60 * LocalSeconds{number}; }

// A row of approved transactions each minute, and what is put in of denied ones.
class JudgedRows final : public Source {
 public:
  void add_normal(int from, int to) {
    for (int at = from; at < to; ++at) add("approved", at, -2, Decision::approve);
  }
  void add(const std::string& status, int at, double surprise, Decision decision) {
    Record record;
    record.time = minute(at);
    record.status = status;
    record.count = 10;
    record.scored.expected = 10;
    record.scored.surprise = surprise;
    record.scored.decision = decision;
    record.scored.severity = decision == Decision::alert ? Severity::warning : Severity::none;
    rows_.push_back(record);
  }
  void judged_by(std::string name, int from, std::int64_t rows, std::optional<double> budget) {
    models_.push_back({std::move(name), minute(from), rows, budget});
  }
  void records(const Period& period, const std::function<void(const Record&)>& take) override {
    std::ranges::stable_sort(rows_, {}, &Record::time);
    for (const Record& record : rows_) {
      if (period.holds(record.time)) take(record);
    }
  }
  [[nodiscard]] std::string volume() override { return "approved"; }
  [[nodiscard]] bool is_judged() override { return true; }
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int) override { return begin; }
  [[nodiscard]] std::vector<ModelBudget> budgets(const Period&) override { return models_; }

 private:
  std::vector<Record> rows_;
  std::vector<ModelBudget> models_;
};

Order of_days(int days) { return {.period = {first_day, first_day + days * whole_day}, .filter = {}, .rules = {}, .now = {}}; }

Review review_of(JudgedRows& rows, int days = 1, const std::optional<incident::PeopleOf>& people = {}) {
  const Order order = of_days(days);
  Report report = collect(rows, order);
  report.people = people;
  return review(rows, order, report);
}

const AtBudget& at_budget(const Review& review, double budget) {
  const auto found = std::ranges::find(review.budgets, std::optional(budget), &AtBudget::budget);
  REQUIRE(found != review.budgets.end());
  return *found;
}

}  // namespace

TEST_CASE("review: a pause counts for a day at most") {
  JudgedRows rows;
  rows.add_normal(0, 1440);
  rows.add_normal(6 * 1440, 7 * 1440);
  CHECK(review_of(rows, 30).days == doctest::Approx(3).epsilon(0.001));
  JudgedRows none;
  CHECK(review_of(none).days == 0);
}

TEST_CASE("review: a smaller budget tells what surprises more; of a larger one only what was too small to alert is known") {
  JudgedRows rows;
  rows.judged_by("m", 0, 1440, 0.5);
  rows.add_normal(0, 1440);
  rows.add("denied", 100, 1.5, Decision::alert);
  rows.add("denied", 400, 0.5, Decision::alert);
  rows.add("denied", 700, 0.2, Decision::approve);
  rows.add("denied", 1000, 0.291, Decision::approve);  // cut to just below the threshold: too few transactions
  const Review review = review_of(rows);
  CHECK_FALSE(review.budgets.front().budget);
  CHECK(review.budgets.front().incidents == 2);
  CHECK(review.budgets.front().messages == 4);  // each opens and is over
  CHECK(at_budget(review, 0.02).incidents == 0);
  CHECK(at_budget(review, 0.02).messages == 0);
  CHECK(at_budget(review, 0.05).incidents == 1);
  CHECK(at_budget(review, 0.1).incidents == 1);
  CHECK(at_budget(review, 0.5).incidents == 2);
  CHECK_FALSE(at_budget(review, 0.5).is_rough);
  CHECK(at_budget(review, 1).incidents == 3);
  CHECK(at_budget(review, 1).is_rough);
}

TEST_CASE("review: an alert that was held since a fall was not over needs one that was none") {
  JudgedRows rows;
  rows.judged_by("m", 0, 1440, 0.5);
  rows.add_normal(0, 1440);
  rows.add("denied", 100, 1.5, Decision::alert);
  for (int at = 101; at < 130; ++at) rows.add("denied", at, -1, Decision::alert);
  const Review review = review_of(rows);
  CHECK(at_budget(review, 0.02).incidents == 0);
  CHECK(at_budget(review, 0.05).incidents == 1);
  CHECK(at_budget(review, 0.05).messages == review.budgets.front().messages);
}

TEST_CASE("review: the threshold in force is that of the model at hand, and the budget that of all days") {
  JudgedRows rows;
  rows.judged_by("old", 0, 360, 0.1);
  rows.judged_by("new", 360, 1080, 0.5);
  rows.add_normal(0, 1440);
  rows.add("denied", 100, 0.5, Decision::approve);
  rows.add("denied", 700, 0.5, Decision::alert);
  const Review review = review_of(rows);
  CHECK(review.budget == doctest::Approx(0.4));
  CHECK(review.models[0].days == doctest::Approx(0.25));
  CHECK(at_budget(review, 0.1).incidents == 0);
  CHECK_FALSE(at_budget(review, 0.1).is_rough);
  CHECK(at_budget(review, 0.2).incidents == 0);
  CHECK(at_budget(review, 0.5).incidents == 2);
  CHECK(at_budget(review, 0.5).is_rough);  // for the first quarter of the day

  JudgedRows unknown;
  unknown.judged_by("forest", 0, 1440, std::nullopt);
  unknown.add_normal(0, 1440);
  CHECK_FALSE(review_of(unknown).budget);
  CHECK(review_of(unknown).budgets.empty());
}

TEST_CASE("review: times are by rank; who judges afterwards has not taken it, and a wrong clock tells nothing") {
  JudgedRows rows;
  rows.add_normal(0, 1440);
  incident::PeopleOf people;
  const auto add = [&](int at, std::optional<int> told, std::optional<int> taken, incident::Verdict verdict) {
    rows.add("denied", at, 1, Decision::alert);
    incident::People& of = people[incident::id_of(minute(at))];
    of.is_recorded = true;
    if (told) of.told.push_back({minute(at) + *told, "mail", "ops@example.com"});
    if (taken) of.taken = {minute(at) + *taken, verdict, "ana", ""};
  };
  using incident::Verdict;
  add(100, 60, 120, Verdict::true_alarm);
  add(300, 90, 7200, Verdict::false_alarm);  // it was over after ten minutes
  add(500, 600, std::nullopt, Verdict::none);
  add(700, std::nullopt, std::nullopt, Verdict::none);
  add(900, -3600, -10, Verdict::none);
  const Review review = review_of(rows, 1, people);
  CHECK(review.whole.incidents == 5);
  CHECK(review.whole.true_alarms == 1);
  CHECK(review.whole.false_alarms == 1);
  CHECK(review.whole.unjudged() == 3);
  CHECK(review.recorded == 5);
  CHECK(review.ahead == 1);
  REQUIRE(review.told);
  CHECK(review.told->incidents == 3);
  CHECK(review.told->none == 2);
  CHECK(review.told->median == 90);
  CHECK(review.told->most == 600);
  CHECK(review.told->worst == 600);
  REQUIRE(review.taken);
  CHECK(review.taken->incidents == 1);
  CHECK(review.taken->worst == 120);
  CHECK(review.over.incidents == 5);

  CHECK(review.is_of_all);
  Order of_denied = of_days(1);
  of_denied.filter.statuses = {"denied"};
  CHECK_FALSE(pos::report::review(rows, of_denied, {}).is_of_all);
  Order critical = of_days(1);
  critical.rules.min_severity = Severity::critical;
  CHECK_FALSE(pos::report::review(rows, critical, {}).is_of_all);

  const Review nobody = review_of(rows);
  CHECK_FALSE(nobody.told);
  CHECK(nobody.whole.unjudged() == 5);
}

TEST_CASE("review: an incident counts where it begins, and one that is open has no end") {
  JudgedRows rows;
  rows.add_normal(-60, 1440);
  rows.add("denied", -2, 1, Decision::alert);
  rows.add("denied", 2, 1, Decision::alert);
  rows.add("denied", 1435, 1, Decision::alert);
  const Review review = review_of(rows);
  CHECK(review.whole.incidents == 2);  // its rows of the day before are not asked for here
  CHECK(review.open == 1);
  CHECK(review.over.none == 1);
}
