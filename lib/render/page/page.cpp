// SPDX-License-Identifier: MIT
#include "render/page/page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/text.hpp"
#include "base/volume.hpp"
#include "render/words/html.hpp"
#include "render/page/data.hpp"
#include "render/page/template.hpp"
#include "render/report/numbers.hpp"
#include "render/svg/series.hpp"
#include "render/words/numbers.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

using report::Report;
using report::Total;

std::string escaped(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

// Of the worst incident, else of the volume, else what there is most of: what the page shows first.
std::string_view chart_status(const Report& report) {
  const auto has = [&](std::string_view status) {
    return std::any_of(report.statuses.begin(), report.statuses.end(),
                       [&](const report::StatusTotal& total) { return total.status == status; });
  };
  const incident::Incident* worst = worst_incident(report);
  if (worst) {
    for (const incident::Part& part : worst->parts) {
      if (has(part.status)) return part.status;
    }
  }
  if (has(report.volume) || report.statuses.empty()) return report.volume;
  return report.statuses.front().status;
}

// The filters the rows have been through before the page: empty where they took everything.
std::string asked_text(const report::Filter& filter) {
  std::string out;
  const auto part = [&](std::string_view text) { out += fmt::format("{}{}", out.empty() ? "" : ", ", text); };
  if (filter.hour_from > 0 || filter.hour_to < 23)
    part(fmt::format("hours {} to {}", filter.hour_from, filter.hour_to));
  if (filter.minute_from > 0 || filter.minute_to < 59) {
    part(fmt::format("minutes {} to {} of the hour", filter.minute_from, filter.minute_to));
  }
  if (!filter.key().empty()) part(escaped(filter.key()));
  if (!filter.statuses.empty()) part("status " + escaped(join(filter.statuses, ", ")));
  if (filter.normal != report::Normal::all) {
    part(filter.normal == report::Normal::normal ? "normal rows" : "abnormal rows");
  }
  return out.empty() ? out : fmt::format("<p id=\"asked\">Holds only: {}</p>", out);
}

// The page of a key; empty: of all.
std::string key_address(const PageText& text, std::string_view key) {
  std::string address = "?" + text.query;
  if (key.empty()) return escaped(address);
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
  return escaped(address);
}

// Back to all, from the page of a key.
std::string all_keys(const Report& report, const PageText& text) {
  if (!text.live || report.filter.key().empty()) return {};
  return fmt::format(R"(<p><a id="all-keys" href="{}">All keys</a></p>)", key_address(text, {}));
}

// A key may be one of thousands: it is typed, and the browser proposes those of the page.
std::string key_filter(const Report& report) {
  if (!report.has_keys) return {};
  return "<fieldset><legend>Key</legend>\n"
         "<label>only <input id=\"by\" type=\"search\" list=\"keys-known\" autocomplete=\"off\" "
         "spellcheck=\"false\"></label><datalist id=\"keys-known\"></datalist>\n</fieldset>\n";
}

std::string key_row(const Report& report, const report::KeyTotal& key, const PageText& text) {
  const std::string name = text.live
                               ? fmt::format(R"(<a href="{}">{}</a>)", key_address(text, key.key), escaped(key.key))
                               : escaped(key.key);
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
      "<td class=\"number\">{}</td><td class=\"number{}\">{}</td><td class=\"number\">{}</td>"
      "<td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
      name, grouped(key.count), report.total.count > 0 ? percent(key.count, report.total.count) : "",
      report.volume == every_status ? "" : grouped(key.volume), key.incidents > 0 ? " alert" : "",
      grouped(key.incidents), key.incidents > 0 && key.lost ? rounded(*key.lost) : "", grouped(key.alert_minutes),
      key.last_incident ? std::to_string(*key.last_incident) : "");
}

