// SPDX-License-Identifier: MIT
#include "notify/webhook_template.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "notify/json_check.hpp"
#include "notify/message.hpp"
#include "notify/template_nodes.hpp"

namespace pos::notify {
namespace {

using incident::What;

constexpr std::string_view append_key = "Append to URL:";
constexpr std::string_view type_key = "Content-Type:";

[[noreturn]] void fail_at(std::string_view file, std::int64_t line, const std::string& what) {
  throw Error(Fault::config, fmt::format("{}:{}: {}", printable(file), line, what));
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
}

incident::Part sample_part(const std::string& status, bool has_all) {
  incident::Part part;
  part.status = status;
  part.severity = has_all ? Severity::critical : Severity::warning;
  part.alerts = 9;
  part.count = 151;
  if (!has_all) return part;
  part.expected = 4.2;
  part.surprise = 7.8;
  part.reason = "above: 151 in 1 min, 43 expected";
  part.where = "merchant=m17";
  return part;
}

// A number may stand within quotes and without.
void hide_secrets(std::string& text) {
  bool within = false;
  for (char& c : text) {
    const bool is_mark = c == secret_mark;
    if (is_mark || within) c = '1';
    within ^= is_mark;
  }
}

// A notice of this kind, as far as its facts may be there or missing.
Notice sample(What what, bool has_all, Language language) {
  Notice notice;
  notice.language = language;
  notice.event.what = what;
  notice.message_id = make_message_id("00112233445566778899aabb", "example.com");
  notice.host = "till.example.com";
  if (has_all) {
    notice.db = notice.history = "-b /var/lib/pos.db";
    notice.url = "https://pos.example.com/";
  }
  if (what == What::digest) {
    for (std::int64_t id = 1; id <= (has_all ? 2 : 1); ++id) notice.event.entries.emplace_back().incident = id;
  }
  if (what == What::digest || what == What::test) return notice;
  incident::Incident& incident = notice.event.incident;
  incident.id = 202603091017;
  incident.severity = has_all ? Severity::critical : Severity::warning;
  incident.parts.push_back(sample_part("denied", has_all));
  if (!has_all) return notice;
  incident.parts.push_back(sample_part("failed", true));
  incident.group = "merchant=m17";
  incident.volume = "approved";
  incident.missing = 59.2;
  incident.flaps = 1;
  notice.event.reminder = 1;
  notice.next_reminder = 0;
  notice.references = {notice.message_id};
  return notice;
}

}  // namespace

WebhookTemplate::WebhookTemplate(std::string_view text, std::string_view file, Language language) {
  const std::string lines = checked_template(text, file);
  std::string_view rest = lines;
  take_head(rest, file);
  body_ = parse_template(rest, file, body_line_, Secrets::allowed);
  bool says_something = false;
  for (const What what : {What::opened, What::updated, What::reminded, What::resolved, What::digest, What::test}) {
    for (const bool has_all : {true, false}) try_on(sample(what, has_all, language), file, says_something);
  }
  if (!says_something) fail_at(file, body_line_, "it has no body for anything");
}

// Comments, and what is no part of the body.
void WebhookTemplate::take_head(std::string_view& rest, std::string_view file) {
  bool has_head = false;
  const auto value = [&](std::string_view line, std::string_view key) {
    has_head = true;
    return trim(line.substr(key.size()));
  };
  for (; !rest.empty(); ++body_line_) {
    const std::string_view line = trim(rest.substr(0, rest.find('\n')));
    if (line.starts_with(append_key)) {
      append_ = parse_template(value(line, append_key), file, body_line_, Secrets::allowed);
    } else if (line.starts_with(type_key)) {
      content_type_ = value(line, type_key);
      if (content_type_.empty() || content_type_.find('{') != std::string::npos)
        fail_at(file, body_line_, "a content type is such as `Content-Type: text/plain`");
    } else if (!line.empty() && !(line.starts_with("{{!") && line.find("}}") == line.size() - 2)) {
      return;
    }
    rest.remove_prefix(rest.find('\n') + 1);
    if (line.empty() && has_head) {
      ++body_line_;
      return;
    }
  }
}

void WebhookTemplate::try_on(const Notice& notice, std::string_view file, bool& says_something) const {
  Filled filled =
      fill_template(body_, notice_fields(notice), is_json_type(content_type_) ? Escape::json : Escape::none);
  if (is_blank(filled.text)) return;
  says_something = true;
  if (!is_json_type(content_type_)) return;
  hide_secrets(filled.text);
  const auto fault = json_fault(filled.text);
  if (!fault) return;
  const std::string what(incident::what_name(notice.event.what));
  const std::string_view facts = notice.event.incident.group.empty() ? "with few facts" : "with all facts";
  fail_at(file, filled.line_of(fault->at),
          fmt::format("no JSON for `{}`, {}: {} (what is no JSON begins with `Content-Type: text/plain`)", what, facts,
                      fault->what));
}

std::optional<WebhookRequest> WebhookTemplate::request(const Notice& notice) const {
  const Fields fields = notice_fields(notice);
  WebhookRequest request;
  request.content_type = content_type_;
  request.body = fill_template(body_, fields, is_json_type(content_type_) ? Escape::json : Escape::none).text;
  if (is_blank(request.body)) return std::nullopt;
  if (request.body.ends_with('\n')) request.body.pop_back();
  request.append = trim(fill_template(append_, fields, Escape::percent).text);
  return request;
}

}  // namespace pos::notify
