// SPDX-License-Identifier: MIT
#include "read/hourly_reader.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/amount.hpp"
#include "read/csv_cells.hpp"
#include "read/csv_rows.hpp"
#include "read/hour_of_day.hpp"

namespace pos::read {
namespace {

constexpr double largest = 9007199254740992;  // 2^53
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

struct HourlyCell {
  std::string text;
  Amount amount;

  [[nodiscard]] bool empty() const { return text.empty(); }
};

// A row with an hour, and cells that are numbers or empty; where the time is, no cell.
struct HourlyRow {
  int hour = 0;
  std::int64_t line = 0;
  std::string raw;
  std::vector<HourlyCell> cells;
  std::vector<double> values;
};

// What may be done by hand with a number that says two things.
std::string two_meanings(std::string_view text) {
  const bool point = text.find('.') != std::string_view::npos;
  std::string whole(text);
  std::erase(whole, point ? '.' : ',');
  std::string decimals(text);
  if (!point) std::replace(decimals.begin(), decimals.end(), ',', '.');
  return "may have thousands or decimals: write " + whole + " or " + decimals + "0";
}

// The rows of one file. Some can be judged only when all are seen: whether `1.234` has thousands, and whether an empty
// `today` is a hole or an hour to come.
class HourlyRows {
 public:
  HourlyRows(LineBuffer& lines, std::string name, const HourlyOptions& options, BadRowHandler on_bad)
      : name_(std::move(name)), rows_(lines, name_, std::move(on_bad)), mark_(rows_.delimiter()) {
    if (rows_.names().empty()) throw Error(Fault::bad_data, name_ + ": is empty");
    const std::string problem = find_hourly_columns(rows_.names(), options.columns, header_);
    if (!problem.empty()) refuse(rows_.header_line(), problem);
    if (columns().size() > most_hourly_columns)
      refuse(rows_.header_line(), "more than " + std::to_string(most_hourly_columns) + " columns beside the time");
    const auto today = std::find(header_.names.begin(), header_.names.end(), "today");
    if (today != header_.names.end()) today_ = static_cast<std::size_t>(today - header_.names.begin());
  }

  void read() {
    CsvRows::Raw raw;
    while (rows_.next(raw)) {
      if (const std::string reason = take(raw); !reason.empty()) rows_.reject(raw.line, raw.text, reason);
    }
    find_end();
    std::erase_if(kept_, [this](HourlyRow& row) {
      const std::string reason = settle(row);
      if (!reason.empty()) rows_.reject(row.line, row.raw, reason);
      return !reason.empty();
    });
  }

  // Hours that have no row, not even a bad one.
  void fill_with_zeros() {
    for (int hour = 0; hour <= end_.value_or(23); ++hour) {
      if (seen_[static_cast<std::size_t>(hour)]) continue;
      kept_.push_back({hour, 0, {}, {}, std::vector<double>(header_.names.size(), 0.0)});
    }
  }

  [[nodiscard]] HourlyTable table() && {
    if (kept_.empty()) throw Error(Fault::bad_data, name_ + ": has no row that can be used");
    std::sort(kept_.begin(), kept_.end(), [](const HourlyRow& a, const HourlyRow& b) { return a.hour < b.hour; });
    HourlyTable table{name_, {}, {}};
    table.day = day();
    for (const HourlyRow& row : kept_) table.hours.push_back(row.hour);
    for (const std::size_t column : columns()) {
      HourlyColumn& to = table.columns.emplace_back(HourlyColumn{header_.names[column], {}});
      for (const HourlyRow& row : kept_) to.values.push_back(row.values[column]);
    }
    return table;
  }

 private:
  [[noreturn]] void refuse(std::int64_t line, const std::string& reason) const {
    throw Error(Fault::bad_data, name_ + ":" + std::to_string(line) + ": " + reason);
  }

  [[nodiscard]] bool is_time(std::size_t column) const {
    return std::find(header_.time.begin(), header_.time.end(), column) != header_.time.end();
  }

  // All but the time.
  [[nodiscard]] std::vector<std::size_t> columns() const {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < header_.names.size(); ++i) {
      if (!is_time(i)) columns.push_back(i);
    }
    return columns;
  }

  [[nodiscard]] std::string time_of(const std::vector<std::string>& cells) const {
    std::string time;
    for (const std::size_t column : header_.time) {
      if (column < cells.size()) (time += time.empty() ? "" : " ") += cells[column];
    }
    return time;
  }

  // What is wrong with a row; empty: nothing, and it is kept.
  std::string take(const CsvRows::Raw& raw) {
    std::vector<std::string> cells = cells_of(raw);
    const std::string text = time_of(cells);
    std::string problem;
    const auto time = parse_hour_of_day(text, problem);
    if (time) seen_[static_cast<std::size_t>(time->hour)] = true;
    const std::size_t expected = header_.names.size();
    if (cells.size() != expected) return wrong_cell_count(cells.size() < expected, expected);
    if (!time) return problem;
    check_day(*time, text, raw.line);
    for (const HourlyRow& before : kept_) {
      if (before.hour != time->hour) continue;
      return hour_text(time->hour) + " is there already, in line " + std::to_string(before.line);
    }
    HourlyRow row{time->hour, raw.line, std::string(raw.text), {}, {}};
    for (std::string& cell : cells) row.cells.push_back({std::move(cell), {}});
    return read_amounts(row);
  }

