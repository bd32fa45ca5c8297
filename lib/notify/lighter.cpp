// SPDX-License-Identifier: MIT
#include "notify/lighter.hpp"

#include "notify/mime.hpp"

namespace pos::notify {
namespace {

constexpr std::string_view note =
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "(The attachment is left out: the mail server did not take a message of that size.)\r\n";

// The last part between boundaries: the line that begins it, itself, and its end.
struct Place {
  std::size_t line, begin, end;
};
std::optional<Place> last_part(const std::string& payload, std::string_view boundary) {
  const std::string line = "\r\n--" + std::string(boundary);
  const std::size_t end = payload.rfind(line + "--\r\n");
  if (end == std::string::npos || end == 0) return std::nullopt;
  const std::size_t begin = payload.rfind(line + "\r\n", end - 1);
  if (begin == std::string::npos) return std::nullopt;
  return Place{begin, begin + line.size() + 2, end};
}

}  // namespace

std::optional<std::string> lighter_mail(const std::string& payload) {
  const auto attachment = last_part(payload, parts_boundary);
  const auto is_note = [&] { return payload.compare(attachment->begin, note.size(), note) == 0; };
  if (attachment && !is_note())
    return payload.substr(0, attachment->begin).append(note).append(payload, attachment->end);
  const auto html = last_part(payload, alternatives_boundary);
  constexpr std::string_view type = "Content-Type: text/html";
  if (!html || payload.compare(html->begin, type.size(), type) != 0) return std::nullopt;
  return payload.substr(0, html->line).append(payload, html->end);
}

std::optional<std::string> lighter_slack(const std::string& payload) {
  const std::size_t blocks = payload.find(R"(,"blocks":)");  // in a text its quotes would be escaped
  if (blocks == std::string::npos) return std::nullopt;
  return payload.substr(0, blocks) + "}";
}

}  // namespace pos::notify
