// SPDX-License-Identifier: MIT
#include "causes.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "checkout/closed_weekday.hpp"
#include "checkout/day_events.hpp"
#include "incidents.hpp"

namespace pos::tools {
namespace {

// Events of a day, in its minutes. One without an end is a moment, but for what is a state of the shop.
std::vector<checkout::DayEvent> events_of(const std::vector<Event>& events, std::int32_t day) {
  constexpr std::size_t most = 24;
  const LocalSeconds begin = LocalSeconds{day} * 86'400, end = begin + 86'400;
  std::vector<checkout::DayEvent> found;
  for (const Event& event : events) {
    const bool is_state = event.kind == "closed" || event.kind == "holiday" || event.kind == "promotion";
    for (const Occurrence& one : occurrences(event, {begin, end}, most)) {
      const LocalSeconds to = std::min(one.to.value_or(is_state ? end : one.from), end);
      if (to < begin) continue;
      found.push_back({static_cast<int>(std::max<LocalSeconds>(one.from - begin, 0) / 60),
                       static_cast<int>((to - begin + 59) / 60), event.name, event.kind});
    }
  }
  return found;
}

std::string date_text(std::int32_t day, Language language) {
  return date_in_language(language, to_date_time(LocalSeconds{day} * 86'400).substr(0, 10));
}

// Which transactions are asked of a day, or why there are none.
std::string transactions_asked(const StoredDays& history, const HourlyTable& table, bool any, Language language) {
  const std::string date = date_text(*table.day, language);
  if (any && !table.is_day_assumed) return trf(language, "Transactions of {} in {}:", date, history.name());
  if (any)
    return trf(language,
               history.is_one_day() ? marked("Transactions of {} in {}, the only day it has:")
                                    : marked("Transactions of {} in {}, the last day it has:"),
               date, history.name());
  return trf(language, "No transactions of {} in {}, which has those of {} to {}: nothing says why.", date,
             history.name(), date_text(history.first_day(), language), date_text(history.last_day(), language));
}

// Told before all else; the headline has it, too, so it is not told twice where that stands.
void add_incidents(StoredDays& history, std::span<const checkout::DayEvent> events, checkout::DayReport& day,
                   Language language) {
  day.incidents = incidents_of(history, *day.table.day, events, language);
  if (!day.incidents) return;
  const checkout::StoredIncidents& found = *day.incidents;
  checkout::Insight insight{"incidents",
                            trf(language, "{} has {}. See: {}", found.history, found.text, found.command),
                            {{"incidents", static_cast<double>(found.count)},
                             {"critical", static_cast<double>(found.critical)}}};
  if (found.lost) insight.figures.emplace_back("lost", *found.lost);
  day.insights.insert(day.insights.begin(), std::move(insight));
}

// A shop that is closed on Sundays need not say so: its history does. What people say goes first.
void add_closed_weekday(const checkout::Transactions& transactions, std::vector<checkout::DayEvent>& events,
                        Language language) {
  const auto is_closed = [](const checkout::DayEvent& event) { return event.kind == "closed"; };
  if (std::any_of(events.begin(), events.end(), is_closed)) return;
  if (auto closed = checkout::closed_weekday(transactions, language)) events.push_back(std::move(*closed));
}

void find_causes(StoredDays* history, std::vector<checkout::DayEvent>& events, checkout::DayReport& day,
                 Language language) {
  std::optional<checkout::Transactions> transactions;
  if (history != nullptr) {
    transactions = history->transactions(*day.table.day);
    day.asked = transactions_asked(*history, day.table, transactions.has_value(), language);
    if (transactions) add_closed_weekday(*transactions, events, language);
  }
  day.causes = checkout::causes_of(*day.test, transactions ? &*transactions : nullptr, events, language);
}

void add_event_insights(std::span<const checkout::DayEvent> events, checkout::DayReport& day, Language language) {
  auto told = checkout::tell_events(*day.test, events, language);
  if (day.causes->day) told.push_back({"day", trf(language, "All day: {}.", day.causes->day->text), {}, false});
  day.insights.insert(day.insights.begin(), told.begin(), told.end());
}

}  // namespace

void add_causes(StoredDays* history, const std::vector<Event>& events, checkout::Report& report) {
  for (checkout::DayReport& day : report.days) {
    if (!day.table.day) continue;
    const std::vector<checkout::DayEvent> of_day = events_of(events, *day.table.day);
    std::vector<checkout::DayEvent> known = of_day;
    if (day.test) find_causes(history, known, day, report.language);
    checkout::tell_known_hours(day, known, report.language);
    if (day.test) add_event_insights(of_day, day, report.language);
    if (history != nullptr) add_incidents(*history, known, day, report.language);
  }
}

}  // namespace pos::tools
