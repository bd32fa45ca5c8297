// SPDX-License-Identifier: MIT
#include "render/words/time.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstdlib>

namespace pos::render {
namespace {

constexpr std::int64_t day = 86'400;

std::int64_t day_of(LocalSeconds time) { return (time - ((time % day) + day) % day) / day; }
std::int64_t second_of_day(LocalSeconds time) { return time - day_of(time) * day; }

std::chrono::year_month_day date_of(LocalSeconds time) {
  return std::chrono::sys_days{std::chrono::days{day_of(time)}};
}

void append_two_digits(std::string& out, std::int64_t value) {
  out += static_cast<char>('0' + value / 10 % 10);
  out += static_cast<char>('0' + value % 10);
}

std::string date_text(LocalSeconds time, Language language) {
  const std::string text = to_date_time(time);
  return date_in_language(language, text.substr(0, text.find(' ')));
}

std::string date_and_clock(LocalSeconds time, bool dated, Language language) {
  std::string text = dated ? date_text(time, language) + " " : std::string();
  append_clock(text, time);
  return text;
}

std::string whole_days(const Period& period, bool dated, Language language) {
  if (!dated) return std::string(tr(language, "times without a date"));
  const std::string first = date_text(period.begin, language);
  const std::string last = date_text(period.end - day, language);
  return first == last ? first : trf(language, "{} to {}", first, last);
}

}  // namespace

void append_clock(std::string& out, LocalSeconds time) {
  const std::int64_t second = second_of_day(time);
  append_two_digits(out, second / 3600);
  out += ':';
  append_two_digits(out, second / 60 % 60);
}

void append_month_day(std::string& out, LocalSeconds time) {
  const auto date = date_of(time);
  append_two_digits(out, static_cast<unsigned>(date.month()));
  out += '-';
  append_two_digits(out, static_cast<unsigned>(date.day()));
}

std::string time_text(LocalSeconds time, const Period& period, Language language) {
  std::string text = to_date_time(time);
  if (text.ends_with(":00")) text.resize(text.size() - 3);
  const bool one_day = period.holds(time) && period.end - period.begin <= 86'400 &&
                       to_date_time(period.begin).substr(0, 10) == to_date_time(period.end - 1).substr(0, 10);
  return one_day ? text.substr(text.find(' ') + 1) : date_in_language(language, text);
}

std::string period_text(const Period& period, Language language) {
  if (period.end <= period.begin) return std::string(tr(language, "no time at all"));
  const bool dated = period.begin < 0 || period.end > day;
  if (second_of_day(period.begin) == 0 && second_of_day(period.end) == 0) return whole_days(period, dated, language);
  // The day that ends at midnight is still the same one.
  const bool one_day = day_of(period.begin) == day_of(period.end - 1);
  const std::string first = date_and_clock(period.begin, dated, language);
  const std::string last = one_day && second_of_day(period.end) == 0
                               ? std::string("24:00")
                               : date_and_clock(period.end, dated && !one_day, language);
  return trf(language, "{} to {}", first, last);
}

std::string duration_text(std::int64_t seconds) {
  if (seconds < 60) return fmt::format("{} s", seconds);
  const std::int64_t minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{} min", minutes);
  const bool days = minutes >= 24 * 60;
  const std::int64_t large = days ? minutes / (24 * 60) : minutes / 60;
  const std::int64_t small = days ? minutes / 60 % 24 : minutes % 60;
  const std::string text = fmt::format("{} {}", large, days ? "d" : "h");
  return small == 0 ? text : fmt::format("{} {} {}", text, small, days ? "h" : "min");
}

std::string zone_text(const std::string& name, std::int64_t ahead) {
  if (name.empty() || name == "UTC") return "UTC";
  const std::int64_t minutes = std::abs(ahead) / 60;
  std::string offset = fmt::format("UTC{}{}", ahead < 0 ? "−" : "+", minutes / 60);
  if (minutes % 60 != 0) offset += fmt::format(":{:02}", minutes % 60);
  return fmt::format("{} ({})", name, offset);
}

TimeText::TimeText(const Period& period, const TextStyle& style)
    : date_(period.end - period.begin > day), year_(period.end - period.begin > 183 * day), ascii_(style.ascii), language_(style.language) {}

void TimeText::append_time_of_day(std::string& out, LocalSeconds time) const {
  append_clock(out, time);
  if (!seconds_) return;
  out += ':';
  append_two_digits(out, second_of_day(time) % 60);
}

void TimeText::append_to(std::string& out, LocalSeconds time) const {
  if (year_) {
    out += date_text(time, language_) + ' ';
  } else if (date_) {
    std::string date;
    append_month_day(date, time);
    out += date_in_language(language_, date) + ' ';
  }
  append_time_of_day(out, time);
}

std::string TimeText::time(LocalSeconds time) const {
  std::string text;
  append_to(text, time);
  return text;
}

std::string TimeText::range(LocalSeconds first, LocalSeconds last) const {
  std::string text = time(first);
  if (first == last) return text;
  if (date_ && day_of(first) != day_of(last)) return trf(language_, "{} to {}", text, time(last));
  text += ascii_ ? "-" : "–";
  append_time_of_day(text, last);
  return text;
}

}  // namespace pos::render
