// SPDX-License-Identifier: MIT
#include "render/page/page.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "render/page/data.hpp"
#include "render/page/delta.hpp"
#include "render/page/parts.hpp"
#include "unit/render/count_of.hpp"
#include "unit/render/page/page_samples.hpp"

using namespace pos;
using namespace pos::render;
using sample::has;
using sample::hostile_page;
using sample::live;
using sample::text;

namespace {

std::string policy_of(std::string_view html) {
  const auto at = html.find("http-equiv=\"Content-Security-Policy\"");
  return std::string(html.substr(at, html.find('\n', at) - at));
}

// The page but for its scripts and style, which are not of the report.
std::string markup(const report::Report& report) {
  const std::string html = page(report, text);
  return html.substr(html.find("</style>"), html.find("<script>") - html.find("</style>"));
}
}  // namespace

TEST_CASE("page: every place of the template is filled in") {
  const std::string html = page(sample::two_incidents(), text);
  CHECK_FALSE(has(html, "<!--pos:"));
  CHECK_FALSE(has(html, "_hash@"));
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(html.ends_with("</html>\n"));
  CHECK(has(html, "<title>2026-03-09 \u00b7 pos.db</title>"));
  CHECK(has(html, "Made 2026-03-10 00:05 by pos-report of pos-tools 1.0.0."));
}

TEST_CASE("page: its policy names one style and two scripts, and lets nothing else in") {
  const std::string html = page(sample::empty(), text);
  const std::string policy = policy_of(html);
  CHECK(has(policy, "default-src 'none'"));
  CHECK(count_of(policy, "'sha256-") == 3);
  CHECK_FALSE(has(policy, "unsafe"));
  CHECK_FALSE(has(policy, "http:"));
  CHECK(has(policy, "base-uri 'none'; form-action 'none'"));
  CHECK_FALSE(has(markup(sample::two_incidents()), " style="));
}

TEST_CASE("page: only a live one has the live script, and may connect to its own server") {
  const std::string file = page(sample::two_incidents(), text);
  CHECK_FALSE(has(policy_of(file), "connect-src"));  // that of default-src: none
  CHECK_FALSE(has(file, "EventSource"));
  CHECK_FALSE(has(file, "id=\"live\""));
  CHECK_FALSE(has(file, "id=\"banner\""));

  const std::string html = page(sample::two_incidents(), live);
  CHECK_FALSE(has(html, "<!--pos:"));
  CHECK_FALSE(has(html, "_hash@"));
  CHECK(count_of(policy_of(html), "'sha256-") == 4);
  CHECK(has(policy_of(html), "; connect-src 'self'; "));
  CHECK_FALSE(has(policy_of(html), "unsafe"));
  CHECK(count_of(html, "<script>") == 3);
  CHECK(has(html, "new EventSource("));
  CHECK(has(html, "<title>2026-03-09 \u00b7 pos.db</title>"));
  CHECK(has(policy_of(html), "form-action 'self'"));
  CHECK(has(html, "Served by pos-serve of pos-tools 1.0.0."));
}

TEST_CASE("page: a live one differs from the file by what it has more") {
  const std::string file = page(sample::two_incidents(), text);
  const std::string html = page(sample::two_incidents(), live);
  const auto main = [](const std::string& all) {
    return all.substr(all.find("<main"), all.find("<footer>") - all.find("<main"));
  };
  CHECK(main(file) == main(html));
}

TEST_CASE("page: the data that it fetches is that of its data block") {
  const report::Report report = hostile_page();
  const Parts parts_of_it = live_parts(report, live);
  const PagePrint print = print_of(report, parts_of_it);
  PageText with_id = live;
  with_id.data_id = print.id;
  const std::string html = page(report, with_id);
  std::string data = page_data(report, live, parts_of_it, print);
  const std::size_t parts = data.find(",\n\"html\":");
  REQUIRE(parts != std::string::npos);
  data = data.substr(0, parts) + "}";
  CHECK(has(html, R"(<script type="application/json" id="data">)" + data + "</script>"));
}

TEST_CASE("page: the licence of dygraphs goes with it") {
  const std::string html = page(sample::empty(), text);
  CHECK(has(html, "Dan Vanderkam"));
  CHECK(has(html, "Permission is hereby granted"));
  CHECK_FALSE(has(html, "sourceMappingURL"));
}

