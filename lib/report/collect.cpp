// SPDX-License-Identifier: MIT
#include "report/collect.hpp"

#include <algorithm>
#include <utility>

#include "base/count.hpp"
#include "incident/replay.hpp"

namespace pos::report {
namespace {

// Statuses that the filter leaves out are not shown; what the others cost stays the same.
void filter_parts(incident::Incident& incident, const Filter& filter) {
  std::erase_if(incident.parts, [&](const incident::Part& part) { return !filter.takes_status(part.status); });
}

std::vector<incident::Incident> incidents_of(Source& source, const Order& order, incident::Replay& replay) {
  std::vector<incident::Incident> incidents = replay.finish();
  const std::string_view key = order.filter.key();
  std::erase_if(incidents, [&](incident::Incident& incident) {
    if (!key.empty() && incident.group != key) return true;
    filter_parts(incident, order.filter);
    return incident.last < minute_begin(order.period.begin) || incident.parts.empty();
  });
  incident::recognise(incidents, source.stored_incidents(order.period));
  std::ranges::stable_sort(incidents, {}, &incident::Incident::first);
  return incidents;
}

// The same day of the week shows what is usual at a glance. Of longer periods it would be the half of a page's data.
std::optional<LastWeek> last_week_of(Source& source, const Order& order) {
  constexpr LocalSeconds day = 86'400, most = 2 * day;
  const LocalSeconds length = order.period.end - order.period.begin;
  if (order.keep != Keep::records || length > most) return std::nullopt;
  LastWeek week;
  week.begin = order.period.begin - ((order.period.begin % week.step) + week.step) % week.step;
  const auto steps = static_cast<std::size_t>((order.period.end - week.begin + week.step - 1) / week.step);
  source.records(earlier(order.period, 7), [&](const Record& record) {
    if (!order.filter.takes(record)) return;
    auto at = week.counts.find(record.status);
    if (at == week.counts.end()) at = week.counts.try_emplace(record.status, steps).first;
    add_count(at->second[static_cast<std::size_t>((record.time + 7 * day - week.begin) / week.step)], record.count);
  });
  return week.counts.empty() ? std::nullopt : std::optional(std::move(week));
}

}  // namespace

Report collect(Source& source, const Order& order) {
  const Period& period = order.period;
  const bool is_judged = source.is_judged();
  incident::Replay replay(order.rules);
  Collector collector(period, order.filter, step_for(period), order.keep, order.rules.volume, order.now);
  if (order.most_points > 0) collector.keep_at_most(order.most_records, order.most_points);
  const bool has_keys = source.has_keys();
  if (!order.filter.by.empty() || (has_keys && order.keep == Keep::records)) collector.count_keys();
  if (order.describe) collector.describe();
  const LocalSeconds from = source.quiet_before(period.begin, incident::Replay::quiet_minutes(order.rules));
  const bool has_amounts = source.has_amounts();
  if (has_amounts) replay.know_amounts(source.amounts_before(std::min(from, period.begin), order.rules.volume));
  std::size_t kept = 0;
  source.records({std::min(from, period.begin), period.end}, [&](const Record& record) {
    if (!is_judged || record.scored.expected) replay.push(record);
    if (record.time < period.begin) return;
    const bool is_kept = order.keep == Keep::records && order.most_points == 0 && order.filter.takes(record);
    if (is_kept && ++kept > order.most_records) throw TooManyRecords();
    if (order.see && order.filter.takes(record)) order.see(record);
    collector.add(record);
  });
  Report report = collector.finish(incidents_of(source, order, replay));
  report.last_week = last_week_of(source, order);
  report.has_keys = has_keys;
  report.has_places = source.has_places();
  report.has_amounts = has_amounts;
  if (order.now) {
    report.last_row = source.last_row(period, *order.now);
    report.newest = source.newest_row(period, *order.now);
  }
  report.is_of_nothing = !report.last_record && source.is_empty();
  return report;
}

}  // namespace pos::report
