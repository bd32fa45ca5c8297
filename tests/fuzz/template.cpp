// SPDX-License-Identifier: MIT
// Templates of mail, and behind a NUL byte the words of an incident that they are filled with.
#include "notify/template.hpp"

#include "base/text.hpp"
#include "fuzz/mail.hpp"
#include "fuzz/target.hpp"
#include "unit/notify/sample_notice.hpp"

namespace pos::fuzz {
namespace {

notify::Notice notice_of(std::string_view hostile) {
  notify::Notice notice = notify::sample_notice();
  incident::Incident& incident = notice.event.incident;
  if (hostile.empty()) return notice;
  const std::string text(hostile);
  incident.group = incident.parts[0].status = incident.parts[0].reason = text;
  incident.parts.push_back(incident.parts[0]);
  incident.volume = notice.host = notice.db = text;
  notice.attachment = {text, text};
  return notice;
}

}  // namespace

void take(std::string_view bytes) {
  const auto end = bytes.find('\0');
  const notify::Template words(bytes.substr(0, end), "in");
  const notify::Notice notice = notice_of(end == std::string_view::npos ? "" : bytes.substr(end + 1));
  const notify::Fields fields = notify::notice_fields(notice);
  const std::string subject = words.subject(fields);
  expect(subject.size() <= 250, "a subject has 250 bytes at most");
  expect_plain(subject);
  expect_mail_lines(notify::render_mail(notice, notify::sample_headers(), words));
  expect_plain(notify::render_json(notice));
  expect_plain(notify::render_slack(notice));
}

}  // namespace pos::fuzz
