// SPDX-License-Identifier: MIT
#include "read/time_forms.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "base/error.hpp"
#include "base/record.hpp"
#include "base/text.hpp"

namespace pos::read {
namespace {

using Order = TimeStyle::Order;

constexpr std::int64_t day_seconds = 86'400;

// A part of a text, by the letter that strftime has for it. Beside those: Q are milliseconds since 1970, F a point and
// digits behind the seconds.
struct Piece {
  char letter;
  std::size_t begin;
  std::size_t size;
};

// What stands in a text.
struct Written {
  int year = 0, month = 0, day = 0;
  int hour = 0, minute = 0, second = 0;
  int half = -1;  // of the day: 0 AM, 1 PM; none: 24 hours
  bool dated = false;
  bool since_1970 = false;
  bool has_zone = false;
  bool undecided = false;  // day and month may be the other way round
  Order order = Order::unknown;
  std::int64_t epoch = 0;   // seconds
  std::int64_t offset = 0;  // seconds east of UTC
};

// Takes a time apart from the left; every step says whether what it wants stands there.
class Scanner {
 public:
  // `pieces`: where each number is put down, for those who want to write the same again.
  explicit Scanner(std::string_view text, std::vector<Piece>* pieces = nullptr) : text_(text), pieces_(pieces) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }
  [[nodiscard]] bool at_digit() const { return peek() >= '0' && peek() <= '9'; }

  // How many digits stand here, `most` at most.
  [[nodiscard]] std::size_t digits(std::size_t most) const {
    std::size_t count = 0;
    while (count < most && at_ + count < text_.size() && text_[at_ + count] >= '0' && text_[at_ + count] <= '9')
      ++count;
    return count;
  }
  [[nodiscard]] char behind(std::size_t digits) const {
    return at_ + digits < text_.size() ? text_[at_ + digits] : '\0';
  }

  bool character(char wanted) {
    if (peek() != wanted || at_end()) return false;
    ++at_;
    return true;
  }

  // `word` is in capitals.
  bool word(std::string_view word) {
    if (text_.size() - at_ < word.size()) return false;
    const auto same = [](char b, char a) {
      return a == b || (a >= 'a' && a <= 'z' && a - 0x20 == b) || (b == '\xA7' && a == '\x87');  // the cedilla of marco
    };
    if (!std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(at_), same)) return false;
    at_ += word.size();
    return true;
  }

  bool number(char letter, std::size_t least, std::size_t most, int& value) {
    int sum = 0;
    std::size_t count = 0;
    for (const char* at = text_.data() + at_; count < most && at_ + count < text_.size(); ++at, ++count) {
      if (*at < '0' || *at > '9') break;
      sum = sum * 10 + (*at - '0');
    }
    if (count < least) return false;
    value = sum;
    pass(letter, count);
    return true;
  }

  bool long_number(char letter, std::size_t count, std::int64_t& value) {
    const auto read = parse_number<std::int64_t>(text_.substr(at_, count));
    if (!read || count == 0) return false;
    value = *read;
    pass(letter, count);
    return true;
  }

