// SPDX-License-Identifier: MIT
// Notices as Slack's incoming webhooks take them (api.slack.com/reference/block-kit/blocks).
#include <fmt/core.h>

#include <array>
#include <vector>

#include "base/json.hpp"
#include "base/language.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

// Slack counts characters; bytes are never fewer.
constexpr std::size_t max_section = 3000;
constexpr std::size_t max_header = 150;
// Sections for lists. With header, facts, what is left out and the last line that is far below the
// 50 blocks of a message.
constexpr std::size_t max_list_sections = 10;

// The three characters that Slack takes for its own.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string cut(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t end = limit - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

void append_text(std::string& out, std::string_view type, std::string_view text) {
  JsonObject(out).text("type", type).text("text", text).end();
}

// With a text of its own.
std::string block(std::string_view type, std::string_view text_type, std::string_view text) {
  std::string json;
  JsonObject object(json);
  append_text(object.text("type", type).member("text"), text_type, text);
  object.end();
  return json;
}

std::string section(const std::string& markdown) { return block("section", "mrkdwn", markdown); }

std::string context(const std::string& markdown) {
  std::string json;
  const auto append = [](std::string& out, const std::string& text) { append_text(out, "mrkdwn", text); };
  JsonObject(json).text("type", "context").array("elements", std::array{markdown}, append).end();
  return json;
}

std::string facts(const Fields& fields, Language language) {
  const auto& of = fields.texts;
  std::string out;
  const auto add = [&](std::string_view label, const std::string& value) {
    if (!value.empty()) out += fmt::format("*{}* {}\n", label, escaped(value));
  };
  add(tr(language, "Key"), of.at("key"));
  add(tr(language, "Where"), of.at("where"));
  add(tr(language, "Since"), fmt::format("{} ({}), {}", of.at("first"), of.at("zone"), of.at("duration")));
  add(tr(language, "Lost"), lost_text(fields, language));
  add(tr(language, "Reason"), of.at("reason"));
  add(tr(language, "Events"), of.at("during"));
  add(tr(language, "Came back"), of.at("flaps").empty() ? "" : of.at("flaps") + "x");
  add(tr(language, "Next reminder"), of.at("next_reminder"));
  return out;
}

std::string status_line(const Fields& fields, Language language) {
  const auto& of = fields.texts;
  std::string line = of.at("status") + (of.at("level").empty() ? "" : " " + of.at("level")) + ": ";
  line += of.at("expected").empty()
              ? trf(language, "{} seen, {} to {}", of.at("count"), of.at("since"), of.at("until"))
              : trf(language, "{} seen, {} expected, {} to {}", of.at("count"), of.at("expected"), of.at("since"),
                    of.at("until"));
  return of.at("reason").empty() ? line : line + "; " + of.at("reason");
}

// Lines in as few sections as hold them; what finds no room is counted.
void add_list(std::vector<std::string>& blocks, const std::vector<std::string>& lines, std::size_t left_out,
              Language language) {
  std::vector<std::string> sections(1);
  for (const auto& line : lines) {
    const std::string item = "• " + escaped(line) + "\n";
    if (sections.back().size() + item.size() > max_section) {
      if (sections.size() == max_list_sections) {
        ++left_out;
        continue;
      }
      sections.emplace_back();
    }
    sections.back() += item;
  }
  for (const auto& text : sections) {
    if (!text.empty()) blocks.push_back(section(text));
  }
  if (left_out > 0) blocks.push_back(section(trf(language, "and {} more", left_out)));
}

std::size_t beyond(std::size_t size, std::size_t shown) { return size > shown ? size - shown : 0; }

}  // namespace

std::string render_slack(const Notice& notice) {
  const Language language = notice.language;
  const Fields fields = notice_fields(notice);
  const std::string title = Template::built_in(language).subject(fields);
  std::vector<std::string> blocks;
  blocks.push_back(block("header", "plain_text", cut(title, max_header)));

  std::vector<std::string> lines;
  if (notice.event.what == incident::What::digest) {
    for (const Fields& entry : fields.lists.at("entries")) lines.push_back(entry.texts.at("entry"));
    add_list(blocks, lines, beyond(notice.event.entries.size(), lines.size()), language);
  } else if (notice.event.what != incident::What::test) {
    blocks.push_back(section(facts(fields, language)));
    for (const Fields& part : fields.lists.at("statuses")) lines.push_back(status_line(part, language));
    add_list(blocks, lines, beyond(notice.event.incident.parts.size(), lines.size()), language);
  }

  const auto& of = fields.texts;
  // An address has none of the characters that would end it there.
  if (!of.at("url").empty()) blocks.push_back(section("<" + escaped(of.at("url")) + "|" + trf(language, "See it on the page") + ">"));
  const std::string number =
      of.at("incident").empty() ? "" : trf(language, "Incident {},", of.at("incident")) + " ";
  const std::string last =
      escaped(number + trf(language, "{} ({}), pos-alert on {}", of.at("now"), of.at("zone"), of.at("host")));
  blocks.push_back(context(last));
  std::string json;
  const auto append_block = [](std::string& out, const std::string& block) { out += block; };
  JsonObject(json).text("text", escaped(title)).array("blocks", blocks, append_block).end();
  return json;
}

}  // namespace pos::notify
