// SPDX-License-Identifier: MIT
#include "model/knowledge.hpp"

#include <algorithm>

namespace pos::model {
namespace {

std::vector<Knowledge::Rate> rates_of(const HistoryDays& days, const std::string& volume) {
  const std::vector<double>& totals = days.totals();
  double sum = 0.0;
  for (const double total : totals) sum += total;
  std::vector<Knowledge::Rate> rates;
  for (std::size_t id = 0; id < totals.size(); ++id) {
    if (totals[id] > 0) rates.push_back({days.statuses()[id], totals[id], totals[id] / sum});
  }
  std::ranges::sort(rates, [&](const Knowledge::Rate& a, const Knowledge::Rate& b) {
    if ((a.status == volume) != (b.status == volume)) return a.status == volume;
    return a.transactions != b.transactions ? a.transactions > b.transactions : a.status < b.status;
  });
  return rates;
}

void append_period(JsonObject& object, const Period& period) {
  object.text("from", to_date_time(period.begin)).text("to", to_date_time(period.end));
}

void append_told(std::string& out, const HeldOut::Told& told) {
  JsonObject object(out);
  append_period(object, told.period);
  if (!told.key.empty()) object.text("key", told.key);
  object.text("status", told.statuses).text("severity", severity_name(told.severity)).text("reason", told.reason);
  object.end();
}

void append_held_out(std::string& out, const HeldOut& held) {
  JsonObject object(out);
  append_period(object, held.period);
  object.real("days", held.days()).real("days_before", static_cast<double>(held.minutes_before) / minutes_per_day);
  object.real("incidents_per_day", held.a_day()).array("incidents", held.incidents, append_told).end();
}

void append_rate(std::string& out, const Knowledge::Rate& rate) {
  JsonObject(out).text("status", rate.status).real("transactions", rate.transactions).real("share", rate.share).end();
}

void append_gap(std::string& out, const HistoryGap& gap) {
  JsonObject object(out);
  append_period(object, gap.period);
  object.number("minutes", gap.minutes).end();
}

void append_odd(std::string& out, const OddDay& odd) {
  JsonObject object(out);
  object.text("day", to_date_time(odd.day * 86'400).substr(0, 10)).text_or_null("status", odd.status);
  object.real("times", odd.times).end();
}

}  // namespace

// Of a whole day it is known at the next midnight, which may not have come.
bool knows_curve(Monitor monitor) {
  constexpr std::int64_t nearly_a_day = 23 * 60;
  if (monitor.has_profile() || monitor.age() < nearly_a_day) return monitor.has_profile();
  const std::int64_t day = day_of(*monitor.last_minute() + monitor.offset()) + 1;
  monitor.step({day * minutes_per_day - monitor.offset(), monitor.offset()}, {}, Report::nothing);
  return monitor.has_profile();
}

Knowledge know(const Model& model, const History& history, const Coverage& coverage, const HistoryDays& days) {
  constexpr std::int64_t half_a_day = minutes_per_day / 2;
  const Monitor& monitor = *model.monitor;
  Knowledge known;
  known.minutes = coverage.minutes();
  known.left_out = coverage.left_out();
  known.rows = static_cast<std::int64_t>(history.size());
  known.dated = history.first().dated() && history.last().dated();
  known.span = coverage.span();
  // The monitor has a curve of a day that is but a gap, too.
  known.daily_curve = known.minutes >= half_a_day && knows_curve(monitor);
  known.weekdays = coverage.weekdays();
  known.volume = monitor.parameters().volume;
  known.rates = rates_of(days, known.volume);
  const bool is_sum = known.volume == every_status;
  for (const Knowledge::Rate& rate : known.rates) {
    if ((is_sum || rate.status == known.volume) && known.minutes > 0)
      known.volume_a_minute += rate.transactions / static_cast<double>(known.minutes);
  }
  known.budget = monitor.parameters().budget;
  if (model.keys)
    known.keys = {model.keys->families(), static_cast<std::int64_t>(model.keys->keys_with_rows()),
                  model.keys->surcharge()};
  known.gaps = coverage.gaps();
  known.odd_days = days.odd_days(known.volume);
  return known;
}

void add_knowledge(JsonObject& object, const Knowledge& known) {
  object.real("days", static_cast<double>(known.minutes) / minutes_per_day);
  object.real("days_left_out", static_cast<double>(known.left_out) / minutes_per_day);
  append_period(object, known.span);
  object.boolean("daily_curve", known.daily_curve);
  JsonObject weekdays(object.member("weekdays"));
  weekdays.number("seen_once", known.weekdays.once).number("seen_twice", known.weekdays.twice);
  weekdays.number("left_out", known.weekdays.left_out).end();
  object.real("volume_per_minute", known.volume_a_minute).array("rates", known.rates, append_rate);
  known.held_out ? append_held_out(object.member("held_out"), *known.held_out) : void(object.raw("held_out", "null"));
  object.array("gaps", known.gaps, append_gap).array("odd_days", known.odd_days, append_odd);
}

}  // namespace pos::model
