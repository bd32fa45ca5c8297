// SPDX-License-Identifier: MIT
// What the head of a request says, as Boost has it: for session.cpp, which reads requests off sockets.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>

#include "serve/http.hpp"

namespace pos::serve {

inline std::string text_of(boost::beast::string_view view) { return {view.data(), view.size()}; }

inline Method method_of(boost::beast::http::verb given) {
  using boost::beast::http::verb;
  switch (given) {
    case verb::get:
      return Method::get;
    case verb::head:
      return Method::head;
    case verb::post:
      return Method::post;
    case verb::delete_:
      return Method::remove;
    default:
      return Method::other;
  }
}

// Of an address of the form `http://host/path`, which a proxy would be sent, the host counts (RFC 9112, 3.2.2).
inline void split_target(const std::string& target, Request& request) {
  constexpr std::string_view scheme = "http://";
  std::string_view rest = target;
  if (boost::beast::iequals({rest.data(), std::min(rest.size(), scheme.size())}, {scheme.data(), scheme.size()})) {
    rest.remove_prefix(scheme.size());
    request.host = rest.substr(0, rest.find_first_of("/?"));
    rest.remove_prefix(request.host.size());
    if (!rest.starts_with('/')) request.path = "/";
  }
  const auto mark = rest.find('?');
  request.path += rest.substr(0, mark);
  if (mark != std::string_view::npos) request.query = rest.substr(mark + 1);
}

template <typename Message>
Request request_of(const Message& message) {
  using boost::beast::http::field;
  Request request;
  request.method = method_of(message.method());
  request.target = text_of(message.target());
  request.host = text_of(message[field::host]);
  split_target(request.target, request);
  request.two_hosts = message.count(field::host) > 1;
  request.needs_host = message.version() >= 11;
  request.authorization = text_of(message[field::authorization]);
  request.content_type = text_of(message[field::content_type]);
  request.content_encoding = text_of(message[field::content_encoding]);
  request.origin = text_of(message[field::origin]);
  request.fetch_site = text_of(message["Sec-Fetch-Site"]);
  request.if_none_match = text_of(message[field::if_none_match]);
  request.accept_language = text_of(message[field::accept_language]);
  request.accept = text_of(message[field::accept]);
  request.accept_encoding = text_of(message[field::accept_encoding]);
  request.last_event_id = text_of(message["Last-Event-ID"]);
  request.has_idempotency_key = message.count("Idempotency-Key") > 0;
  request.idempotency_key = text_of(message["Idempotency-Key"]);
  return request;
}

// A body whose end we and a proxy before us may see in different places would smuggle a request (RFC 9112, 6.3). The
// library takes any coding but `chunked` for no body at all.
template <typename Message>
std::string_view framing_problem(const Message& message) {
  using boost::beast::http::field;
  const auto codings = message.count(field::transfer_encoding);
  if (codings == 0) return {};
  if (message.count(field::content_length) > 0) return "Transfer-Encoding and Content-Length together";
  const bool chunked = boost::beast::iequals(message[field::transfer_encoding], "chunked");
  return codings == 1 && chunked ? "" : "Transfer-Encoding: chunked alone is understood";
}

// What is wrong with a request that the library does not take.
inline Response refusal_of(const boost::system::error_code& code, std::uint64_t most_body) {
  using boost::beast::http::error;
  if (code == boost::system::errc::not_enough_memory)
    return busy_response("there is not enough memory for this body: send it in parts");
  if (code == error::header_limit) return error_response(431, "more than 8 KiB of headers");
  if (code == error::body_limit)
    return error_response(413, "the body has more than " + std::to_string(most_body) + " bytes; send it in parts");
  return error_response(400, "this is no HTTP/1.1 request: " + code.message());
}

}  // namespace pos::serve
