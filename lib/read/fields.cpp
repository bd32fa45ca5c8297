// SPDX-License-Identifier: MIT
#include "read/fields.hpp"

#include <chrono>
#include <cstdint>

#include "base/text.hpp"

namespace pos::read {
namespace {

constexpr std::int64_t day_seconds = 86'400;

// Takes a time apart from the left; every step says whether what it wants stands there.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool character(char wanted) {
    if (!text_.starts_with(wanted)) return false;
    text_.remove_prefix(1);
    return true;
  }

  // Exactly `digits` digits.
  bool number(std::size_t digits, int& value) {
    if (text_.size() < digits) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (text_[i] < '0' || text_[i] > '9') return false;
      sum = sum * 10 + (text_[i] - '0');
    }
    text_.remove_prefix(digits);
    value = sum;
    return true;
  }

  // A point and digits, or nothing.
  bool fraction() {
    if (!character('.')) return true;
    const auto digits = text_.find_first_not_of("0123456789");
    const std::size_t length = digits == std::string_view::npos ? text_.size() : digits;
    text_.remove_prefix(length);
    return length > 0;
  }

 private:
  std::string_view text_;
};

// HH:MM[:SS[.fff]]. A leap second (60) counts with the second before it.
bool clock(Scanner& scan, std::int32_t& second_of_day) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!scan.number(2, hour) || !scan.character(':') || !scan.number(2, minute)) return false;
  if (scan.character(':') && !(scan.number(2, second) && scan.fraction())) return false;
  if (hour > 23 || minute > 59 || second > 60) return false;
  second_of_day = hour * 3600 + minute * 60 + (second == 60 ? 59 : second);
  return true;
}

// 00h 10, 00h10
std::optional<LocalTime> hour_style(std::string_view text) {
  Scanner scan(text);
  int hour = 0;
  int minute = 0;
  if (!scan.number(2, hour) || !scan.character('h')) return std::nullopt;
  scan.character(' ');
  if (!scan.number(2, minute) || !scan.at_end() || hour > 23 || minute > 59) return std::nullopt;
  return LocalTime{LocalTime::no_day, hour * 3600 + minute * 60};
}

std::optional<LocalTime> clock_style(std::string_view text) {
  Scanner scan(text);
  LocalTime time;
  if (!clock(scan, time.second_of_day) || !scan.at_end()) return std::nullopt;
  return time;
}

// Z, +HH:MM, +HHMM, +HH: seconds east of UTC.
bool zone_offset(Scanner& scan, std::int64_t& offset) {
  if (scan.character('Z')) {
    offset = 0;
    return scan.at_end();
  }
  const bool west = scan.character('-');
  int hours = 0;
  int minutes = 0;
  if (!west && !scan.character('+')) return false;
  if (!scan.number(2, hours)) return false;
  if (!scan.at_end()) {
    scan.character(':');
    if (!scan.number(2, minutes)) return false;
  }
  if (!scan.at_end() || hours > 23 || minutes > 59) return false;
  offset = std::int64_t{hours * 3600 + minutes * 60} * (west ? -1 : 1);
  return true;
}

// YYYY-MM-DD
std::optional<std::int32_t> date(Scanner& scan) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (!scan.number(4, year) || !scan.character('-') || !scan.number(2, month) || !scan.character('-') ||
      !scan.number(2, day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<LocalTime> date_style(std::string_view text, const TimeZone& zone) {
  Scanner scan(text);
  std::int32_t second_of_day = 0;
  const auto day = date(scan);
  if (!day || !(scan.character('T') || scan.character(' ')) || !clock(scan, second_of_day)) return std::nullopt;
  if (scan.at_end()) return LocalTime{*day, second_of_day};
  std::int64_t offset = 0;
  if (!zone_offset(scan, offset)) return std::nullopt;
  return to_local_time(zone.local(*day * day_seconds + second_of_day - offset));
}

// Digits alone. Fewer than nine would be a time before 1973, and more likely a mistake such as `1431`.
std::optional<LocalTime> epoch_style(std::string_view text, const TimeZone& zone) {
  const std::string_view digits = text.substr(0, text.find('.'));
  Scanner fraction(text.substr(digits.size()));
  const auto value = parse_number<std::uint64_t>(digits);
  if (!value || !fraction.fraction() || !fraction.at_end()) return std::nullopt;
  const auto seconds = static_cast<std::int64_t>(*value);
  if (digits.size() == 9 || digits.size() == 10) return to_local_time(zone.local(seconds));
  if (digits.size() == 12 || digits.size() == 13) return to_local_time(zone.local(seconds / 1000));
  return std::nullopt;
}

std::string parse_count(std::string_view text, std::int64_t& count) {
  if (text.empty()) return "count is empty";
  const auto value = parse_number<std::int64_t>(text);
  const bool digits = text.find_first_not_of("0123456789", text[0] == '-' ? 1 : 0) == std::string_view::npos;
  if (!value && !(digits && text != "-")) return "count '" + printable(text, 40) + "' is not a whole number";
  if (text[0] == '-') return "count " + printable(text, 40) + " is negative";
  if (!value || *value > Transaction::max_count) return "count " + printable(text, 40) + " is above 2^53";
  count = *value;
  return {};
}

std::string check_status(std::string_view text) {
  if (text.empty()) return "status is empty";
  if (text.size() > max_status_bytes) return "status '" + printable(text, 20) + "' is longer than 64 bytes";
  if (!is_plain_text(text)) return "status '" + printable(text) + "' has a control character";
  return {};
}

}  // namespace

LocalTime to_local_time(std::int64_t local_seconds) {
  const std::int64_t day =
      local_seconds >= 0 ? local_seconds / day_seconds : -((day_seconds - 1 - local_seconds) / day_seconds);
  return {static_cast<std::int32_t>(day), static_cast<std::int32_t>(local_seconds - day * day_seconds)};
}

std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone) {
  if (text.size() < 5) return std::nullopt;
  if (text[2] == 'h') return hour_style(text);
  if (text[2] == ':') return clock_style(text);
  if (text[4] == '-') return date_style(text, zone);
  return epoch_style(text, zone);
}

