// SPDX-License-Identifier: MIT
// Lines written for a terminal.
#pragma once

#include <string>
#include <string_view>

#include "render/words/style.hpp"

namespace pos::render {

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
