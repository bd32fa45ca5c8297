// SPDX-License-Identifier: MIT
#include "notify/webhook_secret.hpp"

#include <fmt/core.h>
#include <nettle/hmac.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/error.hpp"
#include "base/hex.hpp"
#include "base/text.hpp"
#include "notify/secret.hpp"

namespace pos::notify {
namespace {

constexpr std::string_view signature_begins = "sha256=";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_letter_or_digit(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

// What the transfer itself says: another word would send the message elsewhere, or cut it.
bool is_of_transfer(std::string_view name) {
  constexpr std::string_view names[] = {
      "Host", "Content-Length",      "Transfer-Encoding", "Connection", "Expect", "Trailer",
      "TE",   "Proxy-Authorization", "Upgrade",           "Keep-Alive"};
  return std::any_of(std::begin(names), std::end(names), [&](auto one) { return same_header(name, one); });
}

class SecretLines {
 public:
  SecretLines(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  WebhookSecret parse() {
    text_ = without_byte_order_mark(text_);
    while (!text_.empty()) {
      ++line_;
      take_line();
    }
    if (secret_.url.empty()) throw Error(Fault::config, printable(file_) + ": it is empty: its first line is the URL");
    return std::move(secret_);
  }

 private:
  void take_line() {
    std::string_view line = take_until(text_, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = trim(line);
    if (line.empty() || line.front() == '#') return;
    std::string checked(line);  // a TAB may stand between words
    std::replace(checked.begin(), checked.end(), '\t', ' ');
    if (!is_plain_text(checked)) fail("not UTF-8, or a control character");
    if (secret_.url.empty()) {
      secret_.url = line;
    } else {
      take_proof(checked);
    }
  }

  void take_proof(std::string_view line) {
    const auto end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    const std::string_view rest = end == std::string_view::npos ? "" : trim(line.substr(end));
    if (word == "header") return add_header(rest);
    if (word == "bearer") return add_bearer(rest);
    if (word == "hmac-sha256") return add_signature(rest);
    if (word == "secret") return add_secret(rest);
    // What stands there may be the secret itself.
    fail("none of `header NAME: VALUE`, `bearer TOKEN`, `hmac-sha256 NAME KEY`, `secret NAME VALUE`");
  }

  void add_header(std::string_view rest) {
    const auto colon = rest.find(':');
    if (colon == std::string_view::npos) fail("a header is `header NAME: VALUE`");
    add(rest.substr(0, colon), trim(rest.substr(colon + 1)));
  }

  void add_bearer(std::string_view token) {
    if (token.empty()) fail("`bearer` without a token: `bearer TOKEN`");
    if (token.find(' ') != std::string_view::npos) fail("a token has no blanks: `bearer TOKEN`");
    add("Authorization", "Bearer " + std::string(token));
  }

  void add_signature(std::string_view rest) {
    const auto end = rest.find(' ');
    if (end == std::string_view::npos) fail("a signature is `hmac-sha256 NAME KEY`, such as NAME X-Signature-256");
    if (!secret_.proof.signed_by.empty()) fail("a second signature: one line hmac-sha256 is enough");
    const std::string_view name = rest.substr(0, end);
    check_name(name);
    secret_.proof.signed_by = name;
    secret_.proof.key = trim(rest.substr(end));
  }

  void add_secret(std::string_view rest) {
    const auto end = rest.find(' ');
    if (end == std::string_view::npos) fail("a secret of the template is `secret NAME VALUE`");
    const std::string_view name = rest.substr(0, end);
    if (!is_secret_name(name)) fail("the name of a secret has letters, digits, _ and -: `secret NAME VALUE`");
    auto& secrets = secret_.proof.secrets;
    if (std::any_of(secrets.begin(), secrets.end(), [&](const auto& secret) { return secret.name == name; }))
      fail("a second secret of the name " + printable(name) + ": leave one of the lines out");
    secrets.push_back({std::string(name), std::string(trim(rest.substr(end)))});
  }

  void add(std::string_view name, std::string_view value) {
    check_name(name);
    if (value.empty()) fail("this header has no value: `header NAME: VALUE`");
    secret_.proof.headers.push_back({std::string(name), std::string(value)});
  }

  void check_name(std::string_view name) const {
    if (!is_header_name(name)) fail("this is no name of a header: letters, digits and -");
    const std::string shown = printable(name);
    if (is_of_transfer(name)) fail(shown + " is of the connection: leave this line out");
    const auto& headers = secret_.proof.headers;
    const auto is_it = [&](const HttpHeader& header) { return same_header(header.name, name); };
    if (same_header(secret_.proof.signed_by, name) || std::any_of(headers.begin(), headers.end(), is_it))
      fail(shown + " is there already: leave one of the lines out");
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error(Fault::config, fmt::format("{}:{}: {}", printable(file_), line_, what));
  }

  std::string_view text_, file_;
  int line_ = 0;
  WebhookSecret secret_;
};

}  // namespace

bool is_secret_name(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '_' || c == '-'; });
}

bool same_header(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

WebhookSecret parse_webhook_secret(std::string_view text, std::string_view file) {
  return SecretLines(text, file).parse();
}

WebhookSecret read_webhook_secret(const std::string& path) {
  return parse_webhook_secret(read_secret_lines(path), path);
}

std::string signature_of(std::string_view body, std::string_view key) {
  const auto bytes = [](std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); };
  hmac_sha256_ctx context;
  hmac_sha256_set_key(&context, key.size(), bytes(key));
  hmac_sha256_update(&context, body.size(), bytes(body));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  hmac_sha256_digest(&context, digest.size(), digest.data());
  return std::string(signature_begins) + to_hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace pos::notify