std::optional<std::int32_t> parse_date(std::string_view text) {
  Scanner scan(text);
  const auto day = date(scan);
  return scan.at_end() ? day : std::nullopt;
}

std::chrono::seconds seconds_between(const LocalTime& from, const LocalTime& to) {
  std::int64_t seconds = std::int64_t{to.second_of_day} - from.second_of_day;
  if (from.dated() && to.dated())
    return std::chrono::seconds(seconds + (std::int64_t{to.day} - from.day) * day_seconds);
  if (seconds > day_seconds / 2) seconds -= day_seconds;
  if (seconds < -day_seconds / 2) seconds += day_seconds;
  return std::chrono::seconds(seconds);
}

std::string shift_time(std::string_view like, std::int64_t minutes) {
  const auto time = parse_time(like, TimeZone());
  if (!time) return std::string(like);
  if (like.size() > 4 && like[2] != 'h' && like[2] != ':' && like[4] != '-') {  // epoch
    const bool milliseconds = like.substr(0, like.find('.')).size() > 10;
    const std::int64_t start = (std::int64_t{time->day} * day_seconds + time->second_of_day) / 60 + minutes;
    return std::to_string(start * 60 * (milliseconds ? 1000 : 1));
  }
  // A zone behind the time stays: what counts is the clock as written, so it is read without its zone.
  const std::size_t zone = like.size() > 16 ? like.find_first_of("Z+-", 16) : std::string_view::npos;
  const auto written = *parse_time(like.substr(0, zone), TimeZone());
  const std::int64_t day = written.dated() ? written.day : 0;
  const LocalTime shifted = to_local_time(day * day_seconds + (written.minute_of_day() + minutes) * 60);
  const std::string clock = to_text({LocalTime::no_day, shifted.second_of_day});
  if (like[2] == 'h') return clock.substr(0, 2) + (like[3] == ' ' ? "h " : "h") + clock.substr(3);
  const std::string seconds = like.substr(0, zone).size() > (written.dated() ? 16U : 5U) ? ":00" : "";
  if (!written.dated()) return clock + seconds;
  std::string text = to_text({shifted.day, shifted.second_of_day});
  text[10] = like[10];
  return text + seconds + std::string(zone == std::string_view::npos ? std::string_view() : like.substr(zone));
}

std::string parse_transaction(const Fields& fields, const TimeZone& zone, Transaction& to, std::string& masked) {
  if (fields.time.empty()) return "time is empty";
  const auto time = parse_time(fields.time, zone);
  if (!time) return "time '" + printable(fields.time, 40) + "' is not a time";
  if (std::string reason = check_status(fields.status); !reason.empty()) return reason;
  to = Transaction{*time, fields.status, 1};
  if (fields.status.size() >= shortest_card_number) {
    hide_card_numbers(masked = fields.status);
    to.status = masked;
  }
  return fields.count ? parse_count(*fields.count, to.count) : std::string();
}

std::string parse_label(std::string_view text, std::optional<bool>& label) {
  if (text != "0" && text != "1") return "label '" + printable(text, 40) + "' is neither 0 nor 1";
  label = text == "1";
  return {};
}

}  // namespace pos::read
