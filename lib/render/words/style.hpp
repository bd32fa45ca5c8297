// SPDX-License-Identifier: MIT
// How text may look, for whoever writes it.
#pragma once

#include "base/language.hpp"

namespace pos::render {

struct TextStyle {
  int width = 80;  // columns, 20 or more; lines are not longer
  bool color = false;
  bool ascii = false;  // no byte above 127 that is not from the data
  Language language = Language::en;
};

// Colour only adds to what glyphs and words already say.
enum class Tone { plain, strong, faint, good, warning, critical, count };

}  // namespace pos::render
