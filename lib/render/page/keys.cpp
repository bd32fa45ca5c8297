// SPDX-License-Identifier: MIT
#include "render/page/parts.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

#include "base/language.hpp"
#include "base/percent.hpp"
#include "base/volume.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"
#include "render/words/html_table.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

constexpr std::size_t most_keys = 50;  // those that lost most

// The page of a key; empty: of all.
std::string key_address(const PageText& text, std::string_view key) {
  std::string address = "?" + text.query;
  if (key.empty()) return escaped_html(address);
  if (!text.query.empty()) address += '&';
  address += "by=";
  address += percent_encoded(key);
  return escaped_html(address);
}

std::vector<HtmlCell> key_cells(const report::Report& report, const report::KeyTotal& key, const PageText& text) {
  const Language language = text.language;
  const std::string name = text.live
                               ? fmt::format(R"(<a href="{}">{}</a>)", key_address(text, key.key), escaped_html(key.key))
                               : escaped_html(key.key);
  const std::string button = fmt::format(
      R"(<button type="button" class="needs-script" data-focus="key {0}" data-by="{0}" aria-label="{1}">{2}</button>)",
      escaped_html(key.key), escaped_html(trf(text.language, "Show {}", key.key)), tr(text.language, "Show"));
  const bool hurt = key.incidents > 0;
  return {{button},
          {name},
          {grouped(key.count, language)},
          {report.total.count > 0 ? percent(key.count, report.total.count, language) : ""},
          {report.volume == every_status ? "" : grouped(key.volume, language)},
          {grouped(key.incidents, language), hurt ? "number alert" : "number"},
          {hurt && key.lost ? rounded(*key.lost, language) : ""},
          {grouped(key.alert_minutes, language)},
          {key.last_incident ? std::to_string(*key.last_incident) : ""}};
}

}  // namespace

// Back to all, from the page of a key.
std::string all_keys_link(const report::Report& report, const PageText& text) {
  if (!text.live || report.filter.key().empty()) return {};
  return fmt::format(R"(<p><a id="all-keys" href="{}">{}</a></p>)", key_address(text, {}),
                     tr(text.language, "All keys"));
}

// A key may be one of thousands: it is typed, and the browser proposes those of the page.
std::string key_filter(const report::Report& report, Language language) {
  if (!report.has_keys) return {};
  return fmt::format(
      "<fieldset><legend>{}</legend>\n"
      "<label>{} <input id=\"by\" type=\"search\" list=\"keys-known\" autocomplete=\"off\" "
      "spellcheck=\"false\"></label><datalist id=\"keys-known\"></datalist>\n</fieldset>\n",
      tr(language, "Key"), tr(language, "only"));
}

// The keys that lost most.
std::string keys_part(const report::Report& report, const PageText& text) {
  if (!report.has_keys) return {};
  const auto word = [&](std::string_view english) { return std::string(tr(text.language, english)); };
  std::string out = fmt::format(
      "\n<section aria-labelledby=\"keys-heading\">\n<h2 id=\"keys-heading\">{} <small>{}</small></h2>\n",
      word("Keys"), word("by what they lost"));
  HtmlTable table(out, R"(aria-labelledby="keys-heading")", R"(id="keys")",
                  {{"", "show"},
                   {word("Key"), ""},
                   {word("Transactions")},
                   {word("Share")},
                   {report.volume == every_status ? word("Volume") : report.volume},
                   {word("Incidents")},
                   {word("Lost")},
                   {word("Minutes with alerts")},
                   {word("Latest incident")}});
  for (const report::KeyTotal& key : std::span(report.keys).first(std::min(report.keys.size(), most_keys)))
    table.row(key_cells(report, key, text));
  if (report.keys.empty()) table.says(word("None."));
  table.end();
  out += "<p class=\"key\" id=\"keys-more\">";
  if (report.keys.size() > most_keys)
    out += trf(text.language, "and {} more", grouped(static_cast<std::int64_t>(report.keys.size() - most_keys), text.language));
  return out + "</p>\n</section>\n";
}

}  // namespace pos::render
