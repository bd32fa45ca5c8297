// SPDX-License-Identifier: MIT
#include "checkout/wording.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <utility>

#include "base/hourly_table.hpp"

namespace pos::checkout {
namespace {

// Rounded to two digits: more would claim to know a small probability well.
double two_digits(double value) {
  const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
  return unit > 1 ? std::round(value / unit) * unit : std::round(value);
}

}  // namespace

std::string number(double value) {
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:.2f}", value);
}

std::string expected_number(double value) {
  return value < 0.995 ? fmt::format("{:.2f}", value) : fmt::format("{:.1f}", value);
}

std::string sold(double count) { return count == 0 ? "nothing sold" : number(count) + " sold"; }

std::string change(double from, double to) {
  const std::string text = fmt::format("{:+.1f}%", (to / from - 1) * 100);
  return text == "-0.0%" || text == "+0.0%" ? "0.0%" : text;
}

std::string percent(double part, double whole) { return fmt::format("{:.1f}%", part / whole * 100); }

std::string count_of(double count, const std::string& noun) {
  return number(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string list(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string hour_ranges(std::span<const int> hours) {
  std::vector<std::string> ranges;
  for (std::size_t first = 0; first < hours.size();) {
    std::size_t last = first;
    while (last + 1 < hours.size() && hours[last + 1] == hours[last] + 1) ++last;
    ranges.push_back(hour_text(hours[first]) + (last > first ? "-" + hour_text(hours[last]) : ""));
    first = last + 1;
  }
  return list(ranges);
}

std::string once_in(double p) {
  constexpr std::array<std::pair<double, const char*>, 3> units{
      {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
  if (p < 1e-15) return "less than once in 1000 trillion";
  const double times = two_digits(1 / p);
  for (const auto& [unit, name] : units) {
    if (times >= unit) return fmt::format("once in {:.3g} {}", times / unit, name);
  }
  const auto whole = std::lround(times);
  if (whole < 1000) return fmt::format("once in {}", whole);
  return fmt::format("once in {},{:03}", whole / 1000, whole % 1000);
}

}  // namespace pos::checkout