  std::vector<std::string> cells_of(const CsvRows::Raw& raw) {
    split_cells(raw.text, rows_.delimiter(), views_);
    std::vector<std::string> cells;
    std::string scratch;
    for (const std::string_view cell : views_) cells.emplace_back(trim(cell_text(cell, scratch)));
    return cells;
  }

  // A file is of one day: hours of two of them would be taken for one.
  void check_day(const HourOfDay& time, const std::string& text, std::int64_t line) {
    if (!time.date) return;
    if (!date_) date_line_ = line;
    if (!date_) date_ = time.date;
    if (date_ == time.date) return;
    refuse(line, "time '" + printable(text) + "' has another date than line " + std::to_string(date_line_) +
                     ": a file holds one day: write each day to a file of its own, and give them as FILE and FILE2");
  }

  // A date with the year in front says which of its numbers is the month.
  [[nodiscard]] std::optional<std::int32_t> day() const {
    constexpr unsigned first_year = 1000;
    if (!date_ || (*date_)[0] < first_year) return std::nullopt;
    const auto& [year, month, of_month] = *date_;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                                           std::chrono::day(of_month)};
    if (!date.ok()) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
  }

  // An hour to come may lack all, or today alone.
  std::string read_amounts(HourlyRow& row) {
    const bool nothing = today_ && std::all_of(row.cells.begin(), row.cells.end(), [&](const HourlyCell& cell) {
                           return cell.empty() || is_time(static_cast<std::size_t>(&cell - row.cells.data()));
                         });
    for (const std::size_t column : columns()) {
      HourlyCell& cell = row.cells[column];
      if (cell.empty() && (nothing || column == today_)) continue;
      if (cell.empty()) return printable(header_.names[column]) + " is empty";
      cell.amount = parse_amount(cell.text);
      if (!cell.amount.by_point && !cell.amount.by_comma) return of(column, cell) + " is not a number";
    }
    for (const HourlyCell& cell : row.cells) mark_.see(cell.amount);
    kept_.push_back(std::move(row));
    return {};
  }

  [[nodiscard]] std::string of(std::size_t column, const HourlyCell& cell) const {
    return printable(header_.names[column]) + " '" + printable(cell.text) + "'";
  }

  // The last hour with a number of today, where hours without one follow.
  void find_end() {
    if (!today_ || kept_.empty()) return;
    int last = -1, latest = -1;
    for (const HourlyRow& row : kept_) {
      latest = std::max(latest, row.hour);
      if (!row.cells[*today_].empty()) last = std::max(last, row.hour);
    }
    if (last < 0) throw Error(Fault::bad_data, name_ + ": " + rows_.names()[*today_] + " is empty in every row");
    if (last < latest) end_ = last;
  }

  // Turns cells into values. What is wrong with the row; empty: nothing.
  [[nodiscard]] std::string settle(HourlyRow& row) const {
    row.values.assign(row.cells.size(), unknown);
    const bool to_come = end_ && row.hour > *end_;
    for (const std::size_t column : columns()) {
      const HourlyCell& cell = row.cells[column];
      if (cell.empty() && to_come) continue;
      if (cell.empty()) return printable(header_.names[column]) + " is empty";
      const auto value = mark_.value(cell.amount);
      if (!value) return of(column, cell) + " " + two_meanings(cell.text);
      if (std::abs(*value) > largest) return of(column, cell) + " is beyond 2^53";
      row.values[column] = *value;
    }
    return {};
  }

  std::string name_;
  CsvRows rows_;
  DecimalMark mark_;
  HourlyHeader header_;
  std::optional<std::size_t> today_;
  std::vector<std::string_view> views_;
  std::array<bool, 24> seen_{};  // in any row, good or bad
  std::optional<DateText> date_;
  std::int64_t date_line_ = 0;
  std::vector<HourlyRow> kept_;
  std::optional<int> end_;  // the day is not over: the last hour that is
};

}  // namespace

HourlyTable read_hourly(ByteSource& source, const std::string& name, const HourlyOptions& options,
                        BadRowHandler on_bad) {
  LineBuffer lines(source);
  if (const auto begin = lines.peek(1); begin.starts_with('{') || begin.starts_with('[')) {
    throw Error(Fault::bad_data,
                name + ": is JSON: make it CSV, such as with jq -r '[.time, .today] | @csv', below a header");
  }
  HourlyRows rows(lines, name, options, std::move(on_bad));
  rows.read();
  if (options.missing == MissingHour::zero) rows.fill_with_zeros();
  return std::move(rows).table();
}

}  // namespace pos::read