// The keys that lost most.
std::string keys(const Report& report, const PageText& text) {
  if (!report.has_keys) return {};
  std::string out = fmt::format(
      "\n<section aria-labelledby=\"keys-heading\">\n<h2 id=\"keys-heading\">Keys <small>by what they "
      "lost</small></h2>\n"
      "<div class=\"scroll\" role=\"region\" aria-labelledby=\"keys-heading\" tabindex=\"0\">\n<table id=\"keys\">\n"
      "<thead><tr><th scope=\"col\">Key</th><th scope=\"col\" class=\"number\">Transactions</th>"
      "<th scope=\"col\" class=\"number\">Share</th><th scope=\"col\" class=\"number\">{0}</th>"
      "<th scope=\"col\" class=\"number\">Incidents</th><th scope=\"col\" class=\"number\">Lost</th>"
      "<th scope=\"col\" class=\"number\">Minutes with alerts</th><th scope=\"col\" class=\"number\">Latest "
      "incident</th>"
      "</tr></thead>\n<tbody>",
      report.volume == every_status ? "Volume" : escaped(report.volume));
  for (const report::KeyTotal& key : report.keys | std::views::take(most_keys_of_a_page))
    out += key_row(report, key, text);
  if (report.keys.empty()) out += "<tr><td colspan=\"8\">None.</td></tr>";
  out += "</tbody>\n</table>\n</div>\n<p class=\"key\" id=\"keys-more\">";
  if (report.keys.size() > most_keys_of_a_page)
    out += "and " + grouped(static_cast<std::int64_t>(report.keys.size() - most_keys_of_a_page)) + " more";
  return out + "</p>\n</section>\n";
}

// <data> holds the number itself, whatever the text makes of it.
std::string number(std::string_view id, std::int64_t value) {
  return fmt::format(R"(<data id="{}" value="{}">{}</data>)", id, value, grouped(value));
}

std::string totals(const Report& report) {
  const Total& total = report.total;
  std::string out = fmt::format(
      "<div><dt>Transactions</dt><dd>{}<small>{} rows</small></dd></div>\n"
      "<div><dt>Normal</dt><dd>{}<small>{} rows</small></dd></div>\n"
      "<div class=\"abnormal\"><dt>Abnormal</dt><dd>{}<small>{} rows</small></dd></div>\n",
      number("total-count", total.count), number("total-rows", total.rows),
      number("normal-count", total.count - total.abnormal_count),
      number("normal-rows", total.rows - total.abnormal_rows), number("abnormal-count", total.abnormal_count),
      number("abnormal-rows", total.abnormal_rows));
  const std::string expected = total.rows_expected > 0 ? rounded(total.expected) : "unknown";
  out += fmt::format(
      "<div><dt>Expected</dt><dd><data id=\"total-expected\" value=\"{:.2f}\">{}</data>"
      "<small>transactions</small></dd></div>\n"
      "<div><dt>Incidents</dt><dd>{}<small>{} critical</small></dd></div>",
      total.expected, expected, number("incidents-count", count_incidents(report)),
      number("incidents-critical", count_incidents(report, Severity::critical)));
  return out;
}

std::string change_text(std::int64_t now, std::int64_t before) {
  if (before == 0) return "";
  return fmt::format("{:+.1f}&nbsp;%", 100 * static_cast<double>(now - before) / static_cast<double>(before));
}

void append_comparison_row(std::string& out, std::string_view name, const Total& now, const Total& before) {
  fmt::format_to(std::back_inserter(out),
                 "<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                 "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                 escaped(name), grouped(now.count), grouped(before.count), change_text(now.count, before.count),
                 grouped(now.abnormal_rows), grouped(before.abnormal_rows));
}

const Total* find_total(const std::vector<report::StatusTotal>& totals, std::string_view status) {
  const auto at = std::find_if(totals.begin(), totals.end(),
                               [&](const report::StatusTotal& total) { return total.status == status; });
  return at == totals.end() ? nullptr : &at->total;
}

