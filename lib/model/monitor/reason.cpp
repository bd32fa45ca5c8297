// SPDX-License-Identifier: MIT
// Words an alert for people.
#include "model/monitor/reason.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

// As printf's %.0f and %.3g in the C locale.
std::string print(double value, std::chars_format format, int precision) {
  std::array<char, 400> digits;  // the largest double has 309
  char* const end = digits.data() + digits.size();
  return {digits.data(), std::to_chars(digits.data(), end, value, format, precision).ptr};
}

std::string whole(double value) { return print(value, std::chars_format::fixed, 0); }

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string word_reason(const Finding& f) {
  if (f.window == 0) return {};
  const std::string days = f.score < 4 ? whole(std::pow(10.0, f.score)) : "10^" + whole(f.score);
  return std::string(f.side == Side::above ? "above: " : "below: ") + whole(f.count) + " in " +
         std::to_string(f.window) + " min, " + print(f.mean, std::chars_format::general, 3) + " expected, once in " +
         days + " days";
}

std::string word_silence(const Finding& f, std::int64_t last_row) {
  const int since = minute_of_day(last_row + 1);
  return "no data since " + two_digits(since / 60) + ":" + two_digits(since % 60) + ", " + whole(f.mean) +
         " expected in " + std::to_string(f.window) + " min";
}

}  // namespace pos::model
