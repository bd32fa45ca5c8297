// SPDX-License-Identifier: MIT
#include "render/terminal/line.hpp"

namespace pos::render {
namespace {

// ECMA-48, select graphic rendition. The eight basic colours: the user's own palette makes them readable.
std::string_view code(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "\x1b[0m";
    case Tone::strong:
      return "\x1b[0;1m";
    case Tone::faint:
      return "\x1b[0;2m";
    case Tone::good:
      return "\x1b[0;32m";
    case Tone::warning:
      return "\x1b[0;33m";
    case Tone::critical:
      return "\x1b[0;1;31m";
    case Tone::count:
      return "\x1b[0;36m";
  }
  return {};
}

}  // namespace

StyledLine& StyledLine::add(std::string_view text, Tone tone) {
  if (text.empty()) return *this;
  out_.append(static_cast<std::size_t>(blanks_), ' ');
  blanks_ = 0;
  if (color_ && tone != tone_) out_ += code(tone);
  tone_ = tone;
  out_ += text;
  return *this;
}

StyledLine& StyledLine::blank(int columns) {
  if (columns > 0) blanks_ += columns;
  return *this;
}

void StyledLine::end() {
  if (color_ && tone_ != Tone::plain) out_ += code(Tone::plain);
  tone_ = Tone::plain;
  blanks_ = 0;
  out_ += '\n';
}

}  // namespace pos::render
