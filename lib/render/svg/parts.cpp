// SPDX-License-Identifier: MIT
#include "render/svg/parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.hpp"

namespace pos::render {

double nice_tick(double largest, double least) {
  const double rough = std::max(largest / 4, least);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= 0.8 * rough) return times * power;
  }
  return 10 * power;
}

void append_point(std::string& out, char command, double x, double y) {
  out += command;
  append_decimal(out, x, 1);
  out += ' ';
  append_decimal(out, y, 1);
}

void append_value_line(std::string& out, double left, double right, double y, std::string_view label) {
  fmt::format_to(std::back_inserter(out),
                 R"(<path class="grid" stroke="#d3d9df" d="M{} {:.1f}H{}"/><text class="text" x="{}" y="{:.1f}" )"
                 R"(text-anchor="end">{}</text>)"
                 "\n",
                 left, y, right, left - 6, y + 4, label);
}

void append_tick_below(std::string& out, double x, double y, std::string_view anchor, std::string_view label) {
  fmt::format_to(std::back_inserter(out),
                 R"(<path class="grid" stroke="#d3d9df" d="M{:.1f} {}v5"/><text class="text" x="{:.1f}" y="{}" )"
                 R"(text-anchor="{}">{}</text>)"
                 "\n",
                 x, y, x, y + 19, anchor, label);
}

void append_triangle(std::string& out, double x, double y, MarkShape shape) {
  const bool filled = shape == MarkShape::filled;
  fmt::format_to(std::back_inserter(out), R"(<path class="alert-mark{}" stroke="#b3261e" fill="{}" d=")",
                 filled ? "" : " hollow", filled ? "#b3261e" : "#ffffff");
  append_point(out, 'M', x, y - 6);
  out += "l5 9h-10z\"/>\n";
}

}  // namespace pos::render
