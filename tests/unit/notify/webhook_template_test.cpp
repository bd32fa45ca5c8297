// SPDX-License-Identifier: MIT
#include "notify/webhook_template.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "notify/json_check.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

WebhookRequest requested(const std::string& file, const Notice& notice = sample_notice()) {
  const auto request = WebhookTemplate(file, "hook.json").request(notice);
  REQUIRE(request);
  return *request;
}

std::string refusal_of_template(const std::string& file, Language language = Language::en) {
  try {
    const WebhookTemplate words(file, "hook.json", language);
    return "taken";
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    return error.what();
  }
}

std::string fault_of_json(std::string_view text) {
  const auto fault = json_fault(text);
  return fault ? std::to_string(fault->at) + ": " + std::string(fault->what) : "";
}

TEST_CASE("webhook template: facts are escaped for the strings of JSON") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "de\"n\\ied\nnow \xF0\x9F\x94\xA5<b>";
  const WebhookRequest request = requested("{\"text\": \"{{status}}\"}\n", notice);
  CHECK(request.body == "{\"text\": \"de\\\"n\\\\ied\\\\x0anow \xF0\x9F\x94\xA5<b>\"}");
  CHECK(request.content_type == "application/json");
  CHECK(request.append.empty());
  CHECK(payload_of(request) == request.body);
}

TEST_CASE("webhook template: what is appended to the URL is percent-encoded") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "a/b?c=d&e";
  const std::string file =
      "{{! Opsgenie }}\n"
      "Append to URL: {{#resolved}}/{{status}}/close?by={{dedup_key}}{{/resolved}}\n"
      "\n"
      "{\"alias\": \"{{dedup_key}}\"}\n";
  CHECK(requested(file, notice).append.empty());
  notice.event.what = incident::What::resolved;
  const WebhookRequest request = requested(file, notice);
  CHECK(request.append == "/a%2Fb%3Fc%3Dd%26e/close?by=pos-00112233445566778899aabbccddeeff");
  CHECK(request.body == R"({"alias": "pos-00112233445566778899aabbccddeeff"})");
  const WebhookRequest again = request_of(payload_of(request));
  CHECK(again.append == request.append);
  CHECK(again.content_type == request.content_type);
  CHECK(again.body == request.body);
}

TEST_CASE("webhook template: the key of an incident is that of its first message") {
  Notice notice = sample_notice();
  notice.first_id = "<pos.aaaaaaaaaaaaaaaaaaaaaaaa@x.example.com>";
  CHECK(requested("\"{{dedup_key}}\"", notice).body == "\"pos-aaaaaaaaaaaaaaaaaaaaaaaa\"");
}

TEST_CASE("webhook template: another content type has facts as they are") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "\"de<n";
  const WebhookRequest request = requested("Content-Type: text/plain; charset=utf-8\n\n{{status}} \"is\"\n", notice);
  CHECK(request.body == "\"de<n \"is\"");
  CHECK(request.content_type == "text/plain; charset=utf-8");
  CHECK(request_of(payload_of(request)).content_type == request.content_type);
  CHECK(request_of(payload_of(request)).body == request.body);
  CHECK(requested("Content-Type: application/cloudevents+json\n\n\"{{status}}\"\n", notice).body == "\"\\\"de<n\"");
  for (const char* json : {"content-type: Application/JSON", "CONTENT-TYPE: text/json;charset=utf-8"})
    CHECK(requested(std::string(json) + "\n\n\"{{status}}\"\n", notice).body == "\"\\\"de<n\"");
}

TEST_CASE("webhook template: lists have commas between their elements, and what is blank goes to nobody") {
  Notice notice = sample_notice();
  notice.event.incident.parts.push_back(notice.event.incident.parts[0]);
  notice.event.incident.parts[1].status = "failed";
  const std::string list = "[{{#statuses}}\n\"{{status}}\"{{#more}},{{/more}}\n{{/statuses}}\n]";
  CHECK(requested(list, notice).body == "[\n\"denied\",\n\n\"failed\"\n]");
  const WebhookTemplate words("{{^resolved}}\n{}\n{{/resolved}}\n", "t");
  CHECK(words.request(notice));
  notice.event.what = incident::What::resolved;
  CHECK_FALSE(words.request(notice));
}

TEST_CASE("webhook template: text is cut between characters, as its reader counts bytes") {
  Notice notice = sample_notice();
  incident::Part& part = notice.event.incident.parts[0];
  const auto cut = [&](const std::string& words) {
    return requested("\"{{#cut 12}}" + words + "{{/cut}}\"", notice).body;
  };
  part.status = "123456789012";
  CHECK(cut("{{status}}") == "\"123456789012\"");
  CHECK(cut("{{status}}!") == "\"123456789...\"");
  part.status = "\"\"\"\"\"\"\"\"\"\"\"\"";  // twelve bytes, and two for each in JSON
  CHECK(cut("{{status}}") == R"("\"\"\"\"\"\"\"\"\"\"\"\"")");
  CHECK(cut("{{status}}\\n") == R"("\"\"\"\"\"\"\"\"\"...")");
  part.status = "1234567\xF0\x9F\x94\xA5\xC3\xA9";
  CHECK(cut("{{status}}") == "\"1234567...\"");
  CHECK(cut("12345\\n\\n\\n\\u00e9{{status}}") == R"("12345\n\n\n...")");
  CHECK(cut("1234567\\ud83d\\udd25{{status}}") == "\"1234567...\"");
  CHECK(cut("{{#statuses}}{{#cut 10}}{{status}}..{{/cut}}{{/statuses}}{{status}}") == "\"1234567...\"");
  CHECK(cut("{{#host}}abc{{/host}}{{#statuses}}{{#cut 10}}{{status}}{{/cut}}{{/statuses}}") == "\"abc123456...\"");
}