std::string comparison(const Report& report) {
  if (!report.comparison) return "";
  const report::Comparison& before = *report.comparison;
  std::string out = fmt::format(
      "<div class=\"scroll\" role=\"region\" aria-label=\"Comparison\" tabindex=\"0\"><table "
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

std::string incidents(const Report& report) {
  constexpr std::string_view severities[] = {"\u25c7&nbsp;alert", "\u25b3&nbsp;warning", "\u25b2&nbsp;critical"};
  if (report.incidents.empty()) return fmt::format("<tr><td colspan=\"{}\">None.</td></tr>", report.has_keys ? 12 : 11);
  std::string out;
  for (const IncidentRow& row : incident_rows(report)) {
    const incident::Part& part = *row.part;
    fmt::format_to(std::back_inserter(out),
                   "<tr><td>{}</td><td class=\"alert\">{}</td><th scope=\"row\">{}</th>{}<td>{}</td><td>{}</td>"
                   "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                   "<td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"long\">{}{}</td></tr>\n",
                   row.is_first ? std::to_string(row.incident->id) : "",
                   severities[static_cast<std::size_t>(part.severity)], escaped(part.status),
                   report.has_keys ? "<td>" + escaped(row.incident->group) + "</td>" : "",
                   time_text(part.first, report.period), time_text(part.last, report.period),
                   duration_text(part.last - part.first + 60), grouped(part.alerts), grouped(part.count),
                   part.expected ? rounded(*part.expected) : "", row.lost ? rounded(*row.lost) : "",
                   escaped(row.words_and_reason()), part.where.empty() ? "" : "<br>" + escaped(where_words(part)));
  }
  return out;
}

std::string bars(const Report& report) {
  std::int64_t largest = 0;
  for (const auto& [status, total] : report.statuses) largest = std::max(largest, total.count);
  std::string out;
  for (const auto& [status, total] : report.statuses) {
    fmt::format_to(std::back_inserter(out), "<tr><th scope=\"row\">{}</th><td class=\"bar\">", escaped(status));
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

std::string series(const Report& report, std::string_view status) {
  const auto at = std::find_if(report.series.begin(), report.series.end(),
                               [&](const report::Series& one) { return one.status == status; });
  if (at == report.series.end() || report.records.empty()) return "<figcaption>No rows.</figcaption>";
  const report::Filter& filter = report.filter;
  const bool all_time =
      filter.hour_from == 0 && filter.hour_to == 23 && filter.minute_from == 0 && filter.minute_to == 59;
  SeriesChart chart;
  chart.status = status;
  const LocalSeconds last = std::max(report.last_record.value_or(0), report.records.back().time);
  chart.period = {minute_begin(report.records.front().time), last + 1};
  chart.step = report.step;
  chart.bridges = report.filter.key().empty();
  chart.missing = all_time && filter.normal == report::Normal::all ? Missing::zero : Missing::gap;
  // A step may begin before the first row in it.
  chart.period.begin = std::min(chart.period.begin, at->points.empty() ? chart.period.begin : at->points.front().begin);
  std::string out;
  append_series_svg(out, *at, chart);
  return out + fmt::format(
                   "<figcaption>{} per {}: line; expected: dashed; band: expected \u00b1 3 sqrt(expected). "
                   "\u25b2 critical, \u25b3 warning or no severity.</figcaption>",
                   escaped(status), duration_text(shown_step(chart)));
}

std::string footer(const PageText& text) {
  const std::string from =
      text.live ? "Served by pos-serve" : fmt::format("Made {} by pos-report", escaped(text.generated));
  return fmt::format("{} of pos-tools {}. Charts in the browser: dygraphs (MIT licence).", from, escaped(text.version));
}

// What stands at each place of the template.
std::string content(std::string_view place, const Report& report, const PageText& text) {
  if (place == "title") return escaped(text.title);
  if (place == "program") return text.live ? "pos-serve" : "pos-report";
  if (place == "period") return period_line(report, text.live ? Age::left_out : Age::shown);
  if (place == "asked") return asked_text(report.filter);
  if (place == "all_keys") return all_keys(report, text);
  if (place == "key_filter") return key_filter(report);
  if (place == "key_header") return report.has_keys ? "<th scope=\"col\">Key</th>" : "";
  if (place == "keys") return keys(report, text);
  if (place == "totals") return totals(report);
  if (place == "comparison") return comparison(report);
  if (place == "lost")
    return is_approved(report.volume) ? "Approvals lost" : escaped(volume_word(report.volume, 2)) + " lost";
  if (place == "incidents") return incidents(report);
  if (place == "series") return series(report, chart_status(report));
  if (place == "bars") return bars(report);
  if (place == "footer") return footer(text);
  std::string out;
  if (place == "hatch") append_hatch(out);
  if (place == "data") out = page_data(report);
  return out;
}

}  // namespace

std::string page(const Report& report, const PageText& text) {
  constexpr std::string_view begin = "<!--pos:";
  constexpr std::string_view end = "-->";
  // Between these stands what only a live page has.
  constexpr std::string_view live_begin = "live";
  constexpr std::string_view live_end = "<!--pos:end-->";
  std::string_view rest = page_template();
  std::string out;
  out.reserve(rest.size() + 100 * report.records.size());
  for (auto at = rest.find(begin); at != std::string_view::npos; at = rest.find(begin)) {
    const std::size_t stop = rest.find(end, at);
    const std::string_view place = rest.substr(at + begin.size(), stop - at - begin.size());
    out += rest.substr(0, at);
    out += content(place, report, text);
    const bool skips = place == live_begin && !text.live;
    rest.remove_prefix(skips ? rest.find(live_end, stop) + live_end.size() : stop + end.size());
  }
  out += rest;
  return out;
}

std::string page_data(const Report& report) {
  std::string out;
  append_page_data(out, report, chart_status(report));
  return out;
}

}  // namespace pos::render
