// SPDX-License-Identifier: MIT
// Ways out: each takes a rendered message and says what became of it.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "notify/stopping.hpp"
#include "notify/webhook_secret.hpp"

namespace pos::notify {

// What became of one message to one recipient.
//
// | what happened                                              | outcome     | fault       |
// |------------------------------------------------------------|-------------|-------------|
// | SMTP 2xx after the data; exit 0; file in new/              | sent        |             |
// | HTTP 2xx, whatever becomes of its headers and its body     | sent        |             |
// | SMTP 4xx; HTTP 408, 425, 429, 5xx; exit status 75          | retry_later | temporary   |
// | no such host, refused, timed out, dropped                  | retry_later | temporary   |
// | no STARTTLS, unknown CA, other host's certificate          | retry_later | protocol    |
// | HTTP 3xx                                                   | retry_later | protocol    |
// | SMTP login refused or wanted (530, 534, 535, 538)          | retry_later | permission  |
// | SMTP 5xx with 5.7.x for a recipient: it does not relay     | retry_later | permission  |
// | HTTP 401, 403, 407                                         | retry_later | permission  |
// | SMTP 5xx for the sender                                    | retry_later | config      |
// | other HTTP 4xx                                             | retry_later | config      |
// | SMTP 5xx at another step, such as 554 for a greeting       | retry_later | protocol    |
// | another exit status, killed by a signal, timed out         | retry_later | unavailable |
// | too little memory, or too few files that may be open       | retry_later | system      |
// | a Maildir or CA file that cannot be used                   | retry_later | io, config  |
// | SMTP 5xx for recipient or message                          | rejected    | unavailable |
// | SMTP: the recipient is no address                          | rejected    | config      |
// | a signal asked to end, and there was no answer yet         | interrupted |             |
//
// retry_later with a fault that needs mending: an operator has to mend something; until then the
// message waits, and the reason says what to do. A connection lost after the data may have delivered it: the repeat has
// the same Message-ID (RFC 5321, 4.5.3.2.6 tells why this cannot be avoided). A message that is refused for what it may
// carry beside its text goes out again without that, at once: a mail that is too large (SMTP 552; 5.3.4; a SIZE
// announced that it exceeds) without its attachment, then without its HTML; what Slack does not take (HTTP 400, 413)
// without its blocks. The outcome is that of the last form.
struct Delivery {
  enum class Outcome { sent, retry_later, rejected, interrupted };

  Outcome outcome = Outcome::sent;
  Fault fault = Fault::internal;  // unless sent or interrupted
  std::string reason;             // unless sent or interrupted: one line, with the host and its answer, without secrets
  std::optional<std::chrono::seconds> retry_after;  // the peer asked for that much patience
  bool too_much = false;  // refused for its size or its form: a lighter one may pass, and so may other messages
};

// Somebody has to mend something: it does not get well by itself, as a machine does that is short of memory or files.
[[nodiscard]] constexpr bool needs_mending(Fault fault) {
  return fault != Fault::temporary && fault != Fault::unavailable && fault != Fault::system;
}

class Channel {
 public:
  virtual ~Channel() = default;
  // `payload` as render_... made it. `recipient`: SMTP takes one address (local@domain), the others look
  // at none. Does not throw for what the outside world does.
  virtual Delivery deliver(const std::string& payload, const std::string& recipient) = 0;
};

// Called with each line of the dialogue: `> sent`, `< received`, `* remarks` on the connection; printable,
// secrets replaced by ***. The message itself is `> (812 bytes of message)`.
using Trace = std::function<void(std::string_view line)>;

struct SmtpSettings {
  std::string url;  // smtp://host[:587], smtps://host[:465], smtp+plain://host[:25]
  std::string user;
  std::string password;  // itself
  std::string cacert;    // file; empty: the system's
  std::string from;      // local@domain, for MAIL FROM
  std::string host;      // ours, for EHLO
  std::chrono::milliseconds timeout{30'000};
  Trace trace = {};
  Stopped stopped = {};
  std::string token = {};  // instead of the password: an access token of OAuth 2, itself
};

// One transaction per message and recipient. smtp:// goes on only after STARTTLS, smtp+plain:// never
// encrypts; TLS is 1.2 or later, its certificate and name are verified. A token logs in by OAUTHBEARER (RFC 7628), or
// by XOAUTH2 where the server does not offer that, and by nothing else.
// Errors: pos::Error(Fault::config) for another URL, one with a login or a path in it, a user, a
// password or a token with smtp+plain, one of both without user, a sender that is no address.
[[nodiscard]] std::unique_ptr<Channel> make_smtp(SmtpSettings settings);

struct WebhookSettings {
  std::string url;  // http or https; a secret: only scheme and host are ever told
  std::string cacert;
  std::chrono::milliseconds timeout{30'000};
  Trace trace = {};
  enum class Takes { json, slack };
  Takes takes = Takes::json;  // payloads of render_json and WebhookTemplate, or of render_slack
  Stopped stopped = {};
  WebhookProof proof = {};
};

// POST of application/json, unless the template or a header of the proof says otherwise; redirects are not followed. A
// proxy is that of curl's environment variables. Errors: pos::Error(Fault::config) for another URL.
[[nodiscard]] std::unique_ptr<Channel> make_webhook(WebhookSettings settings);

// `sh -c command` with the payload on its standard input; what it prints goes to our standard error.
// When the time is over, or soon after a signal asks to end, its process group is ended.
[[nodiscard]] std::unique_ptr<Channel> make_exec(std::string command, std::chrono::milliseconds timeout,
                                                 Trace trace = {}, Stopped stopped = {});

// A Maildir (cr.yp.to/proto/maildir.html), made where there is none. A message is there whole or not
// at all. Line ends become LF, as files have them. `host`: ours, for the name of the file.
[[nodiscard]] std::unique_ptr<Channel> make_maildir(std::string folder, const std::string& host, Trace trace = {});

}  // namespace pos::notify
