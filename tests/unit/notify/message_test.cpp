// SPDX-License-Identifier: MIT
// What people and programs get to read of a notice.
#include <doctest/doctest.h>
#include <simdjson.h>

#include <stdexcept>

#include "mail_server.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

using incident::What;

// Everything that may come from outside, hostile.
Notice hostile_notice() {
  Notice notice = sample_notice();
  const std::string evil = "x\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>\x1B[2J\xFF {{host}} é";
  incident::Incident& incident = notice.event.incident;
  incident.parts[0].status = evil;
  incident.parts[0].reason = evil + std::string(5000, 'r');
  incident.group = evil;
  notice.host = evil;
  incident.parts.resize(500, incident.parts[0]);
  incident::Held held;
  held.events = held.status = held.group = held.volume = evil;
  notice.event.entries.assign(500, held);
  notice.attachment = Attachment{"../\"\r\nBcc: y\"é.html", "<p>\n" + std::string(5000, 'x')};
  return notice;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The mail as python's parser decodes it, and whatever is wrong with its form.
std::string shown(const std::string& mail) {
  const TestFolder folder;
  folder.write("mail", mail);
  const bool good =
      run_shell(std::string(POS_MAIL_TESTS) + "/show-mail '" + (folder / "mail") + "' > '" + (folder / "text") + "'",
                "", ChildOutput::captured, std::chrono::seconds(60))
          .exited(0);
  const std::string text = TestFolder::read(folder / "text");
  CHECK_MESSAGE(good, text.substr(text.size() - std::min<std::size_t>(text.size(), 1000)));
  return text;
}

TEST_CASE("subject: severity, status, how far from normal, since when, what is lost") {
  Notice notice = sample_notice();
  CHECK(subject(notice) == "[pos] CRITICAL denied 3.5x normal since 10:17, 59 approvals lost");
  notice.event.what = What::reminded;
  notice.event.reminder = 2;
  notice.now += 86'400;
  CHECK(subject(notice) == "[pos] REMINDER 2: CRITICAL denied 3.5x normal since 2026-03-09 10:17, 59 approvals lost");
  notice.event.what = What::resolved;
  notice.event.incident.last = at(14, 21);
  CHECK(subject(notice) == "[pos] RESOLVED denied after 4 h 5 min, 59 approvals lost");
}

TEST_CASE("notice: what is taken as normal is not called resolved") {
  Notice notice = sample_notice();
  notice.event.what = What::resolved;
  notice.event.incident.resolved = at(15, 20);
  notice.event.incident.parts.front().reason += "; taken as normal from now on: 3.5 times what the week taught";
  CHECK(subject(notice) ==
        "[pos] TAKEN AS NORMAL denied since 10:17 at 3.5 times what the week taught, 59 approvals lost");
  const std::string mail = sample_mail(notice);
  CHECK(mail.find("It is over") == std::string::npos);
  CHECK(mail.find("Not over: since") != std::string::npos);
  CHECK(render_json(notice).find("\"accepted\":\"3.5 times what the week taught\"") != std::string::npos);
}

TEST_CASE("notice: what is lost is told by the name of the volume, and not at all where nobody knows") {
  Notice notice = sample_notice();
  notice.event.incident.volume = "aprovada";
  CHECK(subject(notice) == "[pos] CRITICAL denied 3.5x normal since 10:17, 59 aprovada lost");
  CHECK(render_slack(notice).find("about 59 aprovada") != std::string::npos);
  notice.event.incident.volume = "*";
  CHECK(subject(notice) == "[pos] CRITICAL denied 3.5x normal since 10:17");
  CHECK(render_json(notice).find("\"lost\":null") != std::string::npos);
}

TEST_CASE("subject: below normal, silent, nothing expected, several, a group") {
  Notice notice = sample_notice();
  notice.event.incident.missing = 0.4;
  notice.event.incident.severity = Severity::warning;
  incident::Part& part = notice.event.incident.parts[0];
  part.status = "approved";
  part.reason = "below: 8 in 1 min, 43 expected";
  part.count = 8;
  CHECK(subject(notice) == "[pos] WARNING approvals 81 % below normal since 10:17");
  part.count = 0;
  CHECK(subject(notice) == "[pos] WARNING approvals not seen since 10:17");
  part.expected.reset();
  CHECK(subject(notice) == "[pos] WARNING approvals since 10:17");
  notice.event.incident.group = "acquirer=A1";
  notice.event.incident.parts.resize(5, part);
  CHECK(subject(notice) == "[pos] WARNING acquirer=A1: approvals since 10:17 + approved, approved, approved, 1 more");
}

TEST_CASE("subject: digest and test") {
  Notice notice = sample_notice();
  notice.event.what = What::digest;
  notice.event.incident = {};
  notice.event.entries.resize(2);
  CHECK(subject(notice) == "[pos] DIGEST, incidents: 2");
  notice.event.what = What::test;
  CHECK(subject(notice) == "[TEST] pos-alert on till.example.com can reach you");
}

TEST_CASE("message id: made of a host name, whatever it is") {
  CHECK(make_message_id("0f", "example.com") == "<pos.0f@example.com>");
  CHECK(make_message_id("0f", "till") == "<pos.0f@till.localdomain>");
  CHECK(make_message_id("0f", "") == "<pos.0f@localhost.localdomain>");
  CHECK(make_message_id("0f", ".a\r\nb> c.") == "<pos.0f@a--b--c.localdomain>");
}

TEST_CASE("mail: headers, and the thread from opening to resolution") {
  Notice notice = sample_notice();
  const std::string opening = sample_mail(notice);
  CHECK(
      opening.starts_with("Date: Mon, 09 Mar 2026 10:29:07 +0100\r\n"
                          "From: alerts@example.com\r\n"
                          "To: ops@example.com\r\n"
                          "Subject: [pos] CRITICAL denied 3.5x normal since 10:17, 59 approvals lost\r\n"
                          "Message-ID: <pos.00112233445566778899aabbccddeeff@example.com>\r\n"
                          "Auto-Submitted: auto-generated\r\n"
                          "X-Pos-Incident: 42\r\n"));
  CHECK_FALSE(holds(opening, "References:"));

  notice.event.what = What::resolved;
  notice.references = {"<pos.01@example.com>", "<pos.02@example.com>"};
  const std::string resolution = sample_mail(notice);
  CHECK(holds(resolution,
              "\r\nIn-Reply-To: <pos.02@example.com>\r\nReferences: <pos.01@example.com> <pos.02@example.com>\r\n"));
  notice.references.resize(500, "<pos.03@example.com>");
  notice.references.back() = "<pos.04@example.com>";
  const std::string long_thread = sample_mail(notice);
  CHECK(holds(long_thread, "References: <pos.01@example.com>"));
  CHECK(holds(long_thread, "<pos.04@example.com>\r\nAuto-Submitted"));
  CHECK(long_thread.size() < resolution.size() + 1000);
}

TEST_CASE("mail: the same notice makes the same bytes") {
  CHECK(sample_mail(sample_notice()) == sample_mail(sample_notice()));
}

TEST_CASE("mail: nobody, and a message id with a line end, are refused") {
  Notice notice = sample_notice();
  CHECK_THROWS_AS((void)render_mail(notice, {{"", "a@example.com"}, {}}, Template::built_in()), std::invalid_argument);
  notice.message_id = "<x@example.com>\r\nBcc: evil@example.com";
  CHECK_THROWS_AS((void)sample_mail(notice), std::invalid_argument);
}

TEST_CASE("mail: every event is well-formed mail that says what it should") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  Notice notice = sample_notice();
  notice.references = {"<pos.01@example.com>"};
  for (const What event : {What::opened, What::updated, What::reminded, What::resolved, What::digest, What::test}) {
    notice.event.what = event;
    notice.event.entries.resize(event == What::digest ? 1 : 0);
    const std::string text = shown(sample_mail(notice));
    CHECK(holds(text, "[text/plain utf-8"));
    CHECK(holds(text, "[text/html utf-8"));
    CHECK(holds(text, "denied 3.5x normal: 151 seen, 43 expected, 10:17 to 10:28") == (event < What::digest));
    CHECK(holds(text, "pos-alert ack 42") == (event < What::resolved));
  }
}