  // A point or a comma and digits, or nothing.
  bool fraction() {
    if (peek() != '.' && peek() != ',') return true;
    const std::size_t begin = at_++;
    const std::size_t count = digits(text_.size());
    at_ = begin;
    pass('F', count + 1);
    return count > 0;
  }

  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
  void pass(char letter, std::size_t size) {
    if (pieces_ != nullptr) pieces_->push_back({letter, at_, size});
    at_ += size;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece>* pieces_;
};

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

// YYYY-MM-DD, with - or / or . between.
bool year_first(Scanner& scan, Written& to) {
  to.dated = true;
  if (!scan.number('Y', 4, 4, to.year)) return false;
  const char separator = scan.peek();
  return scan.character(separator) && scan.number('m', 1, 2, to.month) && scan.character(separator) &&
         scan.number('d', 1, 2, to.day);
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
  if (to.order == Order::unknown) {
    to.undecided = first <= 12 && second <= 12;
    to.order = first <= 12 && second > 12 ? Order::month_first : Order::day_first;
  }
  const bool day_first = to.order == Order::day_first;
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

// One of the forms of pos-formats(5).
bool any_form(Scanner& scan, Written& to) {
  const std::size_t digits = scan.digits(20);
  const char next = scan.behind(digits);
  const bool separates = next == '-' || next == '/' || next == '.';
  if (digits == 4 && separates) return year_first(scan, to) && date_and_clock(scan, to);
  if (digits == 1 || digits == 2) {
    if (separates) return year_last(scan, to) && date_and_clock(scan, to);
    return clock(scan, to) && scan.at_end();
  }
  return epoch(scan, digits, to);
}

using Months = std::array<std::string_view, 12>;

// Short names and long ones, in English and Portuguese.
constexpr std::array<Months, 4> month_names = {{
    {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"},
    {"JAN", "FEV", "MAR", "ABR", "MAI", "JUN", "JUL", "AGO", "SET", "OUT", "NOV", "DEZ"},
    {"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
     "DECEMBER"},
    {"JANEIRO", "FEVEREIRO", "MAR\xC3\xA7O", "ABRIL", "MAIO", "JUNHO", "JULHO", "AGOSTO", "SETEMBRO", "OUTUBRO",
     "NOVEMBRO", "DEZEMBRO"},
}};

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

bool scan_time(Scanner& scan, const TimeStyle& style, Written& to) {
  to.order = style.order;
  if (!(style.format.empty() ? any_form(scan, to) : formatted(scan, style.format, to))) return false;
  if (to.half >= 0) to.hour = to.hour % 12 + 12 * to.half;
  if (to.second == 60) to.second = 59;  // a leap second counts with the second before it
  return to.hour <= 23 && to.minute <= 59 && to.second <= 59;
}

// Wall-clock days since 1970; nothing: there is no such day.
std::optional<std::int32_t> day_number(const Written& from) {
  const std::chrono::year_month_day date{std::chrono::year{from.year},
                                         std::chrono::month{static_cast<unsigned>(from.month)},
                                         std::chrono::day{static_cast<unsigned>(from.day)}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<LocalTime> local_time(const Written& from, const TimeZone& zone) {
  if (from.since_1970) return to_local_time(zone.local(from.epoch));
  const std::int32_t second = from.hour * 3600 + from.minute * 60 + from.second;
  if (!from.dated) return LocalTime{LocalTime::no_day, second};
  const auto day = day_number(from);
  if (!day || !from.has_zone) return day ? std::optional(LocalTime{*day, second}) : std::nullopt;
  return to_local_time(zone.local(*day * day_seconds + second - from.offset));
}

// The format of `text`, which stands in a form of pos-formats(5), with its day or its month first.
std::string format_of(std::string_view text, Order order) {
  std::vector<Piece> pieces;
  Scanner scan(text, &pieces);
  Written written;
  written.order = order;
  static_cast<void>(any_form(scan, written));
  std::string format;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    if (piece.letter == 'z') break;
    format += text.substr(at, piece.begin - at);
    if (piece.letter == 'F') format += text[piece.begin];
    (format += '%') += piece.letter == 'F' ? 'f' : piece.letter;
    at = piece.begin + piece.size;
  }
  const std::string_view zone = text.substr(at);
  if (zone.empty()) return format;
  return format + (zone.starts_with(' ') ? " %z" : "%z");
}

std::string month_like(std::string_view like, char letter, int month) {
  std::size_t list = letter == 'B' ? 2 : 0;
  const auto& names = month_names;
  if (std::none_of(names[list].begin(), names[list].end(), [&](auto name) { return Scanner(like).word(name); })) ++list;
  std::string name(names[list][static_cast<std::size_t>(month) - 1]);
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (is_small(like[i == 0 ? 0 : 1]) && name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] + 0x20);
  }
  return name;
}

// What stands in place of `like` at another time.
std::string piece_at(char letter, std::string_view like, std::int64_t local_seconds) {
  const LocalTime time = to_local_time(local_seconds);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{time.day}}};
  const int hour = time.second_of_day / 3600;
  const auto digits = [&](int number) {
    std::string text = std::to_string(number);
    if (text.size() < like.size()) text.insert(0, like.size() - text.size(), letter == 'e' ? ' ' : '0');
    return text;
  };
  switch (letter) {
    case 'Y':
      return digits(static_cast<int>(date.year()));
    case 'y':
      return digits(static_cast<int>(date.year()) % 100);
    case 'm':
      return digits(static_cast<int>(static_cast<unsigned>(date.month())));
    case 'b':
    case 'B':
      return month_like(like, letter, static_cast<int>(static_cast<unsigned>(date.month())));
    case 'd':
    case 'e':
      return digits(static_cast<int>(static_cast<unsigned>(date.day())));
    case 'H':
      return digits(hour);
    case 'I':
      return digits(hour % 12 == 0 ? 12 : hour % 12);
    case 'M':
      return digits(time.minute_of_day() % 60);
    case 'p':
      return std::string(1, static_cast<char>((hour < 12 ? 'A' : 'P') + (like[0] >= 'a' ? 0x20 : 0))) + like[1];
    case 'S':
    case 'f':
      return std::string(like.size(), '0');
    case 'F':
      return {};
    case 's':
      return std::to_string(local_seconds);
    case 'Q':
      return std::to_string(local_seconds * 1000);
    default:  // the zone stays
      return std::string(like);
  }
}

// Which letters a format has.
class Letters {
 public:
  void add(char letter) {
    constexpr std::string_view known = "YymbBdeHIMSfpszZ";
    if (known.find(letter) == std::string_view::npos) refuse(std::string("%") + letter + " is not known");
    if (has(letter)) refuse(std::string("%") + letter + " is there twice");
    letters_ += letter;
  }