TEST_CASE("page: totals, incidents and chart stand there without a script") {
  const std::string html = markup(sample::two_incidents());
  CHECK(has(html, R"(<data id="total-rows" value="2400">2,400</data>)"));
  CHECK(has(html, R"(<data id="total-count" value="52345">52,345</data>)"));
  CHECK(has(html, R"(<data id="abnormal-rows" value="9">9</data>)"));
  CHECK(has(html, R"(<data id="normal-count" value="52284">52,284</data>)"));  // 52345 - 61
  CHECK(has(html, "\u25b2 critical"));
  CHECK(has(html, "\u25b3 warning"));
  CHECK(has(html, "no data since 10:30, 97 expected in 3 min"));
  CHECK(has(html, "<title>approved per "));  // the volume
  CHECK(count_of(html, "url(#hatch)") == 2);
}

TEST_CASE("page: a tile each, the volume first, with the approval rate behind it") {
  const std::string html = markup(sample::two_incidents());
  const auto approved = html.find("class=\"tile is-critical\" data-tile=\"approved\"");
  const auto rate = html.find("class=\"tile is-plain\" data-tile=\"*approval\"");
  const auto denied = html.find("class=\"tile is-warning\" data-tile=\"denied\"");
  REQUIRE(denied != std::string::npos);
  CHECK(approved < rate);
  CHECK(rate < denied);
  CHECK(has(html, "<b>48,000</b> of 48,098 expected"));
  CHECK(has(html, "<b>91.7 %</b>, 92.3 % expected"));  // 48,000 of 52,345; 48,097.5 of 52,100.456
}

TEST_CASE("page: of what goes on, a tile has the ten minutes that are over last, and how it is now") {
  report::Report report = sample::two_incidents();
  report.newest = report::LastRow{sample::at(10, 33), 20, false};
  report.last_record = sample::at(10, 33);
  report.incidents[0].resolved = 1;
  report.records.clear();
  for (int minute = 0; minute < 34; ++minute)
    report.records.push_back(sample::alert(sample::record(sample::at(10, minute), "approved", minute < 30 ? 30 : 0, 0.5),
                                           Severity::none, 32.5, 0, ""));
  PageText now = text;
  now.now = sample::at(10, 33) + 20;  // 10:33 is not over: 10:23 to 10:32 are told
  const std::string html = page(report, now);
  CHECK(has(html, "class=\"tile is-critical\" data-tile=\"approved\""));
  CHECK(has(html, "<b>210</b> of 325 in 10 min"));
  CHECK(has(html, "class=\"tile is-normal\" data-tile=\"denied\""));  // its incident is over
  CHECK(has(html, "\"word\":\"silent\",\"running\":true"));
}

TEST_CASE("page: of 500 statuses those that had incidents have a tile, twelve at most") {
  report::Report report = sample::two_incidents();
  for (int i = 0; i < 500; ++i) {
    const std::string name = "status-" + std::to_string(i);
    report.statuses.insert(report.statuses.begin() + 1, {name, {10, 9000, 0, 0, 0, 0}});
    report.series.insert(report.series.begin() + 1, {name, {}});
  }
  const std::string html = markup(report);
  CHECK(count_of(html, "data-tile=\"status-") == 10);
  CHECK(has(html, "data-tile=\"denied\""));
  CHECK(has(html, "class=\"tile is-unknown\" data-tile=\"status-499\""));
}

TEST_CASE("page: what comes from data is text wherever it stands") {
  const std::string html = markup(hostile_page());
  CHECK_FALSE(has(html, "<img"));
  CHECK_FALSE(has(html, "alert(2)</script>"));
  CHECK(count_of(html, "</script>") == 2);  // of the blocks of texts and data
  CHECK(has(html, "&lt;img src=x onerror=alert(1)&gt;"));
  CHECK(has(html, "&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;&quot;&#39;&amp;"));
}

TEST_CASE("page: an empty report is a page too") {
  const std::string html = markup(sample::empty());
  CHECK(has(html, R"(<data id="total-rows" value="0">0</data>)"));
  CHECK(has(html, "None."));
  CHECK(has(html, "No rows."));
}

TEST_CASE("page: keys and places have a place only where the source has some") {
  const std::string without = markup(sample::two_incidents());
  for (const std::string_view place :
       {"id=\"by\"", "id=\"keys\"", "<th scope=\"col\">Key</th>", "where:", "\"key\":", "\"where\":", "\"keys\":"})
    CHECK_FALSE(has(without, place));

  const std::string html = markup(sample::with_keys());
  CHECK(has(html, "<input id=\"by\" type=\"search\" list=\"keys-known\""));
  CHECK(has(html, "<div class=\"key-name\">merchant=alfa</div>"));
  CHECK(has(html, "<div class=\"m where\">where: merchant=alfa and bin=4: 52 of 61 denied, 9 expected</div>"));
  CHECK(has(html,
            "<th scope=\"row\">merchant=alfa</th><td class=\"number\">12,345</td>"
            "<td class=\"number\">23.6%</td><td class=\"number\">11,000</td><td class=\"number alert\">1</td>"));
}