TEST_CASE("webhook template: facts are escaped for Markdown and HTML where it is asked for") {
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "*a* <b> [c](d)";
  CHECK(requested("\"{{#markdown}}**{{status}}**{{/markdown}}\"", notice).body ==
        "\"**\\\\*a\\\\* \\\\<b\\\\> \\\\[c\\\\]\\\\(d\\\\)**\"");
  CHECK(requested("\"{{#html}}<i>{{status}}</i>{{/html}}{{status}}\"", notice).body ==
        "\"<i>*a* &lt;b&gt; [c](d)</i>*a* <b> [c](d)\"");
  CHECK(requested("\"{{#cut 10}}{{#html}}12345{{status}}{{/html}}{{/cut}}\"", notice).body == "\"12345*a...\"");
  notice.event.incident.parts[0].status = "<<<";
  CHECK(requested("\"{{#cut 11}}{{#html}}{{status}}{{/html}}{{/cut}}\"", notice).body == "\"&lt;&lt;...\"");
}

TEST_CASE("webhook template: secrets come from the file of the webhook, at delivery") {
  WebhookRequest request = requested(
      "Append to URL: /{{secret topic}}?x=1\n\n{\"routing_key\": \"{{secret key}}\", \"chat\": {{secret chat}}}");
  WebhookRequest copy = request;
  CHECK(fill_in(copy, {{"key", "a"}, {"topic", "b"}}) == "chat");
  CHECK_FALSE(fill_in(request, {{"key", "a\"b"}, {"chat", "-100"}, {"topic", "a b"}}));
  CHECK(request.append == "/a%20b?x=1");
  CHECK(request.body == R"({"routing_key": "a\"b", "chat": -100})");
  // A fact cannot ask for one.
  Notice notice = sample_notice();
  notice.event.incident.parts[0].status = "{{secret key}}\x1fkey\x1f";
  WebhookRequest asked = requested("\"{{status}}\"", notice);
  CHECK_FALSE(fill_in(asked, {}));
  CHECK(asked.body == "\"{{secret key}}\\\\x1fkey\\\\x1f\"");
}

TEST_CASE("webhook template: what is appended goes before the query of the URL, and joins it") {
  CHECK(joined_url("https://a.example.com/v2/alerts", "/x/close?y=alias") ==
        "https://a.example.com/v2/alerts/x/close?y=alias");
  CHECK(joined_url("https://a.example.com/v2/?key=k#z", "/x?y=1") == "https://a.example.com/v2/x?key=k&y=1");
  CHECK(joined_url("https://a.example.com/v2?key=k", "&y=1") == "https://a.example.com/v2?key=k&y=1");
  CHECK(joined_url("https://a.example.com/v2", "&y=1") == "https://a.example.com/v2?y=1");
  CHECK(joined_url("https://a.example.com", "/x") == "https://a.example.com/x");
}

