// SPDX-License-Identifier: MIT
#include "checkout/day_shape.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string_view>

#include "base/text.hpp"
#include "checkout/describe.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {
namespace {

// The reference with the most days behind it: its shape is the least a matter of chance.
const HourlyColumn* steadiest_reference(const HourlyTable& table) {
  for (const char* name : {"avg_last_month", "avg_last_week", "same_day_last_week", "yesterday"}) {
    const HourlyColumn* column = table.find(name);
    if (column != nullptr && total(column->values) > 0) return column;
  }
  return nullptr;
}

// Positions in the table, both included.
struct Window {
  std::size_t first = 0, last = 0;

  [[nodiscard]] double sum(const std::vector<double>& values) const {
    return total(std::span(values).subspan(first, last - first + 1));
  }
};

// The fewest hours in a row that hold half of the sales; of several the fullest, then the earliest. Hours that the
// table lacks part a row.
Window fullest_half(const HourlyTable& table, const std::vector<double>& values) {
  const double half = total(values) / 2;
  Window best{0, values.size() - 1};
  for (std::size_t first = 0; first < values.size(); ++first) {
    for (std::size_t last = first; last < values.size(); ++last) {
      if (table.hours[last] - table.hours[first] != static_cast<int>(last - first)) break;
      const Window window{first, last};
      if (window.sum(values) < half) continue;
      const std::size_t length = last - first, shortest = best.last - best.first;
      if (length < shortest || (length == shortest && window.sum(values) > best.sum(values))) best = window;
      break;
    }
  }
  return best;
}

struct PartOfDay {
  std::string_view name;
  int first, last;
};
constexpr std::array<PartOfDay, 4> parts_of_day{
    {{marked("night"), 0, 5}, {marked("morning"), 6, 11}, {marked("afternoon"), 12, 17}, {marked("evening"), 18, 23}}};

// Nothing where the table lacks all of its hours.
std::optional<double> sold_in(const HourlyTable& table, const std::vector<double>& values, const PartOfDay& part) {
  std::optional<double> sum;
  for (std::size_t h = 0; h < values.size(); ++h) {
    if (table.hours[h] >= part.first && table.hours[h] <= part.last) sum = sum.value_or(0) + values[h];
  }
  return sum;
}

// The hour, by position, that sold most; of several the first.
std::size_t peak_of(const std::vector<double>& values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

// The strongest three hours; of equals the earlier.
std::vector<std::size_t> strongest(const std::vector<double>& values) {
  constexpr std::size_t places = 3;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  order.resize(std::min(order.size(), places));
  return order;
}

std::string peak_in(const HourlyTable& table, const HourlyColumn& column, Language language) {
  const std::size_t peak = peak_of(column.values);
  return trf(language, "{} at {} ({})", column.name, hour_text(table.hours[peak]),
             number(column.values[peak], language));
}

}  // namespace

std::optional<Insight> tell_spread(const std::vector<const HourlyColumn*>& counts, Language language) {
  Insight insight{"spread", {}, {}};
  for (const HourlyColumn* column : counts) {
    const Description d = describe(column->values);
    if (d.count < 2 || d.mean <= 0) continue;
    insight.text += insight.text.empty() ? "" : "; ";
    insight.text +=
        trf(language, "{}: standard deviation {}, {} of the mean, half of the hours between {} and {}",
            printable(column->name), two_decimals(d.std, language), percent(d.std, d.mean, language),
            two_decimals(d.q25, language), two_decimals(d.q75, language));
    if (column->name != "today" && !is_reference(column->name)) continue;
    insight.figures.emplace_back(column->name + "_std", d.std);
    insight.figures.emplace_back(column->name + "_variation_percent", d.std / d.mean * 100);
    insight.figures.emplace_back(column->name + "_q25", d.q25);
    insight.figures.emplace_back(column->name + "_q75", d.q75);
  }
  if (insight.text.empty()) return std::nullopt;
  insight.text = trf(language, "Sales an hour vary. {}.", insight.text);
  return insight;
}

std::optional<Insight> tell_shares(const HourlyTable& table, Language language) {
  const std::vector<double>& today = table.find("today")->values;
  const double sales = total(today);
  if (sales == 0) return std::nullopt;
  const Window half = fullest_half(table, today);
  const std::vector<int> hours(table.hours.begin() + static_cast<std::ptrdiff_t>(half.first),
                               table.hours.begin() + static_cast<std::ptrdiff_t>(half.last) + 1);
  const double sum = half.sum(today);
  std::string held = trnf(language, "{} holds {} of {} sales, {}", "{} hold {} of {} sales, {}",
                          static_cast<std::int64_t>(hours.size()), hour_ranges(hours, language), number(sum, language),
                          number(sales, language), percent(sum, sales, language));
  if (const HourlyColumn* reference = steadiest_reference(table)) {
    const double then = half.sum(reference->values);
    held += fmt::format(" ({}: {})", reference->name, percent(then, total(reference->values), language));
  }
  Insight insight{
      "share",
      trf(language, "{}: no fewer hours in a row hold half.", held),
      {{"half_first_hour", hours.front()}, {"half_last_hour", hours.back()}, {"half_percent", sum / sales * 100}}};
  std::vector<std::string> parts;
  for (const PartOfDay& part : parts_of_day) {
    const std::optional<double> share = sold_in(table, today, part);
    if (!share) continue;
    parts.push_back(fmt::format("{} {}-{} {}", tr(language, part.name), hour_text(part.first), hour_text(part.last),
                                percent(*share, sales, language)));
    insight.figures.emplace_back(std::string(part.name) + "_percent", *share / sales * 100);
  }
  insight.text += " " + trf(language, "By part of the day: {}.", list(parts, language));
  return insight;
}

std::optional<Insight> tell_median(const HourlyTable& table, Language language) {
  const std::vector<double>& today = table.find("today")->values;
  const Description d = describe(today);
  if (d.mean == 0) return std::nullopt;
  double above = 0, held = 0;
  for (const double value : today) {
    if (value <= d.mean) continue;
    ++above;
    held += value;
  }
  const std::string_view meaning =
      d.q50 < d.mean   ? tr(language, "few strong hours carry the day")
      : d.q50 > d.mean ? tr(language, "many strong hours carry the day, and quiet ones pull the mean down")
                       : tr(language, "strong and quiet hours balance");
  Insight insight{"median",
                  trf(language,
                      "The median hour sold {}, the mean is {}: {}. {} of {} hours are above the mean, with {} of the "
                      "sales.",
                      two_decimals(d.q50, language), two_decimals(d.mean, language), meaning, number(above, language),
                      today.size(), percent(held, total(today), language)),
                  {{"median", d.q50}, {"mean", d.mean}, {"hours_above_mean", above}}};
  insight.figures.emplace_back("sales_above_mean_percent", held / total(today) * 100);
  if (const HourlyColumn* reference = steadiest_reference(table)) {
    const Description then = describe(reference->values);
    insight.text += " " + trf(language, "({}: median {}, mean {}.)", reference->name, two_decimals(then.q50, language),
                              two_decimals(then.mean, language));
  }
  return insight;
}

std::optional<Insight> tell_peak(const HourlyTable& table, const std::optional<HourlyTest>& test, Language language) {
  const std::vector<double>& today = table.find("today")->values;
  const std::size_t peak = peak_of(today);
  if (today[peak] == 0) return std::nullopt;
  std::vector<std::string> hours, kept, moved;
  for (const std::size_t h : strongest(today))
    hours.push_back(hour_text(table.hours[h]) + " (" + number(today[h], language) + ")");
  Insight insight{
      "peak", trf(language, "Strongest hours: {}.", list(hours, language)), {{"peak_hour", table.hours[peak]}, {"peak", today[peak]}}};
  for (const HourlyColumn& column : table.columns) {
    if (!is_reference(column.name) || total(column.values) == 0) continue;
    (peak_of(column.values) == peak ? kept : moved).push_back(peak_in(table, column, language));
    insight.figures.emplace_back(column.name + "_peak_hour", table.hours[peak_of(column.values)]);
  }
  if (!kept.empty()) insight.text += " " + trf(language, "Same peak: {}.", list(kept, language));
  if (!moved.empty()) insight.text += " " + trf(language, "Peak elsewhere: {}.", list(moved, language));
  if (test) {
    std::vector<double> expected;
    for (const HourResult& hour : test->hours) expected.push_back(hour.expected);
    const std::size_t likely = peak_of(expected);
    const std::string here = expected_number(expected[peak], language);
    insight.text +=
        " " + (likely == peak
                   ? trf(language, "Expected: {} at {}.", here, hour_text(table.hours[peak]))
                   : trf(language, "Expected: {} at {}, most at {} ({}).", here, hour_text(table.hours[peak]),
                         hour_text(table.hours[likely]), expected_number(expected[likely], language)));
  }
  return insight;
}

}  // namespace pos::checkout
