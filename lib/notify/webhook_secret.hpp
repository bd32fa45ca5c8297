// SPDX-License-Identifier: MIT
// The file of --webhook-file and --slack-file: where to send, and what proves to the other side who sends.
//
//   https://hooks.example.com/services/T0/B0
//   # from here on as many lines as it takes, or none
//   bearer TOKEN
//   header X-Api-Key: VALUE
//   hmac-sha256 X-Signature-256 KEY
//   secret NAME VALUE
//
// The first line is the URL. Blank lines, and lines that begin with #, are passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pos::notify {

struct HttpHeader {
  std::string name;   // a token (RFC 9110, 5.6.2)
  std::string value;  // not empty, plain text without control characters
};

// What a template has as {{secret NAME}}.
struct NamedSecret {
  std::string name;
  std::string value;
};

// All of it is secret, but the names.
struct WebhookProof {
  std::vector<HttpHeader> headers;   // no name twice, in whatever case
  std::string signed_by;             // the header that bears the signature; empty: there is none
  std::string key;                   // of HMAC-SHA256 (RFC 2104) over the bytes of the body
  std::vector<NamedSecret> secrets;  // no name twice
};

struct WebhookSecret {
  std::string url;  // of one line, not empty
  WebhookProof proof;
};

// Errors: pos::Error(Fault::config), `file:line: what`, never with what the line says.
[[nodiscard]] WebhookSecret parse_webhook_secret(std::string_view text, std::string_view file);

// Errors: those, and those of read_secret_file.
[[nodiscard]] WebhookSecret read_webhook_secret(const std::string& path);

// `sha256=` and the signature in hexadecimal digits, as GitHub has it.
[[nodiscard]] std::string signature_of(std::string_view body, std::string_view key);

// Letters and digits of ASCII, _ and -.
[[nodiscard]] bool is_secret_name(std::string_view name);

// ASCII letters of names of headers are the same in either case.
[[nodiscard]] bool same_header(std::string_view a, std::string_view b);

}  // namespace pos::notify
