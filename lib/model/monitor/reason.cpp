// SPDX-License-Identifier: MIT
// Words an alert for people.
#include "model/monitor/reason.hpp"

#include <cmath>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

std::string whole(double value) {
  std::string text;
  append_decimal(text, value, 0);
  return text;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// How often chance does what it does once in that many days.
std::string odds(double days) {
  constexpr double month = 30.44;
  constexpr double year = 365.25;
  if (days <= 0.75) return "about " + whole(1 / days) + " times a day";
  if (days < 1.5) return "about once a day";
  if (days < 2 * month) return "about once in " + whole(days) + " days";
  if (days < 2 * year) return "about once in " + whole(days / month) + " months";
  if (days < 99.5 * year) return "about once in " + whole(days / year) + " years";
  return "less than once in 100 years";
}

// "below: 12 in 30 min, 240 expected".
std::string compared(const Finding& f) {
  return std::string(f.side == Side::above ? "above: " : "below: ") + whole(f.count) + " in " +
         std::to_string(f.window) + " min, " + plain_number(f.mean) + " expected";
}

}  // namespace

std::string word_reason(const Finding& f) {
  if (f.window == 0) return {};
  return compared(f) + ", by chance " + odds(std::pow(10.0, f.score));
}

std::string word_held(const Finding& f) { return compared(f) + ", not over yet"; }

std::string word_silence(const Finding& f, std::int64_t last_row) {
  const int since = minute_of_day(last_row + 1);
  return "no data since " + two_digits(since / 60) + ":" + two_digits(since % 60) + ", " + whole(f.mean) +
         " expected in " + std::to_string(f.window) + " min";
}

}  // namespace pos::model
