// SPDX-License-Identifier: MIT
// One transfer of libcurl's, for the files of this folder: its handle, its dialogue, and what became of it.
#pragma once

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "notify/channel.hpp"
#include "notify/hidden.hpp"

namespace pos::notify {

// Functions of libcurl's by their names there. It comes with 38 more libraries, which cost a run more than all else it
// does: they are loaded when something is sent, by whoever calls libcurl() first, from any thread.
struct LibCurl {
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_multi_init) multi_init;
  decltype(&curl_multi_add_handle) multi_add_handle;
  decltype(&curl_multi_remove_handle) multi_remove_handle;
  decltype(&curl_multi_perform) multi_perform;
  decltype(&curl_multi_poll) multi_poll;
  decltype(&curl_multi_info_read) multi_info_read;
  decltype(&curl_multi_cleanup) multi_cleanup;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_url) url;
  decltype(&curl_url_set) url_set;
  decltype(&curl_url_get) url_get;
  decltype(&curl_url_cleanup) url_cleanup;
  decltype(&curl_free) free;
};
// Errors: pos::Error(Fault::unavailable) where it is not installed; then the next call tries again.
[[nodiscard]] const LibCurl& libcurl();

struct CurlListEnd {
  void operator()(curl_slist* list) const { libcurl().slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, CurlListEnd>;
[[nodiscard]] CurlList curl_list(const std::string& first);

// What a URL is made of. Errors: pos::Error(Fault::config) without the URL, which may be a secret.
struct UrlParts {
  std::string scheme, host, port, user, password, path, query, fragment;  // port: empty unless given
};
[[nodiscard]] UrlParts parse_url(const std::string& url, std::string_view what);

class Transfer {
 public:
  // Both timeouts, TLS 1.2 and later with all its checks, no signals (RFC 8996; curl_easy_setopt(3)).
  Transfer(const Trace& trace, const Stopped& stopped, const std::string& cacert, std::chrono::milliseconds timeout);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer();

  template <typename Value>
  void set(CURLoption option, Value value) {
    check(libcurl().easy_setopt(handle_, option, value));
  }

  // Never to be told, should the peer quote it. What is sent to log in is not told in any case, nor quoted.
  void hide(std::string_view secret) { hidden_.add(secret); }
  [[nodiscard]] std::string without_hidden(std::string text) const { return hidden_.without(std::move(text)); }
  // The same, printable, and not too long.
  [[nodiscard]] std::string shown(std::string_view line) const;

  // CURLE_ABORTED_BY_CALLBACK: a signal asked to end, time_to_stop ago. CURLE_WRITE_ERROR: `is_enough`, what more there
  // is to come is not waited for.
  CURLcode run(const std::function<bool()>& is_enough = {});
  [[nodiscard]] long response() const;                                       // code of the last answer, 0: none came
  [[nodiscard]] curl_off_t retry_after() const;                              // seconds, 0: not said
  [[nodiscard]] const std::string& last_line() const { return last_line_; }  // received, printable
  [[nodiscard]] const std::string& last_command() const { return last_command_; }  // first word sent

  // What the server said it takes in one message (RFC 1870), in bytes; 0: it did not say.
  [[nodiscard]] std::size_t size_limit() const { return size_limit_; }

  // What went wrong on the way, mostly in curl's words.
  [[nodiscard]] std::string text(CURLcode code) const;

 private:
  // The multi handle that runs it.
  class Loop;

  static int on_debug(CURL* handle, curl_infotype type, char* data, size_t size, void* self);
  static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  static int on_socket(void* self, curl_socket_t opened, curlsocktype);
  void abort();
  static void check(CURLcode code);
  void tell(std::string_view line) const;
  void remark(std::string_view text) const;
  void sent(std::string_view lines);
  void received(std::string_view lines);
  void tell_message();

  const Trace& trace_;
  const Stopped& stopped_;
  CURL* handle_;
  std::array<char, CURL_ERROR_SIZE> error_{};
  std::string last_line_, last_command_;
  Hidden hidden_;
  std::size_t message_bytes_ = 0;  // sent and not told yet
  std::size_t size_limit_ = 0;
  bool logging_in_ = false;
  bool quitting_ = false;
  std::vector<curl_socket_t> sockets_;
  bool aborts_ = false;
};

// What a failed transfer says of the peer; `who` is its host, safe to show.
[[nodiscard]] Delivery failed(const Transfer& transfer, CURLcode code, const std::string& who);

}  // namespace pos::notify
