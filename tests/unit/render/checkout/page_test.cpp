// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string_view>

#include "render/checkout/checkout.hpp"
#include "unit/render/count_of.hpp"
#include "unit/render/sample_checkout.hpp"

using namespace pos;
using namespace pos::render;

namespace {

std::string page(const checkout::Report& report, int precision = 2) {
  return checkout_page(report, precision, "1.0.0");
}

bool shows(const std::string& text, std::string_view part) { return count_of(text, part) > 0; }

}  // namespace

TEST_CASE("checkout page: runs nothing, fetches nothing, and says so to the browser") {
  for (const checkout::Report& report : {sample_checkout::two_files(), sample_checkout::hostile()}) {
    const std::string html = page(report);
    CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    CHECK(shows(html,
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    CHECK(shows(html, "='; base-uri 'none'; form-action 'none'\">"));
    for (const std::string_view no : {"<script", "<img", "<link", " style=", "href=", "url(", "@import", "//"}) {
      CAPTURE(no);
      CHECK(!shows(html, no));
    }
  }
}

TEST_CASE("checkout page: what comes from the file is text, whatever it says") {
  const std::string html = page(sample_checkout::hostile());
  CHECK(shows(html, "&lt;img src=x onerror=alert(1)&gt;"));
  CHECK(shows(html, "&lt;/style&gt;&lt;script&gt;"));
  CHECK(shows(html, "<h2>\\x1b[2J&lt;b&gt;\\xff.csv</h2>"));
  CHECK(!shows(html, "\x1b"));
  CHECK(!shows(html, "\u202e"));
  CHECK(count_of(html, "</style>") == 1);
}

TEST_CASE("checkout page: verdicts come first, one for each day") {
  const std::string html = page(sample_checkout::two_files());
  CHECK(shows(html,
              "<h1>Checkout by hour</h1>\n"
              "<p class=\"verdict normal\"><strong>sunday.csv</strong> Nothing unusual in 6 hours.</p>\n"
              "<p class=\"verdict critical\"><strong>monday.csv</strong> ▲ 2 of 6 hours are unusual: 12h-13h outage; "
              "14h at the edge; about 83 sales lost.</p>\n</header>"));
}

TEST_CASE("checkout page: flagged hours are in the table and on the chart, and no others") {
  const std::string html = page(sample_checkout::one_file());
  CHECK(count_of(html, "<rect class=\"region\"") == 3);
  CHECK(count_of(html, "<path class=\"alert-mark\"") == 2);
  CHECK(count_of(html, "<path class=\"alert-mark hollow\"") == 1);
  CHECK(count_of(html, "<tr class=\"critical\"><th scope=\"row\">1") == 2);
  CHECK(count_of(html, "<tr class=\"warning\"><th scope=\"row\">14h</th>") == 1);
  CHECK(shows(html, "<li>12h: Nothing was sold, 36 expected.</li>"));
  CHECK(shows(html, "<li>15h: yesterday has an outage here.</li>"));
}

TEST_CASE("checkout page: one file has no comparison, two have theirs with both days in a chart") {
  CHECK(!shows(page(sample_checkout::one_file()), "Comparison"));
  checkout::Report report = sample_checkout::two_files();
  report.comparison->contradictions = {10};
  const std::string html = page(report);
  CHECK(shows(html,
              "<p class=\"contradiction\">Not two days in a row: yesterday of monday.csv is not today of "
              "sunday.csv at 10h.</p>"));
  CHECK(shows(html, "<title>Sales of both days by hour, monday.csv and sunday.csv</title>"));
  CHECK(shows(html,
              "<tr class=\"total\"><th scope=\"row\">total</th><td class=\"number\">191</td><td "
              "class=\"number\">117</td><td class=\"number\">-74</td><td class=\"number\">-38.7%</td></tr>"));
  report.comparison.reset();
  report.not_compared = "they have no hour in common";
  CHECK(shows(page(report), "<p class=\"none\">Not compared: they have no hour in common.</p>"));
}

TEST_CASE("checkout page: a table that cannot be tested still has its columns and says why") {
  checkout::Report report{0.05, {sample_checkout::day("one.csv", {7}, {{"sold", {3}}})}, {}, {}};
  report.days[0].missing = {6, 8, 9};
  const std::string html = page(report, 0);
  CHECK(shows(html, "<p class=\"verdict none\"><strong>one.csv</strong> Not tested: it has no column today.</p>"));
  CHECK(!shows(html, "Today against expected"));
  CHECK(shows(html, "<title>07h: 3</title>"));
  CHECK(shows(html, "<p class=\"none\">Missing: 06h and 08h-09h.</p>"));
}

TEST_CASE("checkout page: columns that no line could tell apart are named") {
  checkout::Report report{0.05, {sample_checkout::day("x.csv", {7, 8}, {})}, {}, {}};
  for (int i = 0; i < 10; ++i) report.days[0].table.columns.push_back({"column" + std::to_string(i), {1, 2}});
  report.days[0].descriptions.resize(10);
  CHECK(shows(page(report), "<span class=\"item\">not drawn: column8, column9</span>"));
}
