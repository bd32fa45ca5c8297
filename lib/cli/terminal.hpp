// SPDX-License-Identifier: MIT
// The terminal that output is read on.
#pragma once

#include <string>
#include <string_view>

namespace pos::cli {

struct TerminalSize {
  int columns = 80;
  int lines = 24;

  friend bool operator==(const TerminalSize&, const TerminalSize&) = default;
};
// $COLUMNS and $LINES, else what standard output says it is.
[[nodiscard]] TerminalSize terminal_size();

[[nodiscard]] bool stdout_is_terminal();

// Whether the locale (LC_ALL, LC_CTYPE, LANG) writes UTF-8.
[[nodiscard]] bool locale_is_utf8();

// Standard output as a picture that is drawn again and again, without flicker: the terminal's other
// screen, without a cursor. What was there before comes back in the end. A terminal that gets another size
// wakes wait_readable().
class Screen {
 public:
  Screen();
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // Lines beyond the last of the screen are not shown.
  void show(std::string_view text, int lines);
};

}  // namespace pos::cli
