// SPDX-License-Identifier: MIT
// Notices as mail.
#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "notify/body_encoding.hpp"
#include "notify/header_text.hpp"
#include "notify/message.hpp"
#include "notify/mime.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_references = 20;

std::string text_entity(std::string_view subtype, std::string_view text) {
  std::string quoted = quoted_printable(text);
  std::string packed = base64_lines(with_crlf(text));
  const bool pack = packed.size() < quoted.size();
  return fmt::format("Content-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: {}\r\n\r\n{}", subtype,
                     pack ? "base64" : "quoted-printable", pack ? packed : quoted);
}

std::string multipart(std::string_view kind, std::string_view boundary, const std::vector<std::string>& entities) {
  std::string out = fmt::format("Content-Type: multipart/{}; boundary=\"{}\"\r\n\r\n", kind, boundary);
  for (const auto& entity : entities) out += fmt::format("--{}\r\n{}\r\n", boundary, entity);
  return out + fmt::format("--{}--\r\n", boundary);
}

std::string body_entity(const Fields& fields, const Template& words) {
  std::string text = text_entity("plain", words.text(fields));
  if (!words.has_html()) return text;
  // The last is the one preferred (RFC 2046, 5.1.4).
  return multipart("alternative", alternatives_boundary, {text, text_entity("html", words.html(fields))});
}

std::string attached(const Attachment& attachment) {
  std::string name = printable(attachment.name, 60);
  const auto is_odd = [](char c) { return c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '/' || c == '%'; };
  std::replace_if(name.begin(), name.end(), is_odd, '_');
  return fmt::format(
      "Content-Type: text/html; charset=utf-8;\r\n name=\"{0}\"\r\n"
      "Content-Disposition: attachment;\r\n filename=\"{0}\"\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n{1}",
      name, base64_lines(attachment.html));
}

// The first, which began the thread, and the latest ones.
std::vector<std::string> shown_references(const Notice& notice) {
  auto ids = notice.references;
  if (ids.size() > max_references) ids.erase(ids.begin() + 1, ids.end() - (max_references - 1));
  return ids;
}

std::string headers_of(const Notice& notice, const MailHeaders& headers, const std::string& subject_text) {
  std::string out = words_header("Date", {mail_date(notice.sent_utc, notice.zone_offset.count())});
  out += address_header("From", {headers.from});
  out += address_header("To", headers.to);
  out += text_header("Subject", subject_text);
  out += words_header("Message-ID", {notice.message_id});
  if (!notice.references.empty()) {
    out += words_header("In-Reply-To", {notice.references.back()});
    out += words_header("References", shown_references(notice));
  }
  // No out-of-office notes in return (RFC 3834, 5).
  out += "Auto-Submitted: auto-generated\r\n";
  if (notice.event.incident.id != 0) out += words_header("X-Pos-Incident", {std::to_string(notice.event.incident.id)});
  out += words_header("X-Pos-Event", {std::string(what_name(notice.event.what))});
  return out + "MIME-Version: 1.0\r\n";
}

}  // namespace

std::string subject(const Notice& notice) {
  Notice english = notice;
  english.language = Language::en;
  return Template::built_in().subject(notice_fields(english));
}

std::string render_mail(const Notice& notice, const MailHeaders& headers, const Template& words) {
  if (headers.to.empty()) throw std::invalid_argument("render_mail: no recipient");
  const Fields fields = notice_fields(notice);
  std::string body = body_entity(fields, words);
  if (notice.attachment) body = multipart("mixed", parts_boundary, {body, attached(*notice.attachment)});
  return headers_of(notice, headers, words.subject(fields)) + body;
}

}  // namespace pos::notify
