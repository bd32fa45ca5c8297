// SPDX-License-Identifier: MIT
#include "checkout/wording.hpp"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/hourly_table.hpp"
#include "checkout/weekday.hpp"

namespace pos::checkout {
namespace {

// Rounded to two digits: more would claim to know a small probability well.
double two_digits(double value) {
  const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1);
  return unit > 1 ? std::round(value / unit) * unit : std::round(value);
}

// Of which a text depends on being one: what has decimals is many.
std::int64_t how_many(double count) { return count == 1 ? 1 : count == 0 ? 0 : 2; }

std::string in_units(double times, double unit, Language language) {
  const std::string amount = in_language(language, fmt::format("{:.3g}", times / unit));
  const auto whole = static_cast<std::int64_t>(times / unit);
  if (unit >= 1e12) return trnf(language, "{} trillion", "{} trillion", whole, amount);
  if (unit >= 1e9) return trnf(language, "{} billion", "{} billion", whole, amount);
  return trnf(language, "{} million", "{} million", whole, amount);
}

}  // namespace

std::string number(double value, Language language) {
  return value == std::floor(value) ? fmt::format("{:.0f}", value) : two_decimals(value, language);
}

std::string two_decimals(double value, Language language) {
  return in_language(language, fmt::format("{:.2f}", value));
}

std::string expected_number(double value, Language language) {
  return value < 0.995 ? two_decimals(value, language) : in_language(language, fmt::format("{:.1f}", value));
}

std::string sold(double count, Language language) {
  if (count == 0) return trf(language, "nothing sold");
  return trnf(language, "{} sold", "{} sold", how_many(count), number(count, language));
}

std::string change(double from, double to, Language language) {
  const std::string text = fmt::format("{:+.1f}%", (to / from - 1) * 100);
  return in_language(language, text == "-0.0%" || text == "+0.0%" ? "0.0%" : text);
}

std::string percent(double part, double whole, Language language) {
  return in_language(language, fmt::format("{:.1f}%", part / whole * 100));
}

std::string sales_text(double sum, bool is_money, Language language) {
  if (is_money) return trf(language, "{} in sales", two_decimals(sum, language));
  return trnf(language, "{} sale", "{} sales", how_many(sum), number(sum, language));
}

std::string hours_text(double count, Language language) {
  return trnf(language, "{} hour", "{} hours", how_many(count), number(count, language));
}

std::string list(const std::vector<std::string>& items, Language language) {
  if (items.empty()) return {};
  std::string text = items.front();
  for (std::size_t i = 1; i + 1 < items.size(); ++i) text += ", " + items[i];
  return items.size() == 1 ? text : trf(language, "{} and {}", text, items.back());
}

std::string hour_ranges(std::span<const int> hours, Language language) {
  std::vector<std::string> ranges;
  for (std::size_t first = 0; first < hours.size();) {
    std::size_t last = first;
    while (last + 1 < hours.size() && hours[last + 1] == hours[last] + 1) ++last;
    ranges.push_back(hour_text(hours[first]) + (last > first ? "-" + hour_text(hours[last]) : ""));
    first = last + 1;
  }
  return list(ranges, language);
}

std::string weekday_with_article(std::int32_t day, Language language) {
  constexpr std::array<std::string_view, 7> names = {marked("a Monday"),   marked("a Tuesday"), marked("a Wednesday"),
                                                     marked("a Thursday"), marked("a Friday"),  marked("a Saturday"),
                                                     marked("a Sunday")};
  return std::string(tr(language, names[static_cast<std::size_t>(weekday_of(day))]));
}

std::string once_in(double p, Language language) {
  if (p < 1e-15) return trf(language, "less than once in 1000 trillion");
  const double times = two_digits(1 / p);
  for (const double unit : {1e12, 1e9, 1e6}) {
    if (times >= unit) return trf(language, "once in {}", in_units(times, unit, language));
  }
  const auto whole = std::lround(times);
  const std::string digits =
      whole < 1000 ? std::to_string(whole) : fmt::format("{},{:03}", whole / 1000, whole % 1000);
  return trf(language, "once in {}", in_language(language, digits));
}

}  // namespace pos::checkout