TEST_CASE("mail: its commands name the database they work on, where the reader would get another") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  Notice notice = sample_notice();
  notice.db = "-b /var/lib/alert.db";
  notice.history = "-b '/var/lib/my shop.db'";
  const std::string text = shown(sample_mail(notice));
  CHECK(holds(text, "  pos-alert -b /var/lib/alert.db ack 42 "));
  CHECK(holds(text, "  pos-report -b '/var/lib/my shop.db' -s '2026-03-09 09:17' -r all "));
  CHECK(holds(shown(sample_mail(sample_notice())), "  pos-report -s '2026-03-09 09:17' -r all "));
}

TEST_CASE("mail: the Portuguese template in examples/") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const std::string file = std::string(POS_MAIL_TESTS) + "/../../examples/alert-template-pt.txt";
  const Template words(TestFolder::read(file), file);
  const std::string text =
      shown(render_mail(sample_notice(), {{"Plantão", "a@example.com"}, {{"", "b@example.com"}}}, words));
  CHECK(holds(text, "Subject: [pos] CRÍTICO denied 3.5x o normal desde 10:17, 59 aprovações perdidas\n"));
  CHECK(holds(text, "From: Plantão <a@example.com>\n"));
  CHECK(holds(text, "Os pagamentos não estão como deveriam."));
}

