// SPDX-License-Identifier: MIT
// What stands above the verdict: how old the data are, in which zone, of which period.
#include <fmt/core.h>

#include <array>
#include <iterator>
#include <utility>

#include "base/percent.hpp"
#include "render/page/parts.hpp"
#include "render/words/html.hpp"
#include "render/words/state.hpp"

namespace pos::render {
namespace {

using Parameter = std::pair<std::string, std::string>;

// Of the address, as it was written: name and value.
std::vector<Parameter> parameters_of(std::string_view query) {
  std::vector<Parameter> all;
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), one.size() + 1));
    const std::size_t equals = std::min(one.find('='), one.size());
    if (!one.empty()) all.emplace_back(one.substr(0, equals), one.substr(std::min(equals + 1, one.size())));
  }
  return all;
}

bool is_period(std::string_view name) { return name == "since" || name == "until" || name == "to"; }

std::string value_of(const std::vector<Parameter>& query, std::string_view name) {
  for (const Parameter& one : query) {
    if (one.first == name) return one.second;
  }
  return {};
}

// What is asked for beside the period stays.
std::string address(const std::vector<Parameter>& query, const report::Report& report, std::string_view period) {
  std::string rest(period);
  const auto add = [&rest](std::string_view more) { (rest += rest.empty() ? "" : "&") += more; };
  for (const auto& [name, value] : query) {
    if (!is_period(name)) add(name + "=" + value);
  }
  if (!report.filter.by.empty()) add("by=" + percent_encoded(report.filter.by));
  return escaped_html("?" + rest);
}

std::string date_of(LocalSeconds time) { return to_date_time(time).substr(0, 10); }

// Fields for what else is asked for: a browser that sends a form leaves out what stands in its address.
std::string hidden_fields(const std::vector<Parameter>& query, const report::Report& report) {
  std::string fields;
  const auto add = [&fields](std::string_view name, std::string_view value) {
    fields += fmt::format(R"(<input type="hidden" name="{}" value="{}">)", escaped_html(name), escaped_html(value));
  };
  for (const auto& [name, value] : query) {
    if (!is_period(name)) add(name, percent_decoded(value).value_or(value));
  }
  if (!report.filter.by.empty()) add("by", report.filter.by);
  return fields;
}

std::string form(const std::vector<Parameter>& query, const report::Report& report, const PageText& text) {
  return fmt::format(
      R"(<details><summary>{}</summary><form method="get" action="./">{}<label>{} <input type="date" name="since" value="{}" required></label>)"
      R"(<label>{} <input type="date" name="to" value="{}" required></label><button type="submit">{}</button></form></details>)",
      escaped_html(tr(text.language, "from \u2013 to\u2026")), hidden_fields(query, report),
      escaped_html(tr(text.language, "from")), date_of(report.period.begin), escaped_html(tr(text.language, "to")),
      date_of(report.period.end - 1), escaped_html(tr(text.language, "Show")));
}

}  // namespace

std::string periods_part(const report::Report& report, const PageText& text) {
  if (!text.live) return {};
  const std::vector<Parameter> query = parameters_of(text.query);
  const std::string since = value_of(query, "since");
  const bool has_end = !value_of(query, "until").empty() || !value_of(query, "to").empty();
  struct Link {
    std::string_view words, since;
  };
  const std::array<Link, 3> links = {
      Link{marked("\u2039 yesterday"), "yesterday"}, {marked("today"), ""}, {marked("7 days"), "-7d"}};
  std::string out = fmt::format("<nav id=\"periods\" aria-label=\"{}\">", escaped_html(tr(text.language, "Period")));
  for (const Link& link : links) {
    const bool is_shown = !has_end && since == link.since;
    const std::string period = link.since.empty() ? std::string() : "since=" + std::string(link.since);
    fmt::format_to(std::back_inserter(out), R"(<a href="{}"{}>{}</a> )", address(query, report, period),
                   is_shown ? " aria-current=\"page\"" : "", escaped_html(tr(text.language, link.words)));
  }
  return out + form(query, report, text) + "</nav>";
}

std::string last_data_words(const report::Report& report, const PageText& text) {
  return report.newest ? last_row_words(*report.newest, text.language) : std::string();
}

}  // namespace pos::render