  void check() const {
    const bool date = one_of("Yy") && one_of("mbB") && one_of("de");
    if (!date && (any_of("YymbBde"))) refuse("a date needs year, month and day");
    if (has('s') ? letters_ != "s" && letters_ != "sf" : !one_of("HI") || !has('M'))
      refuse("it has no hour and minute");
    if (has('I') != has('p')) refuse("%I and %p go together");
    if (any_of("zZ") && !(date && one_of("zZ"))) refuse("a zone needs a date");
  }

 private:
  [[nodiscard]] bool has(char letter) const { return letters_.find(letter) != std::string::npos; }
  [[nodiscard]] bool any_of(std::string_view these) const { return letters_.find_first_of(these) != std::string::npos; }
  [[nodiscard]] bool one_of(std::string_view these) const {
    return std::count_if(these.begin(), these.end(), [this](char c) { return has(c); }) == 1;
  }
  [[noreturn]] static void refuse(const std::string& why) {
    throw Error(Fault::usage, "--time-format: " + printable(why) + "; it is such as '%d/%m/%Y %H:%M'");
  }

  std::string letters_;
};

}  // namespace

std::optional<LocalTime> TimeReader::read(std::string_view text) {
  if (time_ && text == text_) return time_;
  undecided_ = false;
  time_ = read_new(text);
  if (time_) text_ = text;
  return time_;
}

std::optional<LocalTime> TimeReader::read_new(std::string_view text) {
  Scanner scan(text);
  Written written;
  if (!scan_time(scan, style_, written)) return std::nullopt;
  const auto time = local_time(written, zone_);
  if (!time || written.order == style_.order) return time;
  undecided_ = written.undecided;
  if (undecided_) return std::nullopt;
  style_.order = written.order;
  return time;
}

std::string TimeReader::problem(std::string_view text) const {
  if (text.empty()) return "time is empty";
  const std::string time = "time '" + printable(text, 40) + "'";
  if (undecided_) {
    return time + ": nothing says whether its day or its month stands first; give --time-format '" +
           printable(format_of(text, Order::day_first)) + "' or '" + printable(format_of(text, Order::month_first)) +
           "'";
  }
  if (!style_.format.empty()) return time + " is not of the form '" + printable(style_.format) + "'";
  if (style_.order != Order::unknown) {
    TimeStyle other{{}, style_.order == Order::day_first ? Order::month_first : Order::day_first};
    if (TimeReader(zone_, other).read(text)) {
      return time + " has its " + (style_.order == Order::day_first ? "month" : "day") +
             " first, unlike a row before it";
    }
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_of_date = [](char c) { return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool other_form = text.size() >= 8 && text[4] != '-' && std::any_of(text.begin(), text.end(), is_digit) &&
                          std::any_of(text.begin(), text.end(), is_of_date);
  return time + " is not a time" + (other_form ? " (--time-format says how it is written)" : "");
}

std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone) {
  TimeStyle style;
  return TimeReader(zone, style).read(text);
}

std::string parse_time_format(std::string_view format) {
  std::string written;
  Letters letters;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char letter = format[i] == '%' && i + 1 < format.size() ? format[i + 1] : '\0';
    const std::string_view longer = letter == 'T'   ? "%H:%M:%S"
                                    : letter == 'R' ? "%H:%M"
                                    : letter == 'F' ? "%Y-%m-%d"
                                    : letter == 'D' ? "%m/%d/%y"
                                    : letter == 'h' ? "%b"
                                                    : "";
    if (!longer.empty()) {
      written += longer;
      ++i;
    } else {
      written += format[i];
      if (format[i] == '%' && letter == '%') written += format[++i];
    }
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '%') continue;
    ++i;
    if (i == written.size() || written[i] != '%') letters.add(i < written.size() ? written[i] : ' ');
  }
  letters.check();
  return written;
}

std::optional<std::int32_t> parse_date(std::string_view text) {
  Scanner scan(text);
  Written written;
  const bool hyphens = text.size() == 10 && text[4] == '-' && year_first(scan, written) && scan.at_end();
  return hyphens ? day_number(written) : std::nullopt;
}

std::string shift_time(std::string_view like, std::int64_t minutes, const TimeStyle& style) {
  std::vector<Piece> pieces;
  Scanner scan(like, &pieces);
  Written written;
  if (!scan_time(scan, style, written)) return std::string(like);
  // A zone behind the time stays: what counts is the clock as written.
  const std::int64_t day = written.dated ? day_number(written).value_or(0) : 0;
  const std::int64_t minute =
      written.since_1970 ? written.epoch / 60 : day * (day_seconds / 60) + written.hour * 60 + written.minute;
  std::string shifted;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    shifted += like.substr(at, piece.begin - at);
    shifted += piece_at(piece.letter, like.substr(piece.begin, piece.size), (minute + minutes) * 60);
    at = piece.begin + piece.size;
  }
  return shifted += like.substr(at);
}

}  // namespace pos::read
