// SPDX-License-Identifier: MIT
// Words an alert for people.
#include "model/monitor/reason.hpp"

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

// "below: 12 in 30 min, 240 expected".
std::string compared(const Finding& f) {
  return std::string(f.side == Side::above ? "above: " : "below: ") + whole(f.count) + " in " +
         std::to_string(f.window) + " min, " + plain_number(f.mean) + " expected";
}

std::string no_data_since(std::int64_t last_row) { return "no data since " + clock(last_row + 1); }

}  // namespace

std::string word_reason(const Finding& f) {
  if (f.window == 0) return {};
  return compared(f) + ", by chance " + odds(f.score);
}

std::string word_held(const Finding& f) { return compared(f) + ", not over yet"; }

std::string word_silent_now(std::int64_t last_row) { return "; " + no_data_since(last_row); }

std::string word_silence(const Finding& f, std::int64_t last_row) {
  return no_data_since(last_row) + ", " + whole(f.mean) + " expected in " + std::to_string(f.window) + " min";
}

std::string word_not_open(std::int64_t last_row, std::int64_t opening, std::int64_t now, double expected) {
  return did_not_open(clock(last_row + 1) + day_words(last_row + 1, now), expected, clock(opening));
}

}  // namespace pos::model
