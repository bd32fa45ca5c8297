// SPDX-License-Identifier: MIT
#include "report/reviewer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "incident/grouping.hpp"
#include "incident/replay.hpp"
#include "incident/teller.hpp"

namespace pos::report {
namespace {

using incident::Incident;
using incident::People;

constexpr LocalSeconds longest_pause = 86'400;
constexpr double seconds_a_day = 86'400;
constexpr std::array<double, 8> other_budgets = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2};
// As the monitor has them (docs/monitor.md sections 7, 8 and 10).
constexpr double critical_margin = 3;
constexpr double cut_below_threshold = 0.01;
constexpr LocalSeconds calm = 600;

double threshold_of(double budget) { return -std::log10(budget); }

class Delays {
 public:
  void add(std::optional<std::int64_t> seconds) { seconds ? known_.push_back(*seconds) : void(++none_); }
  [[nodiscard]] Delay sum_up() {
    std::ranges::sort(known_);
    Delay delay;
    delay.incidents = static_cast<std::int64_t>(known_.size());
    delay.none = none_;
    if (known_.empty()) return delay;
    delay.median = at(0.5);
    delay.most = at(0.9);
    delay.worst = known_.back();
    return delay;
  }

 private:
  [[nodiscard]] std::int64_t at(double share) const {
    const double rank = std::ceil(share * static_cast<double>(known_.size()));
    return known_[static_cast<std::size_t>(rank) - 1];
  }

  std::vector<std::int64_t> known_;
  std::int64_t none_ = 0;
};

// What people did about the incidents, and when.
class Response {
 public:
  explicit Response(const std::optional<incident::PeopleOf>& people) : people_(people) {}

  void add(const Incident& incident, Review& review) {
    Judged& judged = incident.group.empty() ? review.whole : review.keys;
    ++judged.incidents;
    over_.add(incident.resolved ? std::optional(*incident.resolved - incident.first) : std::nullopt);
    if (incident.open()) ++review.open;
    if (!people_) return;
    const auto at = people_->find(incident.id);
    const People people = at == people_->end() ? People() : at->second;
    if (people.is_recorded) ++review.recorded;
    if (people.taken && people.taken->verdict == incident::Verdict::true_alarm) ++judged.true_alarms;
    if (people.taken && people.taken->verdict == incident::Verdict::false_alarm) ++judged.false_alarms;
    add_times(incident, people, review);
  }
  void sum_up(Review& review) {
    review.over = over_.sum_up();
    if (!people_) return;
    review.told = told_.sum_up();
    review.taken = taken_.sum_up();
  }

 private:
  void add_times(const Incident& incident, const People& people, Review& review) {
    const bool was_told = !people.told.empty();
    const bool told_ahead = was_told && people.told.front().time < incident.first;
    const bool taken_ahead = people.taken && people.taken->time < incident.first;
    if (told_ahead || taken_ahead) ++review.ahead;
    const bool has_told = was_told && !told_ahead;
    told_.add(has_told ? std::optional(people.told.front().time - incident.first) : std::nullopt);
    // Who judges it afterwards has not taken it.
    const bool has_taken =
        people.taken && !taken_ahead && (incident.open() || people.taken->time <= *incident.resolved);
    taken_.add(has_taken ? std::optional(people.taken->time - incident.first) : std::nullopt);
  }

  const std::optional<incident::PeopleOf>& people_;
  Delays told_, taken_, over_;
};

// The alerts of one budget, and what is told of them.
class Alternative {
 public:
  // No budget: the alerts as they were.
  Alternative(std::optional<double> budget, const Order& order)
      : order_(order),
        threshold_(budget ? std::optional(threshold_of(*budget)) : std::nullopt),
        teller_(settings_, state_, [this](const incident::Event& event) { told(event); }) {
    settings_.rules = order.rules;
    result_.budget = budget;
  }
  Alternative(const Alternative&) = delete;
  Alternative& operator=(const Alternative&) = delete;

  // `record` is changed to what it would be. in_force: the threshold of its model, where that is known.
  void push(Record& record, const Scored& was, std::optional<double> in_force) {
    decide(record, was, in_force);
    last_ = record.time;
    teller_.push(record, incident::group_of(record, {}), record.time);
  }

  [[nodiscard]] AtBudget finish() {
    if (last_) teller_.tick(*last_ + 60);
    for (const auto* all : {&state_.closed, &state_.incidents}) {
      for (const Incident& incident : *all) count(incident);
    }
    return result_;
  }

 private:
  void decide(Record& record, const Scored& was, std::optional<double> in_force) {
    record.scored.decision = was.decision;
    record.scored.severity = was.severity;
    if (!threshold_ || !in_force || !was.surprise) return;
    const bool is_alert = alerts(record, was, *in_force);
    record.scored.decision = is_alert ? Decision::alert : Decision::approve;
    record.scored.severity = !is_alert                                         ? Severity::none
                             : *was.surprise >= *threshold_ + critical_margin ? Severity::critical
                                                                              : Severity::warning;
  }

