// SPDX-License-Identifier: MIT
// Who may ask: the host a request is for, the token it brings, the site it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/engine.hpp"
#include "serve/http.hpp"

namespace pos::serve {

struct Tokens {
  std::string post;  // empty: none is asked for
  std::string read;  // likewise; where it is, `post` does as well
};

// Letters, digits, hyphens and dots, as in DNS; no port.
[[nodiscard]] bool is_host_name(std::string_view name);

// The time it takes tells nothing of `secret`.
[[nodiscard]] bool same_secret(std::string_view given, std::string_view secret);

// Why the request is not answered; nothing: it is. Each looks at one thing.
//
//   check_host    400 where Host is none, or not one alone; 421 where it is no IP address, `localhost` or one of
//                 `allowed`: a page of another site, whose name was made to point here (DNS rebinding), comes with
//                 its own name
//   check_token   401 without the token wanted: `Bearer TOKEN`, or Basic with any user and it as the password
//   check_site    403 for what is to change something and a browser sends for another site
//   check_body    415 for what is no JSON, NDJSON or CSV, or compressed; 400 for an Idempotency-Key that is none
//   check_json    415 for what is no JSON, or compressed
[[nodiscard]] std::optional<Response> check_host(const Request& request, const std::vector<std::string>& allowed);
[[nodiscard]] std::optional<Response> check_token(const Request& request, const Tokens& tokens);
[[nodiscard]] std::optional<Response> check_site(const Request& request);
[[nodiscard]] std::optional<Response> check_body(const Request& request);
[[nodiscard]] std::optional<Response> check_json(const Request& request);

struct ContentType {
  std::optional<BodyKind> kind;
  std::string problem;  // where there is no kind: what to send instead
};
[[nodiscard]] ContentType parse_content_type(std::string_view header);

}  // namespace pos::serve
