// SPDX-License-Identifier: MIT
#include "render/html.hpp"

namespace pos::render {

void append_html(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

std::string time_text(LocalSeconds time, const Period& period) {
  std::string text = to_date_time(time);
  if (text.ends_with(":00")) text.resize(text.size() - 3);
  const bool one_day = period.holds(time) && period.end - period.begin <= 86'400 &&
                       to_date_time(period.begin).substr(0, 10) == to_date_time(period.end - 1).substr(0, 10);
  return one_day ? text.substr(text.find(' ') + 1) : text;
}

}  // namespace pos::render
