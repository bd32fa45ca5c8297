// SPDX-License-Identifier: MIT
#include "render/words/html_table.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "render/words/html.hpp"

namespace pos::render {
namespace {

std::string space_before(std::string_view attributes) {
  return attributes.empty() ? "" : " " + std::string(attributes);
}

void append_element(std::string& out, std::string_view tag, std::string_view attributes, std::string_view look,
                    std::string_view html) {
  fmt::format_to(std::back_inserter(out), "<{}{}{}>{}</{}>", tag, space_before(attributes),
                 look.empty() ? "" : fmt::format(" class=\"{}\"", look), html, tag);
}

}  // namespace

HtmlTable::HtmlTable(std::string& out, std::string_view name, std::string_view attributes,
                     std::vector<HtmlColumn> columns, std::string_view caption)
    : out_(out), columns_(std::move(columns)) {
  const auto named = std::find_if(columns_.begin(), columns_.end(), [](const auto& one) { return !one.name.empty(); });
  heading_ = static_cast<std::size_t>(named - columns_.begin());
  fmt::format_to(std::back_inserter(out_), "<div class=\"scroll\" role=\"group\" tabindex=\"0\"{}><table{}>\n",
                 space_before(name), space_before(attributes));
  if (!caption.empty()) out_ += "<caption>" + escaped_html(caption) + "</caption>\n";
  out_ += "<thead><tr>";
  for (const HtmlColumn& column : columns_) {
    const bool is_named = !column.name.empty();
    append_element(out_, is_named ? "th" : "td", is_named ? R"(scope="col")" : "", column.look,
                   escaped_html(column.name));
  }
  out_ += "</tr></thead>\n<tbody>\n";
}

void HtmlTable::row(const std::vector<HtmlCell>& cells, std::string_view attributes) {
  out_ += "<tr" + space_before(attributes) + ">";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string_view look = cells[i].look.empty() ? columns_[i].look : cells[i].look;
    append_element(out_, i == heading_ ? "th" : "td", i == heading_ ? R"(scope="row")" : "", look, cells[i].html);
  }
  out_ += "</tr>\n";
}

void HtmlTable::says(std::string_view text) {
  fmt::format_to(std::back_inserter(out_), "<tr><td colspan=\"{}\">{}</td></tr>\n", columns_.size(),
                 escaped_html(text));
}

void HtmlTable::end() { out_ += "</tbody></table></div>\n"; }

}  // namespace pos::render
