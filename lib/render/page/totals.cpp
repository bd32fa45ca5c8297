// SPDX-License-Identifier: MIT
#include "render/page/parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "render/report/numbers.hpp"
#include "render/svg/series.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Report;
using report::Total;

// <data> holds the number itself, whatever the text makes of it.
std::string number(std::string_view id, std::int64_t value) {
  return fmt::format(R"(<data id="{}" value="{}">{}</data>)", id, value, grouped(value));
}

std::string change_text(std::int64_t now, std::int64_t before) {
  if (before == 0) return "";
  return fmt::format("{:+.1f}&nbsp;%", 100 * static_cast<double>(now - before) / static_cast<double>(before));
}

void append_comparison_row(std::string& out, std::string_view name, const Total& now, const Total& before) {
  fmt::format_to(std::back_inserter(out),
                 "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                 escaped_html(name), grouped(now.count), grouped(before.count), change_text(now.count, before.count),
                 grouped(now.abnormal_rows), grouped(before.abnormal_rows));
}

const Total* find_total(const std::vector<report::StatusTotal>& totals, std::string_view status) {
  const auto at = std::find_if(totals.begin(), totals.end(),
                               [&](const report::StatusTotal& total) { return total.status == status; });
  return at == totals.end() ? nullptr : &at->total;
}

}  // namespace

std::string totals_part(const Report& report, Language language) {
  const Total& total = report.total;
  const std::string expected =
      fmt::format(R"(<data id="total-expected" value="{:.2f}">{}</data>)", total.expected,
                  total.rows_expected > 0 ? rounded(total.expected) : std::string(tr(language, "unknown")));
  return trf(language,
             "Rows {} \u00b7 transactions {} \u00b7 normal {} (rows {}) \u00b7 abnormal {} (rows {}) \u00b7 expected {} "
             "\u00b7 incidents {} (critical {})",
             number("total-rows", total.rows), number("total-count", total.count),
             number("normal-count", total.count - total.abnormal_count),
             number("normal-rows", total.rows - total.abnormal_rows), number("abnormal-count", total.abnormal_count),
             number("abnormal-rows", total.abnormal_rows), expected,
             number("incidents-count", count_incidents(report)),
             number("incidents-critical", count_incidents(report, Severity::critical)));
}

std::string comparison_part(const Report& report) {
  if (!report.comparison) return "";
  const report::Comparison& before = *report.comparison;
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"group\" aria-label=\"Comparison\" tabindex=\"0\"><table "
      "id=\"comparison\"><caption>Compared with {}, before the filters of the "
      "page</caption>\n<thead><tr><th scope=\"col\">Status</th><th scope=\"col\" class=\"number\">Now</th>"
      "<th scope=\"col\" class=\"number\">Then</th><th scope=\"col\" class=\"number\">Change</th>"
      "<th scope=\"col\" class=\"number\">Abnormal rows</th><th scope=\"col\" class=\"number\">Then</th></tr></thead>"
      "\n<tbody>\n",
      period_text(before.period));
  append_comparison_row(out, "all", report.total, before.total);
  const Total none;
  for (const auto& [status, total] : report.statuses) {
    const Total* then = find_total(before.statuses, status);
    append_comparison_row(out, status, total, then ? *then : none);
  }
  for (const auto& [status, total] : before.statuses) {
    if (!find_total(report.statuses, status)) append_comparison_row(out, status, none, total);
  }
  return out + "</tbody></table></div>";
}

std::string bars_part(const Report& report) {
  std::int64_t largest = 0;
  for (const auto& [status, total] : report.statuses) largest = std::max(largest, total.count);
  std::string out;
  for (const auto& [status, total] : report.statuses) {
    fmt::format_to(std::back_inserter(out), "<tr><th scope=\"row\">{}</th><td class=\"bar\">", escaped_html(status));
    append_bar_svg(out, total, largest);
    fmt::format_to(std::back_inserter(out),
                   "</td><td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number{}{}</td>"
                   "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                   grouped(total.count), grouped(total.count - total.abnormal_count),
                   total.abnormal_rows > 0 ? " alert\">\u25b2&nbsp;" : "\">", grouped(total.abnormal_count),
                   total.rows_expected > 0 ? rounded(total.expected) : "", grouped(total.rows));
  }
  return out;
}

}  // namespace pos::render
