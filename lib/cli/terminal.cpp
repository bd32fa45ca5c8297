// SPDX-License-Identifier: MIT
#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <cstdlib>
#include <optional>

#include "base/text.hpp"
#include "cli/output.hpp"

namespace pos::cli {
namespace {

constexpr int least = 20;
constexpr int most = 1000;

std::optional<int> environment_number(const char* name) {
  const char* text = std::getenv(name);
  const auto number = text != nullptr ? parse_number<int>(text) : std::nullopt;
  return number && *number > 0 ? number : std::nullopt;
}

constexpr std::string_view enter = "\x1b[?1049h\x1b[?25l";  // other screen, no cursor
constexpr std::string_view leave = "\x1b[?25h\x1b[?1049l";

}  // namespace

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

TerminalSize terminal_size() {
  TerminalSize size;
  winsize window{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0)
    size = {window.ws_col, window.ws_row};
  size.columns = std::clamp(environment_number("COLUMNS").value_or(size.columns), least, most);
  size.lines = environment_number("LINES").value_or(size.lines);
  return size;
}

bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* set = std::getenv(name);
    if (set == nullptr || *set == '\0') continue;
    std::string locale = set;  // the first that is set decides
    for (char& c : locale) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return locale.find("UTF-8") != std::string::npos || locale.find("UTF8") != std::string::npos;
  }
  return false;
}

Screen::Screen() {
  struct sigaction woken {};
  woken.sa_handler = [](int) {};
  sigaction(SIGWINCH, &woken, nullptr);
  Output out("-");
  out.buffer() = enter;
  out.flush();
}

Screen::~Screen() { static_cast<void>(!write(STDOUT_FILENO, leave.data(), leave.size())); }

void Screen::show(std::string_view text, int lines) {
  Output out("-");
  out.buffer() = "\x1b[H";
  for (int line = 0; line < lines && !text.empty(); ++line) {
    if (line > 0) out.buffer() += '\n';
    (out.buffer() += take_until(text, '\n')) += "\x1b[K";
  }
  out.buffer() += "\x1b[J";
  out.flush();
}

}  // namespace pos::cli
