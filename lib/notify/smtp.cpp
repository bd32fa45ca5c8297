// SPDX-License-Identifier: MIT
// Delivery by SMTP (RFC 5321), submission (RFC 6409) with STARTTLS (RFC 3207) or implicit TLS (RFC 8314).
#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "notify/address.hpp"
#include "notify/channel.hpp"
#include "notify/curl.hpp"
#include "notify/lighter.hpp"

namespace pos::notify {
namespace {

constexpr std::chrono::milliseconds least_time{1000};

[[noreturn]] void refuse(const std::string& reason) { throw Error(Fault::config, "smtp: " + reason); }

struct Server {
  std::string url;   // for curl, with our name for EHLO
  std::string name;  // host:port, to show
  long use_ssl = CURLUSESSL_ALL;
};

std::string ehlo_name(const std::string& host) {
  std::string name = host.substr(0, 200);
  const auto is_odd = [](char c) {
    return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
  };
  std::replace_if(name.begin(), name.end(), is_odd, '-');
  return name.empty() ? "localhost" : name;
}

Server parse_server(const SmtpSettings& settings) {
  const UrlParts url = parse_url(settings.url, "smtp");
  if (!url.user.empty() || !url.password.empty())
    refuse("a login in the URL can be seen by others: it has options of its own");
  if (url.path.size() > 1 || !url.query.empty() || !url.fragment.empty())
    refuse("nothing but host and port may stand in the URL");

  struct Scheme {
    std::string_view name;
    const char* curl;
    const char* port;
    long use_ssl;
  };
  // Never CURLUSESSL_TRY: it goes on in clear text where somebody in between has taken STARTTLS out.
  constexpr Scheme schemes[] = {{"smtp", "smtp", "587", CURLUSESSL_ALL},
                                {"smtps", "smtps", "465", CURLUSESSL_ALL},
                                {"smtp+plain", "smtp", "25", CURLUSESSL_NONE}};
  for (const Scheme& scheme : schemes) {
    if (url.scheme != scheme.name) continue;
    const std::string name = url.host + ":" + (url.port.empty() ? scheme.port : url.port);
    return {fmt::format("{}://{}/{}", scheme.curl, name, ehlo_name(settings.host)), name, scheme.use_ssl};
  }
  refuse("the URL begins with neither smtp:// nor smtps:// nor smtp+plain://");
}

// The enhanced code of an answer (RFC 3463), such as `5.7.1 ...`, with what follows; empty: it has none.
std::string_view enhanced(std::string_view answer) {
  const std::string_view rest = answer.substr(std::min<std::size_t>(4, answer.size()));
  return rest.starts_with("5.") ? rest : std::string_view();
}

// Authentication required, mechanism too weak, credentials invalid, encryption required (RFC 4954, 6).
bool is_about_login(long response) { return response == 530 || response == 534 || response == 535 || response == 538; }

// The message is larger than the server takes: 552, the enhanced code of RFC 3463, or a server that said how much it
// takes (RFC 1870) and hung up.
bool is_about_size(const Transfer& transfer, std::size_t size) {
  const std::string_view answer = transfer.last_line();
  if (answer.starts_with("552") || (answer.starts_with('5') && enhanced(answer).starts_with("5.3.4"))) return true;
  return transfer.size_limit() > 0 && size > transfer.size_limit();
}

enum class Login { none, password, token };

constexpr std::string_view password_cure = "see --user and the password";
constexpr std::string_view token_cure =
    "the token of --token-command was refused: has it expired, is it that of --user, may it send mail?";

// Why a server takes no token: `eyJzdGF0dXMi...` of RFC 7628, 3.2.3, decoded; empty: it is none.
std::string reason_of_challenge(std::string_view line) {
  return line.starts_with("334 ") ? decode_base64(trim(line.substr(4))).value_or("") : std::string();
}

// The login by a token failed. libcurl gives up where the reason comes as a challenge and not as an answer.
std::string token_reason(const Transfer& transfer) {
  const std::string reason = transfer.shown(reason_of_challenge(transfer.last_line()));
  if (transfer.last_command() != "AUTH") return "it offers neither OAUTHBEARER nor XOAUTH2, so it takes no token";
  return fmt::format("{}; {}", reason.empty() ? transfer.last_line() : reason, token_cure);
}

// What a refusal for good is about: the login, where there is a cure for that; this recipient or message, and nothing helps it, or something of ours that an
// operator can mend, which all messages wait for.
void judge_refusal(Delivery& delivery, const Transfer& transfer, std::string_view login_cure, std::size_t size) {
  const std::string& step = transfer.last_command();
  const auto mend = [&](Fault fault, std::string_view cure) {
    delivery.fault = fault;
    delivery.reason += fmt::format("; {}", cure);
  };
  if (!login_cure.empty()) {
    mend(Fault::permission, login_cure);
  } else if (step == "MAIL" && !is_about_size(transfer, size)) {
    mend(Fault::config, "see --from");
  } else if (step == "RCPT" && enhanced(transfer.last_line()).starts_with("5.7.")) {
    mend(Fault::permission, "it takes no mail of ours for there: does it want a login (--user)?");
  } else if (step == "MAIL" || step == "RCPT" || step == "DATA") {
    delivery.outcome = Delivery::Outcome::rejected;
    delivery.fault = Fault::unavailable;
  } else {
    delivery.fault = Fault::protocol;  // it turned us away
  }
}

// curl's own code first: an answer to an earlier step says nothing of a connection that is gone.
Delivery judged(const Transfer& transfer, CURLcode code, const std::string& who, std::size_t size, Login login) {
  if (code == CURLE_OK) return {};
  Delivery delivery = failed(transfer, code, who);
  const long response = transfer.response();
  if (login == Login::token && code == CURLE_LOGIN_DENIED && response < 400) {
    delivery.reason = fmt::format("{}: {}", who, token_reason(transfer));
    return delivery;
  }
  const bool is_answer = response >= 400 && response < 600 && code != CURLE_OPERATION_TIMEDOUT;
  const bool may_be_answer = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY ||
                             code == CURLE_LOGIN_DENIED || code == CURLE_REMOTE_ACCESS_DENIED;
  if (!is_answer || !may_be_answer) return delivery;

  delivery.reason = fmt::format("{}: {}", who, transfer.last_line());
  if (response < 500) {
    delivery.fault = Fault::temporary;
  } else {
    const bool is_login = code == CURLE_LOGIN_DENIED || is_about_login(response);
    const std::string_view cure = login == Login::token ? token_cure : password_cure;
    judge_refusal(delivery, transfer, is_login ? cure : std::string_view(), size);
  }
  return delivery;
}

struct Upload {
  std::string_view rest;

