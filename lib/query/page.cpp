// SPDX-License-Identifier: MIT
// A result as a page of its own.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "query/forms.hpp"
#include "render/checkout/page_head.hpp"
#include "render/svg/bars.hpp"
#include "render/svg/lines.hpp"
#include "render/words/html.hpp"
#include "render/words/html_table.hpp"
#include "render/words/numbers.hpp"
#include "render/words/text.hpp"

namespace pos::query {
namespace {

constexpr std::size_t most_shown_rows = 5000;  // of a table: who wants to read more takes csv

std::string escaped(std::string_view text) { return render::escaped_html(render::harmless(text)); }

void append_key(std::string& out, const Plot& plot, Chart shape, Language language) {
  out += "<figcaption>";
  for (std::size_t i = 0; i < std::min(plot.lines.size(), render::most_lines); ++i) {
    out += "<span class=\"item\">";
    shape == Chart::bar ? render::append_bar_sample(out, i) : render::append_line_sample(out, i);
    out += escaped(plot.lines[i].name) + "</span>\n";
  }
  if (const std::string others = not_drawn(plot, language); !others.empty())
    out += "<span class=\"item\">" + escaped(others) + "</span>\n";
  out += "</figcaption>\n";
}

void append_figure(std::string& out, const Plot& plot, const Order& order) {
  if (plot.labels.empty()) return;
  const Chart shape = chart_of(plot, order);
  out += "<figure>\n";
  append_plot_svg(out, plot, shape, order);
  append_key(out, plot, shape, order.style.language);
  out += "</figure>\n";
}

void append_table(std::string& out, const Table& table, Language language) {
  std::vector<render::HtmlColumn> columns;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    const bool is_words = has_text(table, i);
    columns.push_back({render::harmless(table.names[i]), is_words ? "" : "number"});
  }
  render::HtmlTable html(out, "aria-label=\"" + escaped(tr(language, "Result")) + "\"", "", std::move(columns));
  for (std::size_t row = 0; row < std::min(table.rows(), most_shown_rows); ++row) {
    std::vector<render::HtmlCell> cells;
    for (std::size_t i = 0; i < table.names.size(); ++i) cells.push_back({escaped(shown_text(table.at(row, i)))});
    html.row(cells);
  }
  if (table.rows() == 0) html.says(tr(language, "no rows"));
  html.end();
  if (table.rows() <= most_shown_rows) return;
  const auto number = [&](std::size_t rows) { return render::grouped(static_cast<std::int64_t>(rows), language); };
  out += "<p class=\"none\">" +
         escaped(trf(language, "The first {} of {} rows; csv has all.", number(most_shown_rows), number(table.rows()))) +
         "</p>\n";
}

}  // namespace

void append_page(std::string& out, const Table& table, const Order& order) {
  const Language language = order.style.language;
  const std::string title = order.title.empty() ? std::string(tr(language, "Query")) : order.title;
  const bool must_draw = order.chart && *order.chart != Chart::none;
  const bool draws = must_draw || (!order.chart && why_no_plot(table).empty());
  render::append_page_head(out, title, language);
  out += "<body>\n<header>\n<h1>" + escaped(title) + "</h1>\n</header>\n<main>\n";
  if (draws) append_figure(out, make_plot(table), order);
  for (const std::string& text : order.explanation) out += "<p>" + escaped(text) + "</p>\n";
  out += "<h2>" + escaped(tr(language, "Query")) + "</h2>\n<pre>";
  render::append_html(out, order.sql);
  out += "</pre>\n<h2>" + escaped(tr(language, "Result")) + "</h2>\n";
  append_table(out, table, language);
  out += "</main>\n<footer>\n<p>" + escaped(order.version) + "</p>\n</footer>\n</body>\n</html>\n";
}

}  // namespace pos::query
