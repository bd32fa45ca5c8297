// SPDX-License-Identifier: MIT
#include "base/language.hpp"
#include "render/page/parts.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

std::string_view sentence(std::int64_t step) {
  switch (step) {
    case 60:
      return marked("By minute: {} rows are too many for one page. A shorter period or fewer statuses show each of them.");
    case 300:
      return marked("By five minutes: {} rows are too many for one page. A shorter period or fewer statuses show each of them.");
    case 900:
      return marked("By quarter of an hour: {} rows are too many for one page. A shorter period or fewer statuses show each of "
                    "them.");
    case 3600:
      return marked("By hour: {} rows are too many for one page. A shorter period or fewer statuses show each of them.");
    default:
      return marked("By {1}: {0} rows are too many for one page. A shorter period or fewer statuses show each of them.");
  }
}

}  // namespace

std::string coarse_part(const report::Report& report, const PageText& text) {
  if (!report.coarse) return {};
  const std::string rows = grouped(report.total.rows);
  return "<p id=\"coarse-note\">" +
         escaped_html(trf(text.language, sentence(*report.coarse), rows, duration_text(*report.coarse))) + "</p>";
}

}  // namespace pos::render
