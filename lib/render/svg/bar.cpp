// SPDX-License-Identifier: MIT
#include "render/svg/bar.hpp"

#include <fmt/core.h>

#include <iterator>

namespace pos::render {

void append_bar_svg(std::string& out, const report::Total& total, std::int64_t largest) {
  const auto percent = [&](std::int64_t count) {
    return largest > 0 ? 100 * static_cast<double>(count) / static_cast<double>(largest) : 0.0;
  };
  const double normal = percent(total.count - total.abnormal_count);
  fmt::format_to(std::back_inserter(out),
                 R"svg(<svg aria-hidden="true" focusable="false" width="100%" height="18">)svg"
                 R"svg(<rect class="normal-bar" fill="#5b8cbf" width="{:.3f}%" height="18"/>)svg"
                 R"svg(<rect fill="url(#hatch)" x="{:.3f}%" width="{:.3f}%" height="18"/></svg>)svg",
                 normal, normal, percent(total.abnormal_count));
}

void append_hatch(std::string& out) {
  out +=
      R"svg(<defs><pattern id="hatch" patternUnits="userSpaceOnUse" width="5" height="5" patternTransform="rotate(45)">)svg"
      R"svg(<rect class="hatch-ground" fill="#b3261e" width="5" height="5"/>)svg"
      R"svg(<path class="hatch-line" stroke="#ffffff" stroke-width="1.6" d="M0 0V5"/></pattern></defs>)svg";
}

}  // namespace pos::render