TEST_CASE("page: on a live one each key leads to its page, and from there back") {
  report::Report report = sample::with_keys();
  report.keys[0].key = "merchant=a&b \"<\xC3\xA9>";
  PageText of_server = live;
  of_server.query = "since=2026-03-09&status=a%22b";
  const std::string html = page(report, of_server);
  CHECK(has(html,
            "<a href=\"?since=2026-03-09&amp;status=a%22b&amp;by=merchant%3Da%26b%20%22%3C%C3%A9%3E\">"
            "merchant=a&amp;b &quot;&lt;\xC3\xA9&gt;</a>"));
  CHECK_FALSE(has(html, "id=\"all-keys\""));
  report.filter.by = "merchant=alfa";
  CHECK(has(page(report, of_server), "<a id=\"all-keys\" href=\"?since=2026-03-09&amp;status=a%22b\">All keys</a>"));
  CHECK(has(page(report, of_server), "<p id=\"asked\">Holds only: merchant=alfa</p>"));
  CHECK_FALSE(has(markup(report), "<a href"));
}

TEST_CASE("page: keys and places are text, wherever they stand") {
  report::Report report = sample::with_keys();
  const std::string key = "merchant=</script><img src=x onerror=alert(1)>";
  report.keys[0].key = report.incidents[0].group = report.records[1].keys = report.records[1].scored.key = key;
  report.incidents[0].parts[0].where = report.records[1].scored.where = key;
  report.filter.by = key;
  for (const bool is_live : {false, true}) {
    PageText of = text;
    of.live = is_live;
    of.title = key;
    CHECK_FALSE(has(page(report, of), "<img"));
  }
}