TEST_CASE("webhook template: mistakes are told at the start, by file and line") {
  CHECK(refusal_of_template("\n\n{\"a\": {{stauts}}}") == "hook.json:3: there is no field 'stauts'");
  CHECK(refusal_of_template("{\"a\": \"{{secret a b}}\"}") ==
        "hook.json:1: the name of a secret has letters, digits, _ and -: {{secret NAME}}");
  CHECK(refusal_of_template("{{#cut}}a{{/cut}}") == "hook.json:1: {{#cut BYTES}} takes a number from 10 on");
  CHECK(refusal_of_template("{{#cut 20}}a") == "hook.json:1: {{#cut}} has no {{/cut}}");
  CHECK(refusal_of_template("{{/cut}}") == "hook.json:1: {{/cut}} closes nothing");
  CHECK(refusal_of_template("Content-Type:\n\n{}") ==
        "hook.json:1: a content type is such as `Content-Type: text/plain`");
  for (const char* type :
       {"nonsense", "text/", "/plain", "text/ plain", "text/;a=b", "text/plain\xC3\xA9", "{{status}}/x"})
    CHECK(refusal_of_template("Content-Type: " + std::string(type) + "\n\n{}") ==
          "hook.json:1: a content type is such as `Content-Type: text/plain`");
  CHECK(refusal_of_template("content-type: a/b\nTitle: {{subject}}\n\n{{subject}}") ==
        "hook.json:2: neither `Append to URL:` nor `Content-Type:`; an empty line comes before the body");
  CHECK(refusal_of_template("Content-Type: a/b\nContent-type: c/d\n\nx") ==
        "hook.json:2: a second line of this name: leave one of them out");
  CHECK(refusal_of_template("Append to URL: /a\nAppend to url: /b\n\n1") ==
        "hook.json:2: a second line of this name: leave one of them out");
  // Of https://api.example.com and .org it would be another's host.
  CHECK(refusal_of_template("{{! a }}\nAppend to URL: .org\n\n1") ==
        "hook.json:2: what is added to a URL begins with /, ? or &: `.org` for `opened`");
  CHECK(refusal_of_template("Append to URL: {{#resolved}}{{secret a}}/{{/resolved}}\n\n1") ==
        "hook.json:1: what is added to a URL begins with /, ? or &: `111/` for `resolved`");
  CHECK(refusal_of_template("Append to URL: /a b\n\n1") ==
        "hook.json:1: in a URL a blank is %20, a # %23, and what is not ASCII percent-encoded: `/a b` for `opened`");
  CHECK(refusal_of_template("Append to URL: {{#test}}?a=#{{/test}}\n\n1").ends_with("`?a=#` for `test`"));
  CHECK(refusal_of_template("APPEND TO URL: &a={{words}}\n\n1") == "taken");
  CHECK(refusal_of_template("{{! nothing }}\n\n") == "hook.json:3: it has no body for anything");
  const auto no_json = [](const std::string& file, Language language = Language::en) {
    const std::string reason = refusal_of_template(file, language);
    const auto end = reason.find(" (what is no JSON begins with `Content-Type: text/plain`)");
    REQUIRE_MESSAGE(end != std::string::npos, reason);
    return reason.substr(0, end);
  };
  CHECK(no_json("{{! a }}\n\n{\n  \"a\": \"{{status}}\",\n}\n") ==
        "hook.json:5: no JSON for `opened`, with all facts: a comma before }");
  CHECK(no_json("{\"a\": {{status}}}") ==
        "hook.json:1: no JSON for `opened`, with all facts: no value of JSON: text has quotes around it");
  CHECK(no_json("{\n\"a\":\n {{expected}}\n}") ==
        "hook.json:4: no JSON for `opened`, with few facts: a value is missing");
  CHECK(no_json("{\n{{#resolved}}\n\"a\": 1\n\"b\": 2\n{{/resolved}}\n}") ==
        "hook.json:4: no JSON for `resolved`, with all facts: a comma, or the end of the list, is missing");
  CHECK(no_json("{\"a\": \"one\ntwo\"}") ==
        "hook.json:1: no JSON for `opened`, with all facts: a line break within quotes: write \\n");
  CHECK(no_json("[{{#entries}}\"{{entry}}\",{{/entries}}1,{{#statuses}}\n{{alerts}},\n{{/statuses}}\n]") ==
        "hook.json:4: no JSON for `opened`, with all facts: a comma before ]");
  CHECK(no_json("[{{#url}}1,{{/url}}{{#key}}2{{/key}}{{^key}}{{^url}}3{{/url}}{{/key}}]") ==
        "hook.json:1: no JSON for `opened`, with few facts and url: a comma before ]");
  CHECK(no_json("[{{#reason}}{{^expected}}x{{/expected}}{{/reason}}]") ==
        "hook.json:1: no JSON for `opened`, with all facts but expected: no value of JSON: text has quotes around it");
  // What is a number in English.
  const std::string number = "{\"a\": {{#expected}}{{expected}}{{/expected}}{{^expected}}null{{/expected}}}";
  CHECK(refusal_of_template(number) == "taken");
  CHECK(no_json(number, Language::pt).starts_with("hook.json:1: no JSON for `opened`"));
}

TEST_CASE("json: what it is, and what not") {
  for (const char* good :
       {"{}", "[]", " [1, -0.5e+3, \"a\\u00e9\\n\", true, false, null, {\"a\": {\"b\": []}}] ", "\"\"", "0"})
    CHECK_MESSAGE(fault_of_json(good).empty(), good);
  CHECK(fault_of_json("") == "0: it ends before its value does");
  CHECK(fault_of_json("{\"a\"}") == "4: a colon is missing");
  CHECK(fault_of_json("{a: 1}") == "1: a name in quotes is missing");
  CHECK(fault_of_json("[1 2]") == "3: a comma, or the end of the list, is missing");
  CHECK(fault_of_json("[1") == "2: it ends before its value does");
  CHECK(fault_of_json("{} {}") == "3: something after the end of the value");
  CHECK(fault_of_json("\"a") == "2: quotes are not closed");
  CHECK(fault_of_json("\"\\x\"") == "2: no escape of JSON");
  CHECK(fault_of_json("\"\\u12g4\"") == "5: no escape of JSON");
  CHECK(fault_of_json("01") == "2: no number of JSON");
  CHECK(fault_of_json("1.") == "2: no number of JSON");
  CHECK(fault_of_json("\"\t\"") == "1: a control character within quotes");
  CHECK(fault_of_json(std::string(100, '[')) == "64: too deep");
}

}  // namespace
}  // namespace pos::notify
