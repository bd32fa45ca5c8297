// SPDX-License-Identifier: MIT
// Words an alert for people.
#include "model/monitor/reason.hpp"

#include <cmath>

#include "base/plain_number.hpp"
#include "base/reason.hpp"
#include "base/text.hpp"
#include "model/monitor/calendar.hpp"

namespace pos::model {

namespace {

std::string whole(double value) {
  std::string text;
  append_decimal(text, value, 0);
  return text;
}

std::string clock(std::int64_t minute) {
  const auto two_digits = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two_digits(minute_of_day(minute) / 60) + ":" + two_digits(minute_of_day(minute) % 60);
}

// " yesterday", " 3 days ago"; of today nothing.
std::string day_words(std::int64_t minute, std::int64_t now) {
  const std::int64_t days = day_of(now) - day_of(minute);
  if (days <= 0) return {};
  return days == 1 ? " yesterday" : " " + std::to_string(days) + " days ago";
}

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
  return "no data since " + clock(last_row + 1) + ", " + whole(f.mean) + " expected in " + std::to_string(f.window) +
         " min";
}

std::string word_not_open(std::int64_t last_row, std::int64_t opening, std::int64_t now, double expected) {
  return did_not_open(clock(last_row + 1) + day_words(last_row + 1, now), expected, clock(opening));
}

}  // namespace pos::model
