// SPDX-License-Identifier: MIT
#include "read/time_scanner.hpp"

#include <chrono>

namespace pos::read {
namespace {

// H:MM[:SS[.fff]], HHhMM or HHh MM; the hour in one or two digits.
bool clock(Scanner& scan, Written& to) {
  if (!scan.number('H', 1, 2, to.hour)) return false;
  if (scan.character('h')) {
    scan.character(' ');
    return scan.number('M', 2, 2, to.minute);
  }
  if (!scan.character(':') || !scan.number('M', 2, 2, to.minute)) return false;
  return !scan.character(':') || (scan.number('S', 2, 2, to.second) && scan.fraction());
}

// Z, UTC, GMT, +HH:MM, +HHMM, +HH: seconds east of UTC.
bool zone_offset(Scanner& scan, Written& to) {
  to.has_zone = true;
  if (scan.word("UTC") || scan.word("GMT") || scan.word("Z")) return true;
  const bool west = scan.character('-');
  int hours = 0;
  int minutes = 0;
  if (!west && !scan.character('+')) return false;
  if (!scan.number('z', 2, 2, hours)) return false;
  const bool colon = scan.character(':');
  if ((colon || scan.at_digit()) && !scan.number('z', 2, 2, minutes)) return false;
  to.offset = std::int64_t{hours * 3600 + minutes * 60} * (west ? -1 : 1);
  return hours <= 23 && minutes <= 59;
}

// DD/MM/YYYY or MM/DD/YYYY. A number above 12 is no month, and says which it is.
bool year_last(Scanner& scan, Written& to) {
  to.dated = true;
  const std::size_t count = scan.digits(2);
  int first = 0;
  int second = 0;
  if (!Scanner(scan.rest()).number('d', count, count, first)) return false;
  Scanner behind(scan.rest().substr(count + 1));
  if (!behind.number('m', 1, 2, second)) return false;
  if (to.order == TimeStyle::Order::unknown) {
    to.undecided = first <= 12 && second <= 12;
    to.order = first <= 12 && second > 12 ? TimeStyle::Order::month_first : TimeStyle::Order::day_first;
  }
  const bool day_first = to.order == TimeStyle::Order::day_first;
  const char separator = scan.rest()[count];
  return scan.number(day_first ? 'd' : 'm', 1, 2, day_first ? to.day : to.month) && scan.character(separator) &&
         scan.number(day_first ? 'm' : 'd', 1, 2, day_first ? to.month : to.day) && scan.character(separator) &&
         scan.number('Y', 4, 4, to.year);
}

bool date_and_clock(Scanner& scan, Written& to) {
  if (scan.character(',') ? !scan.character(' ') : !(scan.character('T') || scan.character(' ') || scan.character('t')))
    return false;
  if (!clock(scan, to)) return false;
  if (scan.at_end()) return true;
  scan.character(' ');
  return zone_offset(scan, to) && scan.at_end();
}

// Digits alone. Fewer than nine would be a time before 1973, and more likely a mistake such as `1431`.
bool epoch(Scanner& scan, std::size_t digits, Written& to) {
  to.since_1970 = true;
  const bool milliseconds = digits == 12 || digits == 13;
  if (!milliseconds && digits != 9 && digits != 10) return false;
  if (!scan.long_number(milliseconds ? 'Q' : 's', digits, to.epoch) || scan.peek() == ',' || !scan.fraction())
    return false;
  if (milliseconds) to.epoch /= 1000;
  return scan.at_end();
}

bool month_name(Scanner& scan, char letter, int& month) {
  for (std::size_t list = letter == 'B' ? 2 : 0; list < (letter == 'B' ? 4U : 2U); ++list) {
    for (std::size_t i = 0; i < 12; ++i) {
      const std::string_view name = month_names[list][i];
      if (!Scanner(scan.rest()).word(name)) continue;
      scan.pass(letter, name.size());
      month = static_cast<int>(i) + 1;
      return true;
    }
  }
  return false;
}

bool half_of_day(Scanner& scan, int& half) {
  const bool before_noon = Scanner(scan.rest()).word("AM");
  if (!before_noon && !Scanner(scan.rest()).word("PM")) return false;
  scan.pass('p', 2);
  half = before_noon ? 0 : 1;
  return true;
}

// What `letter` of strftime stands for.
bool field(Scanner& scan, char letter, Written& to) {
  switch (letter) {
    case 'Y':
      return scan.number('Y', 4, 4, to.year);
    case 'y':
      if (!scan.number('y', 2, 2, to.year)) return false;
      to.year += to.year < 69 ? 2000 : 1900;  // POSIX
      return true;
    case 'm':
      return scan.number('m', 1, 2, to.month);
    case 'b':
    case 'B':
      return month_name(scan, letter, to.month);
    case 'd':
      return scan.number('d', 1, 2, to.day);
    case 'e':
      scan.character(' ');
      return scan.number('e', 1, 2, to.day);
    case 'H':
      return scan.number('H', 1, 2, to.hour);
    case 'I':
      return scan.number('I', 1, 2, to.hour) && to.hour >= 1 && to.hour <= 12;
    case 'M':
      return scan.number('M', 2, 2, to.minute);
    case 'S':
      return scan.number('S', 2, 2, to.second);
    case 'f': {
      const std::size_t count = scan.digits(scan.rest().size());
      scan.pass('f', count);
      return count > 0;
    }
    case 'p':
      return half_of_day(scan, to.half);
    case 's':
      to.since_1970 = true;
      return scan.long_number('s', scan.digits(12), to.epoch);
    default:  // z, Z
      return zone_offset(scan, to);
  }
}

bool formatted(Scanner& scan, std::string_view format, Written& to) {
  for (std::size_t i = 0; i < format.size(); ++i) {
    const bool letter = format[i] == '%' && format[i + 1] != '%';
    if (format[i] == '%') ++i;
    if (letter ? !field(scan, format[i], to) : !scan.character(format[i])) return false;
    to.dated = to.dated || (letter && (format[i] == 'Y' || format[i] == 'y'));
  }
  return scan.at_end();
}

}  // namespace

bool scan_year_first(Scanner& scan, Written& to) {
  to.dated = true;
  if (!scan.number('Y', 4, 4, to.year)) return false;
  const char separator = scan.peek();
  return scan.character(separator) && scan.number('m', 1, 2, to.month) && scan.character(separator) &&
         scan.number('d', 1, 2, to.day);
}

bool scan_any_form(Scanner& scan, Written& to) {
  const std::size_t digits = scan.digits(20);
  const char next = scan.behind(digits);
  const bool separates = next == '-' || next == '/' || next == '.';
  if (digits == 4 && separates) return scan_year_first(scan, to) && date_and_clock(scan, to);
  if (digits == 1 || digits == 2) {
    if (separates) return year_last(scan, to) && date_and_clock(scan, to);
    return clock(scan, to) && scan.at_end();
  }
  return epoch(scan, digits, to);
}

bool scan_time(Scanner& scan, const TimeStyle& style, Written& to) {
  to.order = style.order;
  if (!(style.format.empty() ? scan_any_form(scan, to) : formatted(scan, style.format, to))) return false;
  if (to.half >= 0) to.hour = to.hour % 12 + 12 * to.half;
  if (to.second == 60) to.second = 59;  // a leap second counts with the second before it
  return to.hour <= 23 && to.minute <= 59 && to.second <= 59;
}

std::optional<std::int32_t> day_number(const Written& from) {
  const std::chrono::year_month_day date{std::chrono::year{from.year},
                                         std::chrono::month{static_cast<unsigned>(from.month)},
                                         std::chrono::day{static_cast<unsigned>(from.day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

}  // namespace pos::read
