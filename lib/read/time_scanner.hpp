// SPDX-License-Identifier: MIT
// What stands in a text that is a time, part by part: for those who read times, and for those who write more like them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "base/text.hpp"

namespace pos::read {

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
  TimeStyle::Order order = TimeStyle::Order::unknown;
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

  // From `least` to `most` digits, no sign; those that follow are left. `most` is 9 at most, so that an int holds them.
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

  // `count` digits; false, too, where the number is larger than an int64.
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

// One of the forms of pos-formats(5).
[[nodiscard]] bool scan_any_form(Scanner& scan, Written& to);
// YYYY-MM-DD, with - or / or . between.
[[nodiscard]] bool scan_year_first(Scanner& scan, Written& to);
// In the form that the style names, or in any; the clock is one of a day.
[[nodiscard]] bool scan_time(Scanner& scan, const TimeStyle& style, Written& to);

// Wall-clock days since 1970; nothing: there is no such day.
[[nodiscard]] std::optional<std::int32_t> day_number(const Written& from);

using Months = std::array<std::string_view, 12>;

// Short names and long ones, in English and Portuguese.
inline constexpr std::array<Months, 4> month_names = {{
    {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"},
    {"JAN", "FEV", "MAR", "ABR", "MAI", "JUN", "JUL", "AGO", "SET", "OUT", "NOV", "DEZ"},
    {"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
     "DECEMBER"},
    {"JANEIRO", "FEVEREIRO", "MAR\xC3\xA7O", "ABRIL", "MAIO", "JUNHO", "JULHO", "AGOSTO", "SETEMBRO", "OUTUBRO",
     "NOVEMBRO", "DEZEMBRO"},
}};

}  // namespace pos::read
