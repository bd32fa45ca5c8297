// SPDX-License-Identifier: MIT
// Templates of webhooks, behind a NUL byte the words of an incident that they are filled with, and behind another one the
// file with their secrets.
#include "notify/webhook_template.hpp"

#include "base/text.hpp"
#include "fuzz/target.hpp"
#include "notify/json_check.hpp"
#include "notify/message.hpp"
#include "notify/template_nodes.hpp"
#include "unit/notify/sample_notice.hpp"

namespace pos::fuzz {
namespace {

notify::Notice notice_of(std::string_view hostile) {
  notify::Notice notice = notify::sample_notice();
  incident::Incident& incident = notice.event.incident;
  if (hostile.empty()) return notice;
  const std::string text(hostile);
  incident.group = incident.parts[0].status = incident.parts[0].reason = incident.parts[0].where = text;
  incident.parts.push_back(incident.parts[0]);
  incident.volume = notice.host = notice.db = text;
  return notice;
}

// Whatever the words are, they stay within their quotes and their bytes.
void fill_ours(const notify::Notice& notice) {
  static const notify::WebhookTemplate ours(
      "Append to URL: /{{status}}?{{key}}\n\n[\"{{#cut 40}}{{status}}{{#markdown}}{{key}}{{/markdown}}\\n{{#html}}"
      "{{reason}}{{/html}}{{/cut}}\",\n{{#statuses}}\"{{words}}\"{{#more}},{{/more}}{{/statuses}}]",
      "ours");
  const auto request = ours.request(notice);
  expect(request.has_value(), "there is something to say");
  expect(!notify::json_fault(request->body), "facts stay within their quotes");
  expect(is_utf8(request->body), "no character is cut");
  expect(request->body.find('"', 2) <= 2 + 6 * 40, "what is cut is short");
  expect(request->append.find_first_of(" \n\"<>#", 1) == std::string::npos, "facts stay within their part of the URL");
}

}  // namespace

void take(std::string_view bytes) {
  const std::string_view words = take_until(bytes, '\0');
  const notify::Notice notice = notice_of(take_until(bytes, '\0'));
  fill_ours(notice);
  notify::WebhookSecret secret;
  if (!bytes.empty()) secret = notify::parse_webhook_secret(bytes, "secret");
  for (const notify::HttpHeader& header : secret.proof.headers) expect_plain(header.name + header.value);
  const std::string lines = notify::checked_template(words, "in");
  const auto nodes = notify::parse_template(lines, "in", 1, notify::Secrets::allowed);
  const notify::Fields fields = notify::notice_fields(notice);
  for (const auto escape : {notify::Escape::none, notify::Escape::json, notify::Escape::percent}) {
    const notify::Filled filled = notify::fill_template(nodes, fields, escape);
    expect(filled.line_of(filled.text.size()) >= 1, "each byte has its line");
  }
  // It tries the template a hundred times: not on each of these.
  if (words.size() % 8 != 7) return;
  auto request = notify::WebhookTemplate(words, "in").request(notice);
  if (!request) return;
  const std::string payload = notify::payload_of(*request);
  expect_same(notify::payload_of(notify::request_of(payload)), payload, "a payload is read as it was written");
  if (notify::fill_in(*request, secret.proof.secrets)) return;
  expect(request->body.find(notify::secret_mark) == std::string::npos, "no mark of a secret is left");
  expect_plain(notify::joined_url("https://a.example.com/?a=b", request->append));
}

}  // namespace pos::fuzz
