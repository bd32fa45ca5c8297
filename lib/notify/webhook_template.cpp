// SPDX-License-Identifier: MIT
#include "notify/webhook_template.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <bitset>
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

// Of the head; as in HTTP, capitals are no matter.
bool begins_with(std::string_view line, std::string_view key) {
  return fold_name(line.substr(0, key.size())) == fold_name(key);
}

bool is_content_type(std::string_view text) {
  const auto slash = text.find('/');
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return is_ascii && slash != std::string_view::npos && slash > 0 && slash + 1 < text.find_first_of("; ") &&
         slash + 1 < text.size() && text.find('{') == std::string_view::npos;
}

// What is wrong with the end of a URL, its facts filled in; nothing: empty. Joined to a host it would be another host.
std::string_view fault_of_append(std::string_view append) {
  if (append.empty()) return {};
  if (std::string_view("/?&").find(append.front()) == std::string_view::npos)
    return "what is added to a URL begins with /, ? or &";
  const bool fits = std::all_of(append.begin(), append.end(), [](char c) { return c > ' ' && c <= '~' && c != '#'; });
  return fits ? "" : "in a URL a blank is %20, a # %23, and what is not ASCII percent-encoded";
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
}

// What a notice may have or not, one without the other, by the field that tells of it.
constexpr std::array<std::string_view, 11> may_be_missing = {"expected", "reason", "where", "url", "key",
                                                             "lost",     "others", "flaps", "db",  "critical",
                                                             "lost_amount"};
using SampleFacts = std::bitset<may_be_missing.size()>;

bool has(SampleFacts facts, std::string_view name) {
  const auto at = std::find(may_be_missing.begin(), may_be_missing.end(), name);
  return facts[static_cast<std::size_t>(at - may_be_missing.begin())];
}

// All, none, all but one, and one alone.
std::vector<SampleFacts> tried_facts() {
  std::vector<SampleFacts> tried = {SampleFacts().set(), SampleFacts()};
  for (std::size_t i = 0; i < may_be_missing.size(); ++i) {
    tried.push_back(SampleFacts().set().reset(i));
    tried.push_back(SampleFacts().set(i));
  }
  return tried;
}

std::string facts_words(SampleFacts facts) {
  if (facts.all()) return "with all facts";
  if (facts.none()) return "with few facts";
  const bool alone = facts.count() == 1;
  std::size_t at = 0;
  while (facts[at] != alone) ++at;
  return (alone ? "with few facts and " : "with all facts but ") + std::string(may_be_missing[at]);
}

incident::Part sample_part(const std::string& status, SampleFacts facts) {
  incident::Part part;
  part.status = status;
  part.severity = has(facts, "critical") ? Severity::critical : Severity::warning;
  part.alerts = 9;
  part.count = 151;
  if (has(facts, "expected")) {
    part.expected = 4.2;
    part.surprise = 7.8;
  }
  if (has(facts, "reason")) part.reason = "above: 151 in 1 min, 43 expected";
  if (has(facts, "where")) part.where = "merchant=m17";
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

void add_sample_entries(std::vector<incident::Held>& entries, SampleFacts facts) {
  incident::Held entry;
  entry.incident = 202603091017;
  entry.severity = has(facts, "critical") ? Severity::critical : Severity::warning;
  entries.assign(has(facts, "others") ? 2 : 1, entry);
}

Notice sample(What what, SampleFacts facts, Language language) {
  Notice notice;
  notice.language = language;
  notice.event.what = what;
  notice.message_id = make_message_id("00112233445566778899aabb", "example.com");
  notice.host = "till.example.com";
  if (has(facts, "db")) notice.db = notice.history = "-b /var/lib/pos.db";
  if (has(facts, "url")) notice.url = "https://pos.example.com/";
  if (what == What::digest) add_sample_entries(notice.event.entries, facts);
  if (what == What::digest || what == What::test) return notice;
  incident::Incident& incident = notice.event.incident;
  incident.id = 202603091017;
  incident.severity = has(facts, "critical") ? Severity::critical : Severity::warning;
  incident.volume = "approved";
  incident.parts.push_back(sample_part("denied", facts));
  if (has(facts, "others")) incident.parts.push_back(sample_part("failed", facts));
  if (has(facts, "key")) incident.group = "merchant=m17";
  if (has(facts, "lost")) incident.missing = 59.2;
  if (has(facts, "lost_amount")) incident.usual_amount = 4'599;
  if (what == What::reminded) notice.event.reminder = 1;
  if (has(facts, "flaps")) {
    incident.flaps = 1;
    notice.next_reminder = 0;
  }
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
    for (const SampleFacts facts : tried_facts()) {
      const Notice notice = sample(what, facts, language);
      check_append(notice, file);
      const auto fault = fault_of(notice, says_something);
      if (!fault) continue;
      fail_at(file, fault->line,
              fmt::format("no JSON for `{}`, {}: {} (what is no JSON begins with `Content-Type: text/plain`)",
                          incident::what_name(what), facts_words(facts), fault->what));
    }
  }
  if (!says_something) fail_at(file, body_line_, "it has no body for anything");
}

// Comments, and what is no part of the body.
void WebhookTemplate::take_head(std::string_view& rest, std::string_view file) {
  bool has_type = false;
  for (; !rest.empty(); ++body_line_) {
    const std::string_view line = trim(rest.substr(0, rest.find('\n')));
    const auto once = [&](bool is_there) {
      if (is_there) fail_at(file, body_line_, "a second line of this name: leave one of them out");
    };
    if (begins_with(line, append_key)) {
      once(append_line_ != 0);
      append_line_ = body_line_;
      append_ = parse_template(trim(line.substr(append_key.size())), file, body_line_, Secrets::allowed);
    } else if (begins_with(line, type_key)) {
      once(has_type);
      has_type = true;
      content_type_ = trim(line.substr(type_key.size()));
      if (!is_content_type(content_type_))
        fail_at(file, body_line_, "a content type is such as `Content-Type: text/plain`");
    } else if (!line.empty() && !(line.starts_with("{{!") && line.find("}}") == line.size() - 2)) {
      if (append_line_ != 0 || has_type)
        fail_at(file, body_line_, "neither `Append to URL:` nor `Content-Type:`; an empty line comes before the body");
      return;
    }
    rest.remove_prefix(rest.find('\n') + 1);
    if (line.empty() && (append_line_ != 0 || has_type)) {
      ++body_line_;
      return;
    }
  }
}

void WebhookTemplate::check_append(const Notice& notice, std::string_view file) const {
  std::string append(trim(fill_template(append_, notice_fields(notice), Escape::percent).text));
  hide_secrets(append);
  const std::string_view fault = fault_of_append(append);
  if (!fault.empty())
    fail_at(file, append_line_,
            fmt::format("{}: `{}` for `{}`", fault, printable(append), incident::what_name(notice.event.what)));
}

std::optional<WebhookTemplate::Mistake> WebhookTemplate::fault_of(const Notice& notice, bool& says_something) const {
  const bool is_json = is_json_type(content_type_);
  Filled filled = fill_template(body_, notice_fields(notice), is_json ? Escape::json : Escape::none);
  if (is_blank(filled.text)) return std::nullopt;
  says_something = true;
  if (!is_json) return std::nullopt;
  hide_secrets(filled.text);
  const auto fault = json_fault(filled.text);
  if (!fault) return std::nullopt;
  return Mistake{filled.line_of(fault->at), fault->what};
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
