// SPDX-License-Identifier: MIT
// Notices as the bytes that channels deliver. Rendered once, when the message is queued, so that a
// repeat has the same bytes.
#pragma once

#include <string>
#include <vector>

#include "notify/address.hpp"
#include "notify/notice.hpp"
#include "notify/template.hpp"

namespace pos::notify {

// Of the built-in template, in English: `[pos] CRITICAL denied 3.5x normal since 10:17, 59 approvals lost`.
[[nodiscard]] std::string subject(const Notice& notice);

struct MailHeaders {
  Address from;
  std::vector<Address> to;  // one or more: all are shown, whoever the copy is for
};

// A whole message of RFC 5322: ASCII, CR LF, lines of 78 bytes where they can be broken and never over
// 998; text and HTML as alternatives (RFC 2046), the attachment beside them.
// Errors: std::invalid_argument for no recipient and for a message id with control characters.
[[nodiscard]] std::string render_mail(const Notice& notice, const MailHeaders& headers, const Template& words);

// One JSON object on one line without its line end, UTF-8: what webhooks and --exec get.
[[nodiscard]] std::string render_json(const Notice& notice);

// What an incoming webhook of Slack takes: `text` and `blocks`, within its limits (50 blocks, 3,000
// characters each); says how much is left out.
[[nodiscard]] std::string render_slack(const Notice& notice);

// What templates are filled with.
[[nodiscard]] Fields notice_fields(const Notice& notice);
// Of these: "about 59 approvals, about 4,080.00"; empty: nothing was lost, or nobody knows.
[[nodiscard]] std::string lost_text(const Fields& fields, Language language);

}  // namespace pos::notify