TEST_CASE("mail and Slack: in Portuguese, but for what programs read") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  Notice notice = sample_notice();
  notice.language = Language::pt;
  const std::string text = shown(render_mail(notice, {{"", "a@example.com"}, {{"", "b@example.com"}}},
                                             Template::built_in(notice.language)));
  CHECK(holds(text, "Subject: [pos] CRÍTICO denied 3,5x o normal desde 10:17, 59 aprovações perdidas\n"));
  CHECK(holds(text, "Os pagamentos não estão como deveriam."));
  CHECK(holds(text, "\n  Desde     09/03/2026 10:17 "));
  CHECK(holds(text, " -s '2026-03-09 09:17' -r all "));
  CHECK(holds(text, "<html lang=\"pt\">"));
  CHECK(holds(render_slack(notice), "*Desde* 09/03/2026 10:17"));
  CHECK(render_json(notice) == render_json(sample_notice()));
}

TEST_CASE("mail: hostile values inject nothing") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const std::string mail = sample_mail(hostile_notice());
  CHECK_FALSE(holds(mail, "\nBcc:"));
  const std::string text = shown(mail);  // nothing wrong with its form
  CHECK_FALSE(holds(text, "\nBcc:"));
  CHECK(holds(text, "x\\x0d\\x0aBcc: evil@example.com"));
  CHECK(holds(text, "&lt;script&gt;"));
  CHECK_FALSE(holds(text.substr(text.find("[text/html")), "<script"));
  CHECK(holds(text, "and 400 more"));
  CHECK(holds(text, "[text/html utf-8 base64 .."));
}

TEST_CASE("mail: card numbers are masked") {
  Notice notice = sample_notice();
  incident::Incident& incident = notice.event.incident;
  incident.parts[0].reason = incident.parts[0].status = incident.group = "4111 1111 1111 1111";
  CHECK_FALSE(holds(sample_mail(notice), "1111 1111"));
  CHECK_FALSE(holds(render_json(notice), "1111 1111"));
  CHECK_FALSE(holds(render_slack(notice), "1111 1111"));
}

TEST_CASE("json: what programs need, on one line") {
  const std::string text = render_json(sample_notice());
  CHECK_FALSE(holds(text, "\n"));
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(text);
  CHECK(std::string_view(json["event"]) == "opened");
  CHECK(std::int64_t(json["incident"]) == 42);
  CHECK(std::string_view(json["first"]) == "2026-03-09 10:17:00");
  CHECK(std::string_view(json["sent"]) == "2026-03-09T09:29:07Z");
  CHECK(double(json["lost"]) == doctest::Approx(59.2));
  CHECK(std::string_view(json["message_id"]) == "<pos.00112233445566778899aabbccddeeff@example.com>");
  CHECK(std::int64_t(json["statuses"].at(0)["count"]) == 151);
  CHECK(std::string_view(json["statuses"].at(0)["words"]) == "denied 3.5x normal since 10:17");
  Notice bare;
  CHECK(parser.parse(render_json(bare))["next_reminder"].is_null());
}

TEST_CASE("json: hostile values are strings") {
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(render_json(hostile_notice()));
  CHECK(std::string_view(json["status"]).starts_with("x\\x0d\\x0aBcc: evil@example.com"));
}

// Slack's limits, for every message.
void check_slack(const std::string& text) {
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.parse(text);
  CHECK(std::string_view(json["text"]).size() <= 3000);
  const simdjson::dom::array blocks = json["blocks"];
  CHECK(blocks.size() <= 50);
  for (const simdjson::dom::element block : blocks) {
    const std::string_view type = block["type"];
    if (type == "context") continue;
    const std::string_view words = block["text"]["text"];
    CHECK(!words.empty());
    CHECK(words.size() <= (type == "header" ? 150U : 3000U));
  }
}

TEST_CASE("slack: within its limits, saying what is left out") {
  Notice notice = hostile_notice();
  for (const What event : {What::opened, What::digest, What::test}) {
    notice.event.what = event;
    check_slack(render_slack(notice));
  }
  notice.event.what = What::digest;
  CHECK(holds(render_slack(notice), "and 4"));  // of 500, over 400
  check_slack(render_slack({}));
  check_slack(render_slack(sample_notice()));
}

TEST_CASE("slack: its own characters are escaped") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "<!channel> & co";
  const std::string text = render_slack(notice);
  CHECK(holds(text, "&lt;!channel&gt; &amp; co"));
  // A header is plain text: Slack shows it as it is.
  CHECK(holds(text, R"({"type":"plain_text","text":"[pos] CRITICAL <!channel> & co 3.5x)"));
}

TEST_CASE("slack: the link to the incident is one, and & does not end it") {
  Notice notice = sample_notice();
  notice.url = "https://pos.example.com/?since=2026-03-09&until=2026-03-10#chart=denied";
  CHECK(render_slack(notice).find(
            "<https://pos.example.com/?since=2026-03-09&amp;until=2026-03-10#chart=denied|See it on the page>") !=
        std::string::npos);
  notice.url.clear();
  CHECK(render_slack(notice).find("See it") == std::string::npos);
}

}  // namespace
}  // namespace pos::notify
