// SPDX-License-Identifier: MIT
// Requests and responses without the HTTP library, which session.cpp alone sees.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pos::serve {

enum class Method { get, head, post, remove, other };

// What the server wants to know of a request. A header that is not there is empty.
struct Request {
  Method method = Method::other;
  std::string target;  // as it came
  std::string path;    // of the target, up to `?`; not decoded: no path of ours needs it
  std::string query;   // behind `?`
  std::string host, authorization, content_type, content_encoding, origin, fetch_site, if_none_match, last_event_id, accept_language,
      idempotency_key, accept, accept_encoding;
  bool has_idempotency_key = false;
  bool two_hosts = false;
  bool needs_host = true;  // HTTP/1.1
  std::string body;
};

using Text = std::shared_ptr<const std::string>;  // one for all that it is sent to

// Whom the live stream is sent to.
class Viewer {
 public:
  virtual ~Viewer() = default;
  virtual void send(const Text& text) = 0;
  // The connection is over, or was dropped because nobody reads.
  [[nodiscard]] virtual bool is_gone() const = 0;
};

struct Response {
  unsigned status = 200;
  std::string type;  // of the body; empty: there is none
  Text body;
  std::string problem;  // of an error, for people
  std::vector<std::pair<std::string, std::string>> headers;  // beside those that all have
  std::string page_policy;                                   // Content-Security-Policy of a page
  // A stream without an end: called once the head is on its way.
  std::function<void(std::shared_ptr<Viewer>)> stream;
};

// To be called once, at any time, on the server's thread.
using Respond = std::function<void(Response)>;
// Has the server's thread call something soon. Can be called from any thread.
using Post = std::function<void(std::function<void()>)>;

// Likewise after that time, from that thread alone.
using Later = std::function<void(std::chrono::milliseconds, std::function<void()>)>;

[[nodiscard]] std::string_view reason_phrase(unsigned status);
[[nodiscard]] Response empty_response(unsigned status);
[[nodiscard]] Response text_response(unsigned status, std::string type, std::string body);
// {"error": message}
[[nodiscard]] Response error_response(unsigned status, std::string_view message);
// 400: a parameter of the query cannot be used.
[[nodiscard]] Response parameter_error(std::string_view parameter, std::string_view problem);
// 503: the client may come again in a second.
[[nodiscard]] Response busy_response(std::string_view message);
// The status line and all headers.
[[nodiscard]] std::string head_of(const Response& response, bool keep_alive);

}  // namespace pos::serve
