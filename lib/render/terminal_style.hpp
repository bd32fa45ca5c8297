// SPDX-License-Identifier: MIT
// What a terminal can show, and lines written for it.
#pragma once

#include <string>
#include <string_view>

namespace pos::render {

struct TextStyle {
  int width = 80;  // columns, 20 or more; lines are not longer
  bool color = false;
  bool ascii = false;  // no byte above 127 that is not from the data
};

// Colour only adds to what glyphs and words already say.
enum class Tone { plain, strong, faint, good, warning, critical, count };

// One line, built from left to right. Colour codes end with the line, so that pagers can cut there.
class StyledLine {
 public:
  StyledLine(std::string& out, const TextStyle& style) : out_(out), color_(style.color) {}

  StyledLine& add(std::string_view text, Tone tone = Tone::plain);
  StyledLine& blank(int columns);
  void end();  // blanks at the end of the line are not written

 private:
  std::string& out_;
  bool color_;
  Tone tone_ = Tone::plain;
  int blanks_ = 0;
};

}  // namespace pos::render
