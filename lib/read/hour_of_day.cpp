// SPDX-License-Identifier: MIT
#include "read/hour_of_day.hpp"

#include <algorithm>
#include <chrono>

#include "base/text.hpp"

namespace pos::read {
namespace {

// What is left to be read of a time.
class TimeText {
 public:
  explicit TimeText(std::string_view text) : rest_(text) {}

  // A number of so many digits at least and at most.
  std::optional<unsigned> number(std::size_t least, std::size_t most) {
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    if (digits < least || digits > most) return std::nullopt;
    const auto value = parse_number<unsigned>(rest_.substr(0, digits));
    rest_.remove_prefix(digits);
    return value;
  }

  bool skip(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool skip_blanks() {
    const std::size_t before = rest_.size();
    while (skip(" ")) {
    }
    return rest_.size() < before;
  }
  void skip_zeros() {
    while (skip("0")) {
    }
  }
  [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool is_date(unsigned year, unsigned month, unsigned day) {
  using namespace std::chrono;
  return year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day))
      .ok();
}

// Year, month and day, or day and month in either order and the year.
bool may_be_date(const DateText& date, bool year_first) {
  if (year_first) return is_date(date[0], date[1], date[2]);
  return is_date(date[2], date[1], date[0]) || is_date(date[2], date[0], date[1]);
}

enum class DateFound { none, good, bad };

DateFound read_date(TimeText& text, std::optional<DateText>& date) {
  const TimeText begin = text;
  const auto first = text.number(1, 4);
  const char mark = text.next();
  if (!first || (mark != '-' && mark != '/' && mark != '.')) {
    text = begin;
    return DateFound::none;
  }
  const std::string_view between(&mark, 1);
  text.skip(between);
  const bool year_first = *first > 31;
  const auto second = text.number(1, 2);
  if (!second || !text.skip(between)) return DateFound::bad;
  const auto third = year_first ? text.number(1, 2) : text.number(4, 4);
  if (!third || !(text.skip("T") || text.skip_blanks())) return DateFound::bad;
  date = {*first, *second, *third};
  return may_be_date(*date, year_first) ? DateFound::good : DateFound::bad;
}

struct Clock {
  unsigned hour = 0, minute = 0, second = 0;
};

// `:00` and `:00.000`, as databases write it.
bool read_seconds(TimeText& text, Clock& clock) {
  const auto second = text.number(2, 2);
  if (!second) return false;
  clock.second = *second;
  if (!text.skip(".")) return true;
  if (text.next() != '0') return false;
  text.skip_zeros();
  return true;
}

std::optional<Clock> read_clock(TimeText& text) {
  const auto hour = text.number(1, 2);
  if (!hour) return std::nullopt;
  Clock clock{*hour, 0, 0};
  if (text.skip(":")) {
    const auto minute = text.number(2, 2);
    if (!minute) return std::nullopt;
    clock.minute = *minute;
    if (text.skip(":") && !read_seconds(text, clock)) return std::nullopt;
  } else if (text.skip("h") || text.skip("H")) {
    const bool blank = text.skip_blanks();
    if (const auto minute = text.number(2, 2)) {
      clock.minute = *minute;
      static_cast<void>(text.skip("min") || text.skip("m"));
    } else if (blank) {
      return std::nullopt;
    }
  }
  return text.at_end() ? std::optional(clock) : std::nullopt;
}

}  // namespace

std::optional<HourOfDay> parse_hour_of_day(std::string_view text, std::string& problem) {
  if (text.empty()) {
    problem = "time is empty";
    return std::nullopt;
  }
  TimeText rest(text);
  HourOfDay result;
  const DateFound date = read_date(rest, result.date);
  const auto clock = date == DateFound::bad ? std::nullopt : read_clock(rest);
  if (!clock || clock->hour > 23 || clock->minute > 59 || clock->second > 59) {
    problem = "time '" + printable(text) + "' is not an hour from 00h to 23h";
    return std::nullopt;
  }
  if (clock->minute > 0 || clock->second > 0) {
    problem = "time '" + printable(text) + "' is not a full hour";
    return std::nullopt;
  }
  result.hour = static_cast<int>(clock->hour);
  return result;
}

}  // namespace pos::read