  static std::size_t read(char* to, std::size_t size, std::size_t count, void* self) {
    auto& rest = static_cast<Upload*>(self)->rest;
    const std::size_t bytes = std::min(rest.size(), size * count);
    std::memcpy(to, rest.data(), bytes);
    rest.remove_prefix(bytes);
    return bytes;
  }
};

class Smtp final : public Channel {
 public:
  explicit Smtp(SmtpSettings settings) : settings_(std::move(settings)), server_(parse_server(settings_)) {
    const bool has_secret = !settings_.password.empty() || !settings_.token.empty();
    if ((has_secret || !settings_.user.empty()) && server_.use_ssl == CURLUSESSL_NONE)
      refuse("smtp+plain sends a password in clear text: no login with it");
    if (settings_.user.empty() == has_secret) refuse("a login needs both a user and a password");
    if (!settings_.password.empty() && !settings_.token.empty()) refuse("a password and a token: one of them");
    if (!is_plain_text(settings_.user)) refuse("a control character in the user");
    sender_ = "<" + parse_address(settings_.from, "the sender").spec + ">";
  }

  Delivery deliver(const std::string& payload, const std::string& recipient) override {
    std::string path;
    try {
      path = "<" + parse_address(recipient, "the recipient").spec + ">";
    } catch (const Error& error) {
      return {Delivery::Outcome::rejected, Fault::config, error.what(), {}};
    }
    try {
      return send_what_passes(payload, path);
    } catch (const Error& error) {
      return {Delivery::Outcome::retry_later, error.fault(), error.what(), {}};
    }
  }

 private:
  using Clock = std::chrono::steady_clock;

  // All tries have the time of one.
  Delivery send_what_passes(std::string payload, const std::string& recipient) const {
    const auto end = Clock::now() + settings_.timeout;
    std::chrono::milliseconds left = settings_.timeout;
    while (true) {
      Delivery delivery = send(payload, recipient, left);
      left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
      if (!delivery.too_much || left < least_time) return delivery;
      auto lighter = lighter_mail(payload);
      if (!lighter) return delivery;
      if (settings_.trace) settings_.trace("* too large for the server: again without what is optional");
      payload = std::move(*lighter);
    }
  }

  Delivery send(const std::string& payload, const std::string& recipient, std::chrono::milliseconds timeout) const {
    Transfer transfer(settings_.trace, settings_.stopped, settings_.cacert, timeout);
    const CurlList recipients = curl_list(recipient);
    Upload upload{payload};
    transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    transfer.set(CURLOPT_PROXY, "");  // proxies of the environment are for the web
    transfer.set(CURLOPT_URL, server_.url.c_str());
    transfer.set(CURLOPT_USE_SSL, server_.use_ssl);
    log_in(transfer);
    transfer.set(CURLOPT_MAIL_FROM, sender_.c_str());
    transfer.set(CURLOPT_MAIL_RCPT, recipients.get());
    transfer.set(CURLOPT_UPLOAD, 1L);
    transfer.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(payload.size()));
    transfer.set(CURLOPT_READFUNCTION, &Upload::read);
    transfer.set(CURLOPT_READDATA, static_cast<void*>(&upload));
    const CURLcode code = transfer.run();
    Delivery delivery = judged(transfer, code, server_.name, payload.size(), login());
    const bool ended = code == CURLE_OK || code == CURLE_ABORTED_BY_CALLBACK;
    delivery.too_much = !ended && is_about_size(transfer, payload.size());
    return delivery;
  }

  [[nodiscard]] Login login() const {
    if (!settings_.token.empty()) return Login::token;
    return settings_.user.empty() ? Login::none : Login::password;
  }

  void log_in(Transfer& transfer) const {
    if (login() == Login::none) return;
    transfer.set(CURLOPT_USERNAME, settings_.user.c_str());
    transfer.hide(settings_.password);
    transfer.hide(settings_.token);
    if (login() == Login::password) return transfer.set(CURLOPT_PASSWORD, settings_.password.c_str());
    transfer.set(CURLOPT_XOAUTH2_BEARER, settings_.token.c_str());
    // Those alone: libcurl would answer CRAM-MD5 with an empty password, where that is offered too.
    transfer.set(CURLOPT_LOGIN_OPTIONS, "AUTH=OAUTHBEARER;AUTH=XOAUTH2");
  }

  SmtpSettings settings_;
  Server server_;
  std::string sender_;
};

}  // namespace

std::unique_ptr<Channel> make_smtp(SmtpSettings settings) { return std::make_unique<Smtp>(std::move(settings)); }

}  // namespace pos::notify
