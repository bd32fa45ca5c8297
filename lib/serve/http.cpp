// SPDX-License-Identifier: MIT
#include "serve/http.hpp"

#include <fmt/core.h>

#include <iterator>

#include "base/json.hpp"
#include "base/text.hpp"

namespace pos::serve {
namespace {

// No answer is stored anywhere, taken for what it is not, framed, or shown to another site.
constexpr std::string_view safety_headers =
    "Cache-Control: no-store\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr std::string_view no_page = "default-src 'none'; frame-ancestors 'none'";

}  // namespace

std::string_view reason_phrase(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

Response empty_response(unsigned status) {
  Response response;
  response.status = status;
  return response;
}

Response text_response(unsigned status, std::string type, std::string body) {
  Response response;
  response.status = status;
  response.type = std::move(type);
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

Response error_response(unsigned status, std::string_view message) {
  std::string body;
  JsonObject(body).text("error", message).end();
  Response response = text_response(status, "application/json", body + "\n");
  response.problem = message;
  return response;
}

Response parameter_error(std::string_view parameter, std::string_view problem) {
  std::string body;
  JsonObject(body).text("error", problem).text("parameter", printable(parameter)).end();
  Response response = text_response(400, "application/json", body + "\n");
  response.problem = parameter.empty() ? std::string(problem) : printable(parameter) + ": " + std::string(problem);
  return response;
}

Response busy_response(std::string_view message) {
  Response response = error_response(503, message);
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

std::string head_of(const Response& response, bool keep_alive) {
  std::string head;
  head.reserve(512);
  const auto add = std::back_inserter(head);
  fmt::format_to(add, "HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
  if (!response.type.empty()) fmt::format_to(add, "Content-Type: {}\r\n", response.type);
  const bool has_length = !response.stream && response.status != 204 && response.status != 304;
  if (has_length) fmt::format_to(add, "Content-Length: {}\r\n", response.body ? response.body->size() : 0);
  for (const auto& [name, value] : response.headers) fmt::format_to(add, "{}: {}\r\n", name, value);
  if (!keep_alive) head += "Connection: close\r\n";
  head += safety_headers;
  fmt::format_to(add, "Content-Security-Policy: {}\r\n\r\n",
                 response.page_policy.empty() ? no_page : response.page_policy);
  return head;
}

}  // namespace pos::serve
