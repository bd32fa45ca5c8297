// SPDX-License-Identifier: MIT
#include "read/time_format.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::read {
namespace {

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

}  // namespace pos::read
