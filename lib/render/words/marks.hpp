// SPDX-License-Identifier: MIT
// How grave something is, by shape and tone.
#pragma once

#include <string_view>

#include "base/scored.hpp"
#include "render/words/style.hpp"

namespace pos::render {

[[nodiscard]] inline Tone tone_of(Severity severity) {
  return severity == Severity::critical ? Tone::critical : Tone::warning;
}
// In front of what is abnormal: `▲ ` critical, `△ ` other, `! ` for both in ASCII.
[[nodiscard]] inline std::string_view alert_mark(Severity severity, const TextStyle& style) {
  return style.ascii ? "! " : severity == Severity::critical ? "\u25b2 " : "\u25b3 ";
}

}  // namespace pos::render
