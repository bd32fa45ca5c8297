// SPDX-License-Identifier: MIT
#include "serve/request_checks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.hpp"
#include "base/text.hpp"
#include "serve/address.hpp"

namespace pos::serve {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// The name or address of `host[:port]` (RFC 9110, 7.2; RFC 3986, 3.2.2); nothing for what is none. Strict: what we and
// a browser may read in two ways, such as `127.0.0.1:80@evil`, is no host. Of names those of DNS alone.
std::optional<std::string_view> host_without_port(std::string_view host) {
  const auto end = host.starts_with('[') ? host.find(']') + 1 : std::min(host.find(':'), host.size());
  const std::string_view name = host.substr(0, end);
  const std::string_view port = host.substr(end);  // with its colon
  const bool has_port = port.empty() || port == ":" || (port[0] == ':' && parse_number<std::uint16_t>(port.substr(1)));
  if (!has_port) return std::nullopt;
  const bool is_name = name.starts_with('[') ? is_ipv6(name.substr(1, name.size() - 2)) : is_host_name(name);
  return is_name ? std::optional(name) : std::nullopt;
}

bool is_own_name(std::string_view name, const std::vector<std::string>& allowed) {
  if (name.starts_with('[') || is_ip(name) || same_word(name, "localhost")) return true;
  return std::any_of(allowed.begin(), allowed.end(), [name](const std::string& one) { return same_word(one, name); });
}

// Empty: none.
std::string token_of(std::string_view authorization) {
  const auto blank = authorization.find(' ');
  if (blank == std::string_view::npos) return {};
  const std::string_view scheme = authorization.substr(0, blank);
  const std::string_view value = trim(authorization.substr(blank));
  if (same_word(scheme, "Bearer")) return std::string(value);
  if (!same_word(scheme, "Basic")) return {};
  const std::string decoded = decode_base64(value).value_or("");
  const auto colon = decoded.find(':');
  return colon == std::string::npos ? std::string() : decoded.substr(colon + 1);
}

// RFC draft-ietf-httpapi-idempotency-key-header: a text of the client's.
bool is_good_key(std::string_view key) {
  constexpr std::size_t longest = 255;
  return !key.empty() && key.size() <= longest &&
         std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

bool is_host_name(std::string_view name) {
  constexpr std::size_t longest = 253;
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_';
  };
  return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), is_part);
}

bool same_secret(std::string_view given, std::string_view secret) {
  // Every byte given is compared, whatever those before were; volatile: no compiler may know better.
  volatile unsigned char difference = given.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char other = secret.empty() ? '\0' : secret[i % secret.size()];
    difference = static_cast<unsigned char>(difference | (given[i] ^ other));
  }
  return difference == 0;
}

std::optional<Response> check_host(const Request& request, const std::vector<std::string>& allowed) {
  if (request.two_hosts || (request.host.empty() && request.needs_host))
    return error_response(400, "one Host header is wanted");
  if (request.host.empty()) return std::nullopt;
  const auto name = host_without_port(request.host);
  if (!name)
    return error_response(400,
                          "Host '" + printable(request.host) + "' is not a name or address, with or without a port");
  if (is_own_name(*name, allowed)) return std::nullopt;
  return error_response(
      421, "this server is not called '" + printable(request.host) + "'; if it is, start it with --allow-host NAME");
}

std::optional<Response> check_token(const Request& request, const Tokens& tokens) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  const std::string given = token_of(request.authorization);
  const auto matches = [&given](const std::string& secret) { return !secret.empty() && same_secret(given, secret); };
  const bool open = reads ? tokens.read.empty() : tokens.post.empty();
  const bool known = matches(tokens.post) || (reads && matches(tokens.read));
  if (open || known) return std::nullopt;
  Response response =
      error_response(401, request.authorization.empty() ? "a token is wanted: Authorization: Bearer TOKEN"
                                                        : "the token is not the one wanted");
  // For the page a browser asks its user for a password: any user name, the token as the password. What the page
  // fetches must not ask again: it says itself that the login is needed.
  response.headers.emplace_back(
      "WWW-Authenticate", reads && request.path == "/" ? "Basic realm=\"pos-serve\"" : "Bearer realm=\"pos-serve\"");
  return response;
}

std::optional<Response> check_site(const Request& request) {
  if (request.method == Method::get || request.method == Method::head) return std::nullopt;
  const std::string& site = request.fetch_site;
  bool same = site.empty() || site == "same-origin" || site == "none";
  if (!request.origin.empty()) {
    // A proxy before us may speak TLS, so the scheme says nothing.
    const auto host = request.origin.find("://");
    same = same && host != std::string::npos && same_word(request.origin.substr(host + 3), request.host);
  }
  if (same) return std::nullopt;
  return error_response(403, "a page of another site may not send anything");
}

ContentType parse_content_type(std::string_view header) {
  constexpr std::array<std::pair<std::string_view, BodyKind>, 4> kinds = {{{"application/json", BodyKind::json},
                                                                           {"application/x-ndjson", BodyKind::ndjson},
                                                                           {"application/ndjson", BodyKind::ndjson},
                                                                           {"text/csv", BodyKind::csv}}};
  const std::string wanted = "send application/json, application/x-ndjson or text/csv";
  const auto semicolon = header.find(';');
  const std::string_view type = trim(header.substr(0, semicolon));
  std::string_view parameters = semicolon == std::string_view::npos ? "" : header.substr(semicolon + 1);
  while (!parameters.empty()) {
    const auto end = parameters.find(';');
    const std::string_view one = trim(parameters.substr(0, end));
    const auto equals = one.find('=');
    if (equals != std::string_view::npos && same_word(one.substr(0, equals), "charset")) {
      std::string_view value = one.substr(equals + 1);
      if (value.size() > 1 && value.starts_with('"') && value.ends_with('"')) value = value.substr(1, value.size() - 2);
      if (!same_word(value, "utf-8") && !same_word(value, "us-ascii"))
        return {std::nullopt, "charset " + printable(value) + ": send UTF-8"};
    }
    parameters = end == std::string_view::npos ? "" : parameters.substr(end + 1);
  }
  for (const auto& [name, kind] : kinds) {
    if (same_word(type, name)) return {kind, {}};
  }
  if (type.empty()) return {std::nullopt, "no Content-Type: " + wanted};
  std::string problem = "Content-Type " + printable(type) + ": " + wanted;
  if (same_word(type, "application/x-www-form-urlencoded"))  // what curl says when it is not told
    problem += "; with curl: -H 'Content-Type: application/json' (or text/csv) and --data-binary";
  return {std::nullopt, problem};
}

std::optional<Response> check_json(const Request& request) {
  const ContentType type = parse_content_type(request.content_type);
  if (type.kind != BodyKind::json) return error_response(415, "send application/json");
  if (!request.content_encoding.empty())
    return error_response(415, "Content-Encoding " + printable(request.content_encoding) + ": send it as it is");
  return std::nullopt;
}

std::optional<Response> check_body(const Request& request) {
  if (const ContentType type = parse_content_type(request.content_type); !type.kind)
    return error_response(415, type.problem);
  if (!request.content_encoding.empty())
    return error_response(415, "Content-Encoding " + printable(request.content_encoding) + ": send it as it is");
  if (request.has_idempotency_key && !is_good_key(request.idempotency_key))
    return error_response(400, "Idempotency-Key: 1 to 255 printable ASCII characters are wanted");
  return std::nullopt;
}

}  // namespace pos::serve
