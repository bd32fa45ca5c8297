// SPDX-License-Identifier: MIT
#include "query/plot.hpp"

#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string_view>
#include <variant>

#include "base/error.hpp"
#include "base/text.hpp"
#include "render/svg/lines.hpp"

namespace pos::query {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t hour_seconds = 3600, day_seconds = 86'400;

double number_of(const sqlite::Value& value) {
  double number = unknown;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) number = static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) number = *real;
  return std::isfinite(number) ? number : unknown;
}

std::optional<std::int64_t> hour_of(std::string_view text) {
  if (text.size() != 3 || text[2] != 'h') return std::nullopt;
  const auto hour = parse_number<unsigned>(text.substr(0, 2));
  return hour && *hour < 24 ? std::optional<std::int64_t>(*hour * hour_seconds) : std::nullopt;
}

std::optional<unsigned> part(std::string_view text, std::size_t at, std::size_t length, unsigned most) {
  if (text.size() < at + length) return std::nullopt;
  const auto number = parse_number<unsigned>(text.substr(at, length));
  return number && *number <= most ? number : std::nullopt;
}

// `14:31` or `14:31:05`.
std::optional<std::int64_t> clock_of(std::string_view text) {
  const bool has_seconds = text.size() == 8 && text[5] == ':';
  if ((text.size() != 5 && !has_seconds) || text[2] != ':') return std::nullopt;
  const auto hour = part(text, 0, 2, 23), minute = part(text, 3, 2, 59);
  const auto second = has_seconds ? part(text, 6, 2, 59) : std::optional(0U);
  if (!hour || !minute || !second) return std::nullopt;
  return *hour * hour_seconds + *minute * std::int64_t{60} + *second;
}

// Times as the views of the history and SQLite's own functions write them: `2026-03-09`, with a clock behind it, or a
// clock alone.
std::optional<std::int64_t> time_of(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return clock_of(text);
  const auto year = part(text, 0, 4, 9999), month = part(text, 5, 2, 12), day = part(text, 8, 2, 31);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
  if (text.size() == 10) return days * day_seconds;
  if (text[10] != ' ' && text[10] != 'T') return std::nullopt;
  const auto clock = clock_of(text.substr(11));
  return clock ? std::optional(days * day_seconds + *clock) : std::nullopt;
}

// What all texts of the first column say, where they ascend; nothing where one does not.
template <typename Number, typename Parse>
std::vector<Number> ascending(const Plot& plot, Parse parse) {
  std::vector<Number> numbers;
  for (const std::string& label : plot.labels) {
    const auto number = parse(label);
    if (!number || (!numbers.empty() && *number <= numbers.back())) return {};
    numbers.push_back(*number);
  }
  return numbers;
}

void place(Plot& plot, const std::vector<std::int64_t>& times) {
  for (const std::int64_t time : times)
    plot.slot.push_back(static_cast<std::size_t>((time - plot.period.begin) / plot.step));
  plot.slots = static_cast<std::size_t>((plot.period.end - plot.period.begin) / plot.step);
}

bool place_hours(Plot& plot) {
  const auto times = ascending<std::int64_t>(plot, hour_of);
  if (times.empty()) return false;
  plot.kind = Plot::Slots::hours;
  plot.period = {0, day_seconds};
  plot.step = hour_seconds;
  place(plot, times);
  return true;
}

// The step is the longest that meets every time. Where that leaves more than three in four steps without a row, as
// between incidents, rows stand beside each other.
bool place_times(Plot& plot) {
  const auto times = ascending<std::int64_t>(plot, time_of);
  if (times.size() < 2) return false;
  std::int64_t step = 0;
  for (std::size_t i = 1; i < times.size(); ++i) step = std::gcd(step, times[i] - times[i - 1]);
  if ((times.back() - times.front()) / step >= static_cast<std::int64_t>(4 * times.size())) return false;
  plot.kind = Plot::Slots::times;
  plot.step = step;
  plot.period = {times.front(), times.back() + step};
  place(plot, times);
  return true;
}

void place_rows(Plot& plot) {
  plot.slots = plot.labels.size();
  plot.slot.resize(plot.slots);
  std::iota(plot.slot.begin(), plot.slot.end(), std::size_t{0});
}

bool grows(const Plot& plot) {
  const auto number = [](std::string_view text) { return parse_number<double>(text); };
  return !ascending<double>(plot, number).empty() || !ascending<std::int64_t>(plot, time_of).empty();
}

}  // namespace

std::string why_no_plot(const Table& table) {
  if (table.names.size() < 2)
    return "a chart needs two columns or more: what goes from left to right, such as time, and then numbers";
  for (std::size_t column = 1; column < table.names.size(); ++column) {
    if (has_text(table, column))
      return "a chart has numbers in all columns but the first: '" + printable(table.names[column], 100) +
             "' has text";
  }
  return {};
}

std::string not_drawn(const Plot& plot, Language language) {
  constexpr std::size_t most_names = 5;
  std::vector<std::string> names;
  for (std::size_t i = render::most_lines; i < plot.lines.size(); ++i) {
    if (names.size() < most_names) names.push_back(printable(plot.lines[i].name, 40));
  }
  if (names.empty()) return {};
  const auto others = static_cast<std::int64_t>(plot.lines.size() - render::most_lines - names.size());
  if (others == 0) return trf(language, "not drawn: {}", join(names, ", "));
  return trnf(language, "not drawn: {} and {} other column", "not drawn: {} and {} other columns", others,
              join(names, ", "), others);
}

Plot make_plot(const Table& table) {
  if (const std::string why = why_no_plot(table); !why.empty()) throw Error(Fault::usage, "--chart: " + why);
  Plot plot;
  plot.across = table.names[0];
  for (std::size_t row = 0; row < table.rows(); ++row) plot.labels.push_back(shown_text(table.at(row, 0)));
  for (std::size_t column = 1; column < table.names.size(); ++column) {
    plot.lines.push_back({table.names[column], {}});
    for (std::size_t row = 0; row < table.rows(); ++row)
      plot.lines.back().values.push_back(number_of(table.at(row, column)));
  }
  const bool has_times = place_hours(plot) || place_times(plot);
  if (!has_times) place_rows(plot);
  plot.ascends = has_times || grows(plot);
  return plot;
}

std::vector<double> by_slot(const Plot& plot, const PlotLine& line) {
  std::vector<double> values(plot.slots, unknown);
  for (std::size_t row = 0; row < line.values.size(); ++row) values[plot.slot[row]] = line.values[row];
  return values;
}

}  // namespace pos::query
