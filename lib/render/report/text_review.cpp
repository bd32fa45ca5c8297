// SPDX-License-Identifier: MIT
#include <array>
#include <string>
#include <vector>

#include "render/report/review_words.hpp"
#include "render/report/text_parts.hpp"
#include "render/terminal/line.hpp"
#include "render/terminal/table.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

void append_lines(std::string& out, const std::vector<std::string>& lines, const TextStyle& style) {
  for (const std::string& line : lines) {
    for (const std::string& piece : wrap(harmless(line), style.width)) StyledLine(out, style).add(piece).end();
  }
}

void append_rows(std::string& out, const ReviewTable& of, const TextStyle& style) {
  std::vector<TableColumn> columns;
  for (const std::string& name : of.columns)
    columns.push_back({.name = name, .align = columns.empty() ? Align::left : Align::right});
  TextTable table(std::move(columns));
  for (const auto& row : of.rows) table.row(row);
  out += '\n';
  table.append_to(out, style);
}

}  // namespace

void append_review(std::string& out, const report::Report& report, const TextStyle& style) {
  const Language language = style.language;
  append_heading(out, tr(language, "Review"), report, style);
  if (!report.review) return;
  const report::Review& review = *report.review;
  append_lines(out, review_lines(report, language), style);
  if (review.whole.incidents + review.keys.incidents > 0) append_rows(out, delays_table(review, language), style);
  if (review.days <= 0) return;
  if (review.budgets.empty()) {
    out += '\n';
  } else {
    append_rows(out, budgets_table(review, language), style);
  }
  append_lines(out, {budgets_note(review, language)}, style);
}

}  // namespace pos::render
