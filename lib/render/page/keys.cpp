// SPDX-License-Identifier: MIT
#include "render/page/parts.hpp"

#include <fmt/core.h>

#include <iterator>
#include <ranges>

#include "base/volume.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

// The page of a key; empty: of all.
std::string key_address(const PageText& text, std::string_view key) {
  std::string address = "?" + text.query;
  if (key.empty()) return escaped_html(address);
  if (!text.query.empty()) address += '&';
  address += "by=";
  for (const char c : key) {
    const bool plain = ('0' <= c && c <= '9') || ('a' <= (c | 0x20) && (c | 0x20) <= 'z') || c == '-' || c == '_';
    if (plain) {
      address += c;
    } else {
      fmt::format_to(std::back_inserter(address), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return escaped_html(address);
}

std::string key_row(const report::Report& report, const report::KeyTotal& key, const PageText& text) {
  const std::string name = text.live
                               ? fmt::format(R"(<a href="{}">{}</a>)", key_address(text, key.key), escaped_html(key.key))
                               : escaped_html(key.key);
  const std::string button = fmt::format(
      R"(<button type="button" class="needs-script" data-focus="key {0}" data-by="{0}" aria-label="Show {0}">Show</button>)",
      escaped_html(key.key));
  return fmt::format(
      "<tr><td class=\"show\">{}</td><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
      "<td class=\"number\">{}</td><td class=\"number{}\">{}</td><td class=\"number\">{}</td>"
      "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
      button, name, grouped(key.count), report.total.count > 0 ? percent(key.count, report.total.count) : "",
      report.volume == every_status ? "" : grouped(key.volume), key.incidents > 0 ? " alert" : "",
      grouped(key.incidents), key.incidents > 0 && key.lost ? rounded(*key.lost) : "", grouped(key.alert_minutes),
      key.last_incident ? std::to_string(*key.last_incident) : "");
}

}  // namespace

// Back to all, from the page of a key.
std::string all_keys_link(const report::Report& report, const PageText& text) {
  if (!text.live || report.filter.key().empty()) return {};
  return fmt::format(R"(<p><a id="all-keys" href="{}">All keys</a></p>)", key_address(text, {}));
}

// A key may be one of thousands: it is typed, and the browser proposes those of the page.
std::string key_filter(const report::Report& report) {
  if (!report.has_keys) return {};
  return "<fieldset><legend>Key</legend>\n"
         "<label>only <input id=\"by\" type=\"search\" list=\"keys-known\" autocomplete=\"off\" "
         "spellcheck=\"false\"></label><datalist id=\"keys-known\"></datalist>\n</fieldset>\n";
}

// The keys that lost most.
std::string keys_part(const report::Report& report, const PageText& text) {
  if (!report.has_keys) return {};
  std::string out = fmt::format(
      "\n<section aria-labelledby=\"keys-heading\">\n<h2 id=\"keys-heading\">Keys <small>by what they "
      "lost</small></h2>\n"
      "<div class=\"scroll\" role=\"group\" aria-labelledby=\"keys-heading\" tabindex=\"0\">\n<table id=\"keys\">\n"
      "<thead><tr><td class=\"show\"></td><th scope=\"col\">Key</th><th scope=\"col\" class=\"number\">Transactions</th>"
      "<th scope=\"col\" class=\"number\">Share</th><th scope=\"col\" class=\"number\">{0}</th>"
      "<th scope=\"col\" class=\"number\">Incidents</th><th scope=\"col\" class=\"number\">Lost</th>"
      "<th scope=\"col\" class=\"number\">Minutes with alerts</th><th scope=\"col\" class=\"number\">Latest "
      "incident</th>"
      "</tr></thead>\n<tbody>",
      report.volume == every_status ? "Volume" : escaped_html(report.volume));
  for (const report::KeyTotal& key : report.keys | std::views::take(most_keys_of_a_page))
    out += key_row(report, key, text);
  if (report.keys.empty()) out += "<tr><td colspan=\"9\">None.</td></tr>";
  out += "</tbody>\n</table>\n</div>\n<p class=\"key\" id=\"keys-more\">";
  if (report.keys.size() > most_keys_of_a_page)
    out += "and " + grouped(static_cast<std::int64_t>(report.keys.size() - most_keys_of_a_page)) + " more";
  return out + "</p>\n</section>\n";
}

}  // namespace pos::render
