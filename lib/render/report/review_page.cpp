// SPDX-License-Identifier: MIT
#include "render/report/review_page.hpp"

#include <fmt/core.h>

#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "render/checkout/page_style.hpp"
#include "render/report/numbers.hpp"
#include "render/report/review_words.hpp"
#include "render/words/html.hpp"
#include "render/words/html_table.hpp"
#include "render/words/people.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"

namespace pos::render {
namespace {

// A name from a history may turn the line around in a page as well.
std::string as_html(std::string_view text) { return escaped_html(harmless(text)); }

std::string review_label(std::string_view name) { return "aria-label=\"" + as_html(name) + "\""; }

std::vector<HtmlCell> review_cells(const std::vector<std::string>& texts) {
  std::vector<HtmlCell> cells;
  for (const std::string& text : texts) cells.push_back({as_html(text)});
  return cells;
}

void append_review_table(std::string& out, std::string_view name, const ReviewTable& of) {
  std::vector<HtmlColumn> columns;
  for (const std::string& column : of.columns) columns.push_back({column, columns.empty() ? "" : "number"});
  out += "<h2>" + as_html(name) + "</h2>\n";
  HtmlTable table(out, review_label(name), "", std::move(columns));
  for (const auto& row : of.rows) table.row(review_cells(row));
  table.end();
}

std::string verdict_words(const report::Report& report, const incident::Incident& incident, Language language) {
  using incident::Verdict;
  const auto at = report.people ? report.people->find(incident.id) : incident::PeopleOf::const_iterator();
  const bool is_known = report.people && at != report.people->end() && at->second.taken;
  switch (is_known ? at->second.taken->verdict : Verdict::none) {
    case Verdict::true_alarm:
      return trf(language, "true");
    case Verdict::false_alarm:
      return trf(language, "false");
    case Verdict::none:
      break;
  }
  return trf(language, "not judged");
}

std::string words_of_all(const report::Report& report, const incident::Incident& incident, Language language) {
  std::string words;
  for (const incident::Part& part : incident.parts) {
    const IncidentRow row{&incident, &part, false, {}};
    words += (words.empty() ? "" : "; ") + row.words_and_reason(language);
  }
  return with_key(report, incident, words);
}

void append_review_incidents(std::string& out, const report::Report& report, Language language) {
  const std::string name = trf(language, "Incidents");
  out += "<h2>" + as_html(name) + "</h2>\n";
  HtmlTable table(out, review_label(name), "",
                  {{trf(language, "incident"), ""},
                   {trf(language, "severity"), ""},
                   {trf(language, "verdict"), ""},
                   {trf(language, "duration")},
                   {trf(language, "What"), "long"},
                   {trf(language, "Told"), "long"}});
  bool any = false;
  for (const incident::Incident& incident : report.incidents) {
    if (!report.period.holds(incident.first)) continue;
    any = true;
    std::vector<HtmlCell> cells = review_cells(
        {std::to_string(incident.id), severity_words(incident.severity, language),
         verdict_words(report, incident, language), duration_text(incident.last - incident.first + 60),
         words_of_all(report, incident, language), people_words(report.people, incident.id, report.period, language)});
    cells[1].look = severity_name(incident.severity);
    table.row(cells);
  }
  if (!any) table.says(tr(language, "no incidents"));
  table.end();
}

std::string review_title(const report::Report& report, const PageText& text) {
  return as_html(trf(text.language, "Review of {}, {}", text.title, period_text(report.period, text.language)));
}

void append_review_head(std::string& out, const report::Report& report, const PageText& text) {
  fmt::format_to(std::back_inserter(out),
                 "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; "
                 "base-uri 'none'; form-action 'none'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<title>{}</title>\n<style>{}</style>\n</head>\n",
                 code_of(text.language), checkout_page_style_hash(), review_title(report, text), checkout_page_style());
}

void append_paragraphs(std::string& out, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) out += "<p>" + as_html(line) + "</p>\n";
}

}  // namespace

std::string review_page(const report::Report& report, const PageText& text) {
  const Language language = text.language;
  const report::Review& review = *report.review;
  std::string out;
  append_review_head(out, report, text);
  out += "<body>\n<header>\n<h1>" + review_title(report, text) + "</h1>\n</header>\n<main>\n";
  append_paragraphs(out, review_lines(report, language));
  if (review.whole.incidents + review.keys.incidents > 0)
    append_review_table(out, tr(language, "Times"), delays_table(review, language));
  if (review.days > 0) {
    if (!review.budgets.empty()) append_review_table(out, tr(language, "Other budgets"), budgets_table(review, language));
    append_paragraphs(out, {budgets_note(review, language)});
  }
  append_review_incidents(out, report, language);
  fmt::format_to(std::back_inserter(out), "</main>\n<footer>\n<p>{}</p>\n<p>pos-tools {}</p>\n</footer>\n</body>\n</html>\n",
                 as_html(date_in_language(language, text.generated) + (text.zone.empty() ? "" : ", " + text.zone)), as_html(text.version));
  return out;
}

}  // namespace pos::render
