// SPDX-License-Identifier: MIT
#include "render/page/parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "render/report/numbers.hpp"
#include "render/svg/bar.hpp"
#include "render/words/html.hpp"
#include "render/words/html_table.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Report;
using report::Total;

// <data> holds the number itself, whatever the text makes of it.
std::string number(std::string_view id, std::int64_t value, Language language) {
  return fmt::format(R"(<data id="{}" value="{}">{}</data>)", id, value, grouped(value, language));
}

std::string change_text(std::int64_t now, std::int64_t before, Language language) {
  if (before == 0) return "";
  return in_language(language,
                     fmt::format("{:+.1f}", 100 * static_cast<double>(now - before) / static_cast<double>(before))) +
         "&nbsp;%";
}

std::vector<HtmlCell> comparison_cells(std::string_view name, const Total& now, const Total& before, Language language) {
  return {{escaped_html(name)},
          {grouped(now.count, language)},
          {grouped(before.count, language)},
          {change_text(now.count, before.count, language)},
          {grouped(now.abnormal_rows, language)},
          {grouped(before.abnormal_rows, language)}};
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
                  total.rows_expected > 0 ? rounded(total.expected, language) : std::string(tr(language, "unknown")));
  return trf(language,
             "Rows {} \u00b7 transactions {} \u00b7 normal {} (rows {}) \u00b7 abnormal {} (rows {}) \u00b7 expected {} "
             "\u00b7 incidents {} (critical {})",
             number("total-rows", total.rows, language), number("total-count", total.count, language),
             number("normal-count", total.count - total.abnormal_count, language),
             number("normal-rows", total.rows - total.abnormal_rows, language), number("abnormal-count", total.abnormal_count, language),
             number("abnormal-rows", total.abnormal_rows, language), expected,
             number("incidents-count", count_incidents(report), language),
             number("incidents-critical", count_incidents(report, Severity::critical), language));
}

std::string comparison_part(const Report& report, Language language) {
  if (!report.comparison) return "";
  const report::Comparison& before = *report.comparison;
  const auto word = [&](std::string_view english) { return std::string(tr(language, english)); };
  if (!before.has_rows)
    return "<p id=\"comparison\" class=\"m\">" +
           trf(language, "Nothing to compare with: no rows of {}", period_text(before.period, language)) + "</p>\n";
  std::string out;
  HtmlTable table(out, fmt::format("aria-label=\"{}\"", word("Comparison")), R"(id="comparison")",
                  {{word("Status"), ""},
                   {word("Now")},
                   {word("Then")},
                   {word("Change")},
                   {word("Abnormal rows")},
                   {word("Then")}},
                  trf(language, "Compared with {}, before the filters of the page", period_text(before.period, language)));
  table.row(comparison_cells(word("all"), report.total, before.total, language));
  const Total none;
  for (const auto& [status, total] : report.statuses) {
    const Total* then = find_total(before.statuses, status);
    table.row(comparison_cells(status, total, then ? *then : none, language));
  }
  for (const auto& [status, total] : before.statuses) {
    if (!find_total(report.statuses, status)) table.row(comparison_cells(status, none, total, language));
  }
  table.end();
  return out;
}

std::string bars_part(const Report& report, Language language) {
  const auto word = [&](std::string_view english) { return std::string(tr(language, english)); };
  std::int64_t largest = 0;
  for (const auto& [status, total] : report.statuses) largest = std::max(largest, total.count);
  std::string out;
  HtmlTable table(out, R"(aria-labelledby="bars-heading")", R"(id="bars")",
                  {{word("Status"), ""},
                   {word("Transactions"), "bar"},
                   {word("Total")},
                   {word("Normal")},
                   {word("Abnormal")},
                   {word("Expected")},
                   {word("Rows")}});
  for (const auto& [status, total] : report.statuses) {
    std::string bar;
    append_bar_svg(bar, total, largest);
    const bool wrong = total.abnormal_rows > 0;
    table.row({{escaped_html(status)},
               {bar},
               {grouped(total.count, language)},
               {grouped(total.count - total.abnormal_count, language)},
               {(wrong ? "\u25b2&nbsp;" : "") + grouped(total.abnormal_count, language), wrong ? "number alert" : "number"},
               {total.rows_expected > 0 ? rounded(total.expected, language) : ""},
               {grouped(total.rows, language)}});
  }
  table.end();
  return out;
}

}  // namespace pos::render