TEST_CASE("page: of ten thousand keys the first fifty are in it, and the others counted") {
  report::Report report = sample::with_keys();
  for (int i = 2; i < 10'000; ++i) report.keys.push_back({"merchant=m" + std::to_string(i), 1, 1, 1, 0, 0, 0, {}, {}});
  const std::string html = markup(report);
  CHECK(has(html, "merchant=m49<"));
  CHECK_FALSE(has(html, "merchant=m50"));
  CHECK(has(html, "id=\"keys-more\">and 9,950 more</p>"));
}

TEST_CASE("page: its verdict has a colour, a sign and words, and what can be done about it") {
  report::Report report = sample::two_incidents();
  report.newest = report::LastRow{sample::at(10, 40), 60, false};
  PageText may_act = live;
  may_act.may_act = true;
  const std::string part = verdict_part(report, may_act);
  CHECK(has(part, "<section class=\"verdict critical\" role=\"status\""));
  CHECK(has(part, "data-title=\"\u25bc approvals not seen \u00b7 pos.db\""));
  CHECK(has(part, "</span> Critical now: approvals not seen since 10:30</h2>"));
  CHECK(has(part, "data-show=\"1773052200/1773052320\" data-status=\"approved\""));
  CHECK(has(part, "It is not known here whether anybody was told."));
  CHECK_FALSE(has(part, "data-take"));  // nor can it be taken where no pos-alert has it
  report.people = incident::PeopleOf();
  incident::People& people = (*report.people)[202603091030];
  people.is_recorded = true;
  CHECK(has(verdict_part(report, may_act), "data-take=\"202603091030\""));
  CHECK(has(verdict_part(report, may_act), "data-silence=\"202603091030\""));
  people.silent_until = 1773059000;
  people.silences = {3};
  CHECK(has(verdict_part(report, may_act), "data-unsilence=\"3\""));
  CHECK_FALSE(has(verdict_part(report, live), "data-take"));
}

TEST_CASE("page: an incident that is over can be judged, by whoever may act") {
  report::Report report = sample::two_incidents();
  report.incidents.resize(1);
  report.incidents[0].resolved = sample::at(11, 0);
  const std::string id = std::to_string(report.incidents[0].id);
  PageText may_act = live;
  may_act.may_act = true;
  report.people = incident::PeopleOf();
  CHECK_FALSE(has(incidents_part(report, may_act), "data-judge"));  // pos-alert does not have it
  incident::People& people = (*report.people)[report.incidents[0].id];
  people.is_recorded = true;
  CHECK(has(incidents_part(report, may_act), "data-judge=\"" + id + "\" aria-label"));
  CHECK_FALSE(has(incidents_part(report, may_act), "data-take"));
  CHECK_FALSE(has(incidents_part(report, live), "data-judge"));
  people.taken = {1, incident::Verdict::false_alarm, "ana", ""};
  CHECK(has(incidents_part(report, may_act), "data-judge=\"" + id + "\" data-verdict=\"false\""));
}

TEST_CASE("page: its verdict says who was told, and who took it") {
  report::Report report = sample::two_incidents();
  report.newest = report::LastRow{sample::at(10, 40), 60, false};
  PageText text_of_zone = live;
  text_of_zone.now = sample::at(10, 41);
  incident::People people;
  people.told = {{sample::at(10, 31), "mail", "ops@example.com"}, {sample::at(10, 31), "slack", ""}};
  report.people = incident::PeopleOf{{202603091030, people}};
  CHECK(has(verdict_part(report, text_of_zone), "<p class=\"told\">Mail 10:31 to ops@example.com, Slack 10:31; nobody took it</p>"));
  people.taken = incident::Acknowledgement{sample::at(10, 35), {}, "<ana>", ""};
  people.silent_until = sample::at(12, 0);
  people.silenced_by = "ana";
  report.people = incident::PeopleOf{{202603091030, people}};
  CHECK(has(verdict_part(report, text_of_zone), "taken by &lt;ana&gt; 10:35; silent until 12:00 by ana"));
  report.people = incident::PeopleOf{};
  CHECK(has(verdict_part(report, text_of_zone), "<p class=\"told\">Nobody was told</p>"));
}

TEST_CASE("page: links to other periods keep what else is asked for, and only a live page has them") {
  PageText asked = live;
  asked.query = "since=yesterday&status=denied%2Cfailed";
  report::Report report = sample::two_incidents();
  report.filter.by = "merchant=alfa";
  const std::string part = periods_part(report, asked);
  CHECK(has(part, "<a href=\"?since=yesterday&amp;status=denied%2Cfailed&amp;by=merchant%3Dalfa\" aria-current=\"page\">"));
  CHECK(has(part, "<a href=\"?status=denied%2Cfailed&amp;by=merchant%3Dalfa\">today</a>"));
  CHECK(has(part, "<input type=\"hidden\" name=\"status\" value=\"denied,failed\">"));
  CHECK(has(part, "name=\"since\" value=\"2026-03-09\""));
  CHECK(periods_part(report, text).empty());
}

TEST_CASE("page: incidents stand in one row each, those that run first, then the newest, with their evidence") {
  report::Report report = sample::two_incidents();
  report.newest = report::LastRow{sample::at(10, 40), 60, false};
  report.incidents[1].resolved = sample::at(10, 42);
  const std::string part = incidents_part(report, live);
  CHECK(part.find("data-incident=\"202603091000\"") < part.find("data-incident=\"202603091030\""));
  CHECK(has(part, "<span class=\"pill warning\">running</span>"));
  CHECK(has(part, ">Denied 3.4x normal</b>"));
  CHECK(has(part, "warning \u00b7 61 came, 18.2 expected \u00b7 by chance about once in 5 years"));  // 10^3.25 days
  CHECK(has(part, "10:00 \u2013 now<div class=\"m\">42 min</div>"));
  CHECK(has(part, "<span class=\"pill\">over</span>"));
  CHECK(has(part, ">Approvals not seen for 3 min</b>"));
  CHECK(has(part, "10:30 \u2013 10:32<div class=\"m\">3 min</div>"));
  report.newest.reset();  // of a period that is over nothing runs, and the newest is first
  const std::string past = incidents_part(report, text);
  CHECK(past.find("data-incident=\"202603091030\"") < past.find("data-incident=\"202603091000\""));
  CHECK_FALSE(has(past, "running"));
}

TEST_CASE("page: of many incidents ten are shown at first, all where no script runs") {
  report::Report report = sample::two_incidents();
  report.incidents.resize(1);
  while (report.incidents.size() < 12) report.incidents.push_back(report.incidents[0]);
  const std::string part = incidents_part(report, text);
  CHECK(count_of(part, "<tr id=") == 12);
  CHECK(count_of(part, " class=\"more\"") == 2);
  CHECK(has(part, "id=\"all-incidents\">Show all 12</button>"));
}