  bool alerts(const Record& record, const Scored& was, double in_force) {
    if (*threshold_ < in_force) result_.is_rough = true;
    const bool was_alert = was.decision == Decision::alert;
    if (!was_alert && *was.surprise < *threshold_) return false;
    const auto at = last_alert_.try_emplace({was.key, record.status}, record.time - 2 * calm).first;
    const bool goes_on = was_alert && *was.surprise < in_force && record.time - at->second <= calm;
    // One too small to alert was cut to just below the threshold, or stands for a whole of which it is a part.
    const bool is_cut = !was_alert && *was.surprise > in_force - 1.1 * cut_below_threshold;
    const bool is_hit = *was.surprise >= *threshold_ && !is_cut;
    if (is_hit || goes_on) at->second = record.time;
    return is_hit || goes_on;
  }

  [[nodiscard]] bool is_asked_for(const Incident& incident) const {
    const std::string_view key = order_.filter.key();
    return (key.empty() || incident.group == key) &&
           std::ranges::any_of(incident.parts, [&](const auto& part) { return order_.filter.takes_status(part.status); });
  }

  void told(const incident::Event& event) {
    if (!event.tell || event.time < order_.period.begin) return;
    if (event.what == incident::What::digest || is_asked_for(event.incident)) ++result_.messages;
  }

  void count(const Incident& incident) {
    if (!order_.period.holds(incident.first) || !is_asked_for(incident)) return;
    ++result_.incidents;
    if (incident.severity == Severity::critical) ++result_.critical;
  }

  const Order& order_;
  std::optional<double> threshold_;
  AtBudget result_;
  incident::Settings settings_;
  incident::State state_;
  incident::Teller teller_;
  std::map<std::pair<std::string, std::string>, LocalSeconds> last_alert_;  // by key and status
  std::optional<LocalSeconds> last_;
};

// The days that have data, and what other budgets would have told.
class Again {
 public:
  Again(const Order& order, const std::vector<ModelBudget>& models) : order_(order), models_(models) {
    all_.push_back(std::make_unique<Alternative>(std::nullopt, order));
    for (const double budget : other_budgets) all_.push_back(std::make_unique<Alternative>(budget, order));
  }

  void push(const Record& record) {
    has_surprise_ = has_surprise_ || (record.scored.surprise && in_force(record.time));
    if (record.time >= order_.period.begin) cover(minute_begin(record.time));
    changed_ = record;
    for (const auto& one : all_) one->push(changed_, record.scored, in_force(record.time));
  }

  void finish(Review& review) {
    if (last_minute_) covered_ += 60;
    for (const auto& one : all_) review.budgets.push_back(one->finish());
    if (!has_surprise_) review.budgets.clear();
    review.days = static_cast<double>(covered_) / seconds_a_day;
  }

 private:
  void cover(LocalSeconds minute) {
    if (last_minute_) covered_ += std::min(minute - *last_minute_, longest_pause);
    last_minute_ = minute;
  }
  // The threshold of the model whose rows these are: one takes the stream over from the other.
  [[nodiscard]] std::optional<double> in_force(LocalSeconds time) const {
    std::optional<double> budget;
    for (const ModelBudget& model : models_) {
      if (model.first <= time || &model == &models_.front()) budget = model.budget;
    }
    return budget ? std::optional(threshold_of(*budget)) : std::nullopt;
  }

  const Order& order_;
  const std::vector<ModelBudget>& models_;
  std::vector<std::unique_ptr<Alternative>> all_;
  Record changed_;
  bool has_surprise_ = false;
  std::optional<LocalSeconds> last_minute_;
  LocalSeconds covered_ = 0;
};

void share_days(Review& review) {
  std::int64_t rows = 0;
  for (const ModelBudget& model : review.models) rows += model.rows;
  double expected = 0;
  bool is_known = rows > 0;
  for (ModelBudget& model : review.models) {
    model.days = review.days * static_cast<double>(model.rows) / static_cast<double>(rows);
    is_known = is_known && model.budget;
    if (is_known) expected += *model.budget * static_cast<double>(model.rows) / static_cast<double>(rows);
  }
  if (is_known) review.budget = expected;
}

}  // namespace

Review review(Source& source, const Order& order, const Report& report) {
  Review review;
  review.models = source.budgets(order.period);
  review.is_of_all = order.filter.statuses.empty() && order.filter.key().empty() &&
                     order.rules.min_severity <= Severity::warning;
  Response response(report.people);
  for (const Incident& incident : report.incidents) {
    if (order.period.holds(incident.first)) response.add(incident, review);
  }
  response.sum_up(review);
  const bool is_judged = source.is_judged();
  const LocalSeconds from = source.quiet_before(order.period.begin, incident::Replay::quiet_minutes(order.rules));
  Again again(order, review.models);
  source.records({std::min(from, order.period.begin), order.period.end}, [&](const Record& record) {
    if (!is_judged || record.scored.expected) again.push(record);
  });
  again.finish(review);
  share_days(review);
  return review;
}

}  // namespace pos::report
