// SPDX-License-Identifier: MIT
#include "report/history_source.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "incident/replay.hpp"

namespace pos::report {
namespace {

constexpr LocalSeconds day = 86'400;
constexpr LocalSeconds some_minutes = 600;
constexpr LocalSeconds some_days = 3 * day;

bool is_busy(history::Reader& reader, const Period& period) {
  return 2 * reader.minutes_with_rows(period) > (period.end - period.begin) / 60;
}

// Whether rows are usual at this time of the day.
bool is_busy_time(history::Reader& reader, LocalSeconds now, LocalSeconds first, LocalSeconds last) {
  const LocalSeconds end = minute_begin(now);
  int days = 0, busy = 0;
  const auto look_at = [&](std::initializer_list<int> days_ago) {
    for (const int ago : days_ago) {
      const Period then{end - some_minutes - ago * day, end - ago * day};
      if (then.begin < first) return;
      ++days;
      if (is_busy(reader, then)) ++busy;
    }
  };
  look_at({7, 14, 21, 28});
  if (days == 0) look_at({1, 2, 3, 4, 5, 6});
  constexpr LocalSeconds hour = 3600;
  return days > 0 ? 2 * busy >= days : is_busy(reader, {minute_begin(last) + 60 - hour, minute_begin(last) + 60});
}

}  // namespace

std::optional<LastRow> HistorySource::newest_row(const Period& period, LocalSeconds now) {
  if (now < period.begin || now > period.end) return std::nullopt;
  const auto span = reader_.span();
  const auto last = reader_.newest_real(now);
  if (!span || !last) return std::nullopt;
  // Rows of later today, as those of a file without dates: they say nothing of now.
  if (*last > now + believed_ahead) return std::nullopt;
  const LocalSeconds age = std::max<LocalSeconds>(now - *last, 0);
  const bool overdue = age > some_days || reader_.has_silence_after(*last, now) ||
                       (age > some_minutes && is_busy_time(reader_, now, span->first, *last));
  return LastRow{*last, age, overdue};
}

std::optional<LastRow> HistorySource::last_row(const Period& period, LocalSeconds now) {
  const auto newest = newest_row(period, now);
  if (!newest) return std::nullopt;
  if (newest->age > day && !reader_.has_silence_after(now - day, now)) return std::nullopt;
  return newest;
}

std::vector<ModelBudget> HistorySource::budgets(const Period& period) {
  std::vector<ModelBudget> all;
  for (history::ModelRows& model : reader_.models(period))
    all.push_back({std::move(model.name), model.first, model.rows, model.budget});
  return all;
}

std::vector<incident::Incident> all_incidents(history::Reader& reader, incident::Rules rules) {
  constexpr LocalSeconds some_hours = 6 * 3600;
  const auto span = reader.span();
  if (!span) return {};
  rules.volume = reader.volume().value_or(rules.volume);
  const bool is_judged = reader.is_judged();
  incident::Replay replay(rules);
  LocalSeconds read_to = span->first;
  const auto read = [&](LocalSeconds to) {
    reader.records({read_to, to}, [&](const Record& record) {
      if (!is_judged || record.scored.expected) replay.push(record);
    });
    read_to = to;
  };
  const bool has_amounts = reader.has_amounts();
  while (const auto alert = reader.next_alert(read_to)) {
    const LocalSeconds begin = minute_begin(*alert);
    if (has_amounts && begin > read_to) replay.know_amounts(reader.amounts_before(begin, rules.volume));
    read_to = std::max(read_to, begin);
    do {
      read(read_to + some_hours);
    } while (!replay.is_quiet() && read_to <= span->last);
  }
  std::vector<incident::Incident> incidents = replay.finish();
  incident::recognise(incidents, reader.stored_incidents({span->first, span->last + 1}));
  return incidents;
}

}  // namespace pos::report
