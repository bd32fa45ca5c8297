// SPDX-License-Identifier: MIT
#include "stored_days.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "checkout/wording.hpp"
#include "report/collect.hpp"
#include "report/history_source.hpp"

namespace pos::tools {
namespace {

LocalSeconds begin_of(std::int32_t day) { return LocalSeconds{day} * 86'400; }

constexpr LocalSeconds hour_seconds = 3600;
constexpr std::int32_t days_before = 35, days_after = 7;  // whose transactions say what is usual

std::string date_text(std::int32_t day) { return to_date_time(begin_of(day)).substr(0, 10); }

double volume_of(const checkout::DayOfTransactions::Counts& counts, const std::string& volume) {
  double sum = 0;
  for (const auto& [status, count] : counts) sum += volume == every_status || status == volume ? count : 0;
  return sum;
}

std::vector<int> unknown_hours(const checkout::HourlySales& sales, int end) {
  std::vector<int> unknown;
  for (int hour = 0; hour < end; ++hour) {
    if (std::isnan(sales[static_cast<std::size_t>(hour)])) unknown.push_back(hour);
  }
  return unknown;
}

// How many half hours a clock on the wall shows of this hour of the day: some zones change by half an hour.
int halves_shown(const Zone& zone, std::int32_t day, int hour) {
  int shown = 0;
  for (const int minute : {15, 45}) {
    LocalTime asked;
    asked.day = day;
    asked.second_of_day = hour * 3600 + minute * 60;
    const LocalTime settled = zone.settle(asked);
    shown += settled.clock == LocalTime::Clock::twice ? 2 : zone.local(minute_of(settled)) == asked ? 1 : 0;
  }
  return shown;
}

// The first hour with a transaction; 24: there is none.
std::ptrdiff_t first_hour(const checkout::DayOfTransactions& day) {
  const auto found =
      std::find_if(day.hours.begin(), day.hours.end(), [](const auto& counts) { return !counts.empty(); });
  return found - day.hours.begin();
}

}  // namespace

StoredDays::StoredDays(const std::string& path, const std::string& stream, const Zone& zone, LocalSeconds now)
    : reader_(path, stream),
      zone_(zone),
      path_(path),
      stream_(stream),
      name_(path.substr(path.rfind('/') + 1)),
      now_(now) {
  if (!stream.empty()) name_ += " (" + printable(stream) + ")";
  const auto span = reader_.span();
  if (!span) throw Error(Fault::bad_data, path + ": has no transactions");
  first_ = span->first;
  last_ = std::max(first_, reader_.newest_believed(now).value_or(span->last));
}

std::int32_t StoredDays::or_last(std::int32_t day) const {
  const bool is_ahead = last_ > now_ + believed_ahead;
  const bool is_old = last_ < begin_of(day - 2);
  return is_ahead || is_old || is_one_day() ? last_day() : day;
}

StoredDays::TableDay StoredDays::day_of(int last_hour) const {
  const bool may_be_today = last_hour < (now_ - begin_of(today())) / hour_seconds;
  const std::int32_t by_clock = may_be_today ? today() : today() - 1;
  const std::int32_t day = or_last(by_clock);
  return {day, is_one_day() || day != by_clock};
}

std::int32_t StoredDays::day_to_report() const {
  constexpr LocalSeconds least_hours = 3;
  const bool too_early = now_ - begin_of(today()) < least_hours * hour_seconds;
  return or_last(too_early ? today() - 1 : today());
}

int StoredDays::minutes_over(std::int32_t day) const {
  const LocalSeconds begin = begin_of(day);
  const LocalSeconds end = std::max(now_, last_ + 60);
  return static_cast<int>(std::clamp<LocalSeconds>((end - begin) / 60, 0, checkout::minutes_of_day));
}

StoredDays::Days StoredDays::days(std::int32_t from, std::int32_t to, Sums sums) {
  Days found;
  (reader_.*sums)({begin_of(from), begin_of(to)}, hour_seconds, [&](const history::Reader::Count& count) {
    const auto day = static_cast<std::int32_t>(count.begin / day_seconds);
    const auto hour = static_cast<std::size_t>(count.begin % day_seconds / hour_seconds);
    checkout::DayOfTransactions& one = found[day];
    one.day = day;
    one.hours[hour][std::string(count.status)] += count.count;
  });
  return found;
}

// The last day may go on, and the first one may have begun before the history: it counts where other days begin as
// late.
void StoredDays::leave_out_parts(Days& days) const {
  if (minutes_over(last_day()) < checkout::minutes_of_day) days.erase(last_day());
  const auto first = days.find(first_day());
  if (first == days.end() || days.size() < 2) return;
  std::ptrdiff_t earliest = 24;
  for (auto day = std::next(first); day != days.end(); ++day) earliest = std::min(earliest, first_hour(day->second));
  if (first_hour(first->second) > earliest + 1) days.erase(first);
}

std::optional<checkout::Transactions> StoredDays::transactions(std::int32_t day) {
  checkout::Transactions found;
  found.volume = reader_.volume().value_or("approved");
  found.day.day = day;
  const LocalSeconds begin = begin_of(day);
  reader_.counts({begin, begin + day_seconds}, 60, [&](const history::Reader::Count& count) {
    const auto minute = static_cast<std::size_t>((count.begin - begin) / 60);
    found.came.set(minute);
    found.day.hours[minute / 60][std::string(count.status)] += count.count;
  });
  Days others = days(day - days_before, day + 1 + days_after);
  const bool collected = others.lower_bound(day - 2) != others.upper_bound(day);
  if (!collected) return std::nullopt;
  leave_out_parts(others);
  others.erase(day);
  for (auto& [number, other] : others) found.others.push_back(std::move(other));
  if (day == first_day()) found.from = static_cast<int>((first_ - begin) / 60);
  found.to = std::max(found.from, minutes_over(day));
  found.ends = last_day() <= day;
  // Nobody collected any for a day since: what did not come then is no silence.
  if (last_day() == day && now_ - last_ > day_seconds) found.to = static_cast<int>((last_ - begin) / 60) + 1;
  return found;
}

std::string StoredDays::why_not(std::int32_t day) const {
  return name_ + " has no transactions of " + date_text(day) + ": it has those of " + date_text(first_day()) +
         (is_one_day() ? "" : " to " + date_text(last_day()));
}

std::string StoredDays::without_amounts(std::int32_t day, const std::vector<int>& hours) {
  if (!reader_.has_amounts()) return name_ + ": its transactions have no amounts: pos-score keeps those of a column amount";
  return name_ + ": not all transactions of " + date_text(day) + " have an amount: " + checkout::hour_ranges(hours);
}

report::Report StoredDays::report(std::int32_t day) {
  report::HistorySource source(reader_);
  report::Order order;
  order.period = {begin_of(day), begin_of(day) + day_seconds};
  order.rules.volume = source.volume();
  return report::collect(source, order);
}

std::optional<report::LastRow> StoredDays::overdue_since(std::int32_t day) {
  if (day != today()) return std::nullopt;
  report::HistorySource source(reader_);
  const auto last = source.last_row({begin_of(day), now_ + 60}, now_);
  return last && last->overdue ? last : std::nullopt;
}

std::string StoredDays::report_command(std::int32_t day, std::string_view part) const {
  return "pos-report -b " + shell_word(path_) + (stream_.empty() ? "" : " --stream " + shell_word(stream_)) + " -s " +
         date_text(day) + " -r " + std::string(part);
}

StoredDays::Changed StoredDays::follow_clocks(checkout::HourlySales& of_day, std::int32_t day, bool is_money) const {
  Changed changed;
  for (int hour = 0; hour < 24; ++hour) {
    double& sales = of_day[static_cast<std::size_t>(hour)];
    const int halves = halves_shown(zone_, day, hour);
    if (halves == 0) sales = std::numeric_limits<double>::quiet_NaN();
    if (halves == 0 || halves == 2) continue;
    sales = sales * 2 / halves;
    if (!is_money) sales = std::round(sales);  // a count is whole
    (halves == 4 ? changed.doubled : changed.scaled).push_back(hour);
  }
  return changed;
}

checkout::TableOfDays StoredDays::table(std::int32_t day, bool is_money) {
  const std::string volume = reader_.volume().value_or("approved");
  Days found = days(day - 30, day + 1, is_money ? &history::Reader::amounts : &history::Reader::counts);
  if (found.lower_bound(day - 2) == found.end()) throw Error(Fault::bad_data, why_not(day));
  const int hours_over = minutes_over(day) / 60;
  if (hours_over == 0) throw Error(Fault::bad_data, name_ + ": no hour of " + date_text(day) + " is over");
  checkout::DayOfTransactions today = found[day];
  leave_out_parts(found);
  found[day] = std::move(today);
  std::map<std::int32_t, checkout::HourlySales> sales;
  Changed changed;
  for (const auto& [number, one] : found) {
    checkout::HourlySales& of_day = sales[number];
    for (const auto& counts : one.hours) of_day.push_back(volume_of(counts, volume));
    const std::vector<int> unknown = unknown_hours(of_day, number == day ? hours_over : 24);
    if (!unknown.empty()) {
      if (number == day) throw Error(Fault::bad_data, without_amounts(day, unknown));
      sales.erase(number);
      continue;
    }
    Changed of_clocks = follow_clocks(of_day, number, is_money);
    if (number == day) changed = std::move(of_clocks);
  }
  checkout::TableOfDays made = checkout::table_of(sales, day, hours_over);
  made.halved = std::move(changed.doubled);
  made.scaled = std::move(changed.scaled);
  made.table.name = name_ + ", " + date_text(day) + (is_money ? ", amounts" : "");
  made.table.is_money = is_money;
  return made;
}

}  // namespace pos::tools
