// SPDX-License-Identifier: MIT
#include "notify/curl.hpp"

#include <fmt/core.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

#include "base/library.hpp"
#include "base/text.hpp"
#include "notify/webhook_secret.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_shown_bytes = 200;

POS_LIBRARY_NOTE(
    R"([{"feature":"notify","description":"Sends mail and webhooks","priority":"recommended","soname":[")" POS_LIBCURL
    R"("]}])");

LibCurl load() {
  const Library library(POS_LIBCURL);
  LibCurl curl{};
  library.get(curl.easy_init, "curl_easy_init");
  library.get(curl.easy_setopt, "curl_easy_setopt");
  library.get(curl.easy_getinfo, "curl_easy_getinfo");
  library.get(curl.easy_strerror, "curl_easy_strerror");
  library.get(curl.easy_cleanup, "curl_easy_cleanup");
  library.get(curl.multi_init, "curl_multi_init");
  library.get(curl.multi_add_handle, "curl_multi_add_handle");
  library.get(curl.multi_remove_handle, "curl_multi_remove_handle");
  library.get(curl.multi_perform, "curl_multi_perform");
  library.get(curl.multi_poll, "curl_multi_poll");
  library.get(curl.multi_info_read, "curl_multi_info_read");
  library.get(curl.multi_cleanup, "curl_multi_cleanup");
  library.get(curl.slist_append, "curl_slist_append");
  library.get(curl.slist_free_all, "curl_slist_free_all");
  library.get(curl.url, "curl_url");
  library.get(curl.url_set, "curl_url_set");
  library.get(curl.url_get, "curl_url_get");
  library.get(curl.url_cleanup, "curl_url_cleanup");
  library.get(curl.free, "curl_free");
  decltype(&curl_global_init) global_init = nullptr;
  library.get(global_init, "curl_global_init");
  if (global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw Error(Fault::temporary, "libcurl: no memory");
  return curl;
}

struct UrlEnd {
  void operator()(CURLU* url) const { libcurl().url_cleanup(url); }
};

std::string part(CURLU* url, CURLUPart which) {
  char* text = nullptr;
  if (libcurl().url_get(url, which, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(text, libcurl().free);
  return text;
}

// What the peer may get well from by itself, and what needs an operator.
Fault fault_of(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_UPLOAD_FAILED:
    case CURLE_OUT_OF_MEMORY:
      return Fault::temporary;
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
      return Fault::permission;
    case CURLE_SSL_CACERT_BADFILE:
      return Fault::config;
    default:
      return Fault::protocol;  // TLS, and peers that talk something else
  }
}

// What an operator can do.
std::string cure(CURLcode code) {
  switch (code) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
      return "; is the port, and the beginning of the URL, right?";
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
      return "; see --cacert, and what the server shows";
    default:
      return {};
  }
}

bool is_worth_telling(std::string_view remark) {
  constexpr std::string_view begins[] = {"Trying ",   "Connected to ", "connect to ",      "SSL connection using ",
                                         "subject: ", "issuer: ",      "SSL certificate ", "SSL: "};
  return std::any_of(std::begin(begins), std::end(begins), [&](auto begin) { return remark.starts_with(begin); });
}

// Calls with each line, without its end.
template <typename Use>
void each_line(std::string_view lines, Use use) {
  while (!lines.empty()) {
    std::string_view line = take_until(lines, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) use(line);
  }
}

// Of `AUTH PLAIN AG9wcwBz`, what stands behind the mechanism; empty: it comes with the next line.
std::string_view initial_response(std::string_view line) {
  const auto mechanism = line.find(' ');
  const auto end = mechanism == std::string_view::npos ? mechanism : line.find(' ', mechanism + 1);
  return end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
}

// Secrets of HTTP: the path of a webhook, and each header that is not of every request. (A command of SMTP has a blank
// where a header has its name.)
std::string without_secrets(std::string_view line) {
  if (line.ends_with(" HTTP/1.1") || line.ends_with(" HTTP/2") || line.ends_with(" HTTP/1.0")) {
    return fmt::format("{} ***{}", line.substr(0, line.find(' ')), line.substr(line.rfind(' ')));
  }
  constexpr std::array<std::string_view, 6> plain = {"host",         "user-agent",     "accept",
                                                     "content-type", "content-length", "expect"};
  const std::string_view name = line.substr(0, line.find(':'));
  const auto is_it = [&](std::string_view header) { return same_header(header, name); };
  if (name.size() == line.size() || name.find(' ') != name.npos || std::any_of(plain.begin(), plain.end(), is_it))
    return std::string(line);
  return std::string(name) + ": ***";
}

}  // namespace

const LibCurl& libcurl() {
  static const LibCurl curl = load();
  return curl;
}

CurlList curl_list(const std::string& first) {
  CurlList list(libcurl().slist_append(nullptr, first.c_str()));
  if (!list) throw std::bad_alloc();
  return list;
}

UrlParts parse_url(const std::string& text, std::string_view what) {
  const std::unique_ptr<CURLU, UrlEnd> url(libcurl().url());
  if (!url) throw std::bad_alloc();
  const bool is_plain = is_plain_text(text) && text.find(' ') == std::string::npos;
  if (!is_plain || libcurl().url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
    throw Error(Fault::config, std::string(what) + ": this is no URL");
  }
  const auto get = [&](CURLUPart which) { return part(url.get(), which); };
  UrlParts parts{get(CURLUPART_SCHEME),   get(CURLUPART_HOST), get(CURLUPART_PORT),  get(CURLUPART_USER),
                 get(CURLUPART_PASSWORD), get(CURLUPART_PATH), get(CURLUPART_QUERY), get(CURLUPART_FRAGMENT)};
  if (parts.host.empty()) throw Error(Fault::config, std::string(what) + ": the URL names no host");
  return parts;
}

Transfer::Transfer(const Trace& trace, const Stopped& stopped, const std::string& cacert,
                   std::chrono::milliseconds timeout)
    : trace_(trace), stopped_(stopped), handle_(libcurl().easy_init()) {
  if (handle_ == nullptr) throw Error(Fault::temporary, "libcurl: no memory");
  const auto milliseconds = static_cast<long>(std::max<std::int64_t>(timeout.count(), 1));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_ERRORBUFFER, error_.data());
  set(CURLOPT_TIMEOUT_MS, milliseconds);
  set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
  set(CURLOPT_SERVER_RESPONSE_TIMEOUT, milliseconds / 1000 + 1);  // of QUIT; else the one above is sooner
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!cacert.empty()) set(CURLOPT_CAINFO, cacert.c_str());
  set(CURLOPT_FORBID_REUSE, 1L);
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
  set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_SOCKOPTFUNCTION, &Transfer::on_socket);
  set(CURLOPT_SOCKOPTDATA, static_cast<void*>(this));
  // Answers are read off the dialogue, shown or not: they say why a message was refused.
  set(CURLOPT_DEBUGFUNCTION, &Transfer::on_debug);
  set(CURLOPT_DEBUGDATA, static_cast<void*>(this));
  set(CURLOPT_VERBOSE, 1L);
}

Transfer::~Transfer() { libcurl().easy_cleanup(handle_); }

void Transfer::check(CURLcode code) {
  if (code == CURLE_OK) return;
  throw Error(code == CURLE_OUT_OF_MEMORY ? Fault::temporary : Fault::internal,
              std::string("libcurl: ") + libcurl().easy_strerror(code));
}

class Transfer::Loop {
 public:
  explicit Loop(CURL* handle) : multi_(libcurl().multi_init()), handle_(handle) {
    if (multi_ == nullptr || libcurl().multi_add_handle(multi_, handle_) != CURLM_OK)
      throw Error(Fault::temporary, "libcurl: no memory");
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop() {
    libcurl().multi_remove_handle(multi_, handle_);
    libcurl().multi_cleanup(multi_);
  }

  // Goes on for a moment; what became of the transfer, when it is over.
  std::optional<CURLcode> step() {
    int running = 0;
    if (const CURLMcode failed = libcurl().multi_perform(multi_, &running); failed != CURLM_OK)
      return failed == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY : CURLE_FAILED_INIT;
    int left = 0;
    if (const CURLMsg* message = libcurl().multi_info_read(multi_, &left)) return message->data.result;
    libcurl().multi_poll(multi_, nullptr, 0, static_cast<int>(time_to_look.count()), nullptr);
    return std::nullopt;
  }

 private:
  CURLM* multi_;
  CURL* handle_;
};

// A peer that is gone must not end the program: what OpenSSL writes to it is a SIGPIPE.
class SigpipeHeld {
 public:
  SigpipeHeld() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  SigpipeHeld(const SigpipeHeld&) = delete;
  SigpipeHeld& operator=(const SigpipeHeld&) = delete;
  ~SigpipeHeld() {
    constexpr timespec now{};
    while (sigtimedwait(&pipe_, nullptr, &now) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

CURLcode Transfer::run(const std::function<bool()>& is_enough) {
  constexpr std::chrono::milliseconds time_for_the_rest{1000};
  Patience to_stop(time_to_stop);
  Patience for_the_rest(time_for_the_rest);
  const SigpipeHeld held;
  Loop loop(handle_);
  while (true) {
    const auto code = loop.step();
    if (code) return *code == CURLE_OK || !aborts_ ? *code : CURLE_ABORTED_BY_CALLBACK;
    if (for_the_rest.is_over(is_enough && is_enough())) return CURLE_WRITE_ERROR;
    if (!aborts_ && to_stop.is_over(stopped_ && stopped_())) abort();
  }
}

// The sockets are shut first: libcurl says QUIT to a mail server when it is told to abort, and waits for the answer.
void Transfer::abort() {
  aborts_ = true;
  for (const curl_socket_t opened : sockets_) shutdown(opened, SHUT_RDWR);
#if LIBCURL_VERSION_NUM >= 0x075700
  libcurl().easy_setopt(handle_, CURLOPT_QUICK_EXIT, 1L);  // nor is a name server waited for
#endif
}

int Transfer::on_socket(void* self, curl_socket_t opened, curlsocktype) {
  static_cast<Transfer*>(self)->sockets_.push_back(opened);
  return CURL_SOCKOPT_OK;
}

// Asked at each step, and once a second while libcurl waits for the answer to QUIT: by then all is done.
int Transfer::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const auto& transfer = *static_cast<Transfer*>(self);
  return transfer.aborts_ || (transfer.quitting_ && transfer.stopped_ && transfer.stopped_()) ? 1 : 0;
}

long Transfer::response() const {
  long code = 0;
  libcurl().easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &code);
  return code;
}

curl_off_t Transfer::retry_after() const {
  curl_off_t seconds = 0;
  libcurl().easy_getinfo(handle_, CURLINFO_RETRY_AFTER, &seconds);
  return seconds;
}

std::string Transfer::text(CURLcode code) const {
  std::string words = printable(error_[0] != '\0' ? error_.data() : libcurl().easy_strerror(code), max_shown_bytes);
  switch (code) {
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      return last_command_.empty() ? "the connection was lost" : "the connection was lost after " + last_command_;
    case CURLE_SSL_CONNECT_ERROR:
      return "no TLS connection: " + words;
    default:
      return words;
  }
}

int Transfer::on_debug(CURL* /*handle*/, curl_infotype type, char* data, size_t size, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::string_view text(data, size);
  if (type == CURLINFO_TEXT) transfer.remark(text);
  if (type == CURLINFO_HEADER_OUT) transfer.sent(text);
  if (type == CURLINFO_HEADER_IN) transfer.received(text);
  if (type == CURLINFO_DATA_OUT) transfer.message_bytes_ += size;
  return 0;
}

void Transfer::tell(std::string_view line) const {
  if (trace_) trace_(line);
}

std::string Transfer::shown(std::string_view line) const {
  return printable(hidden_.without(std::string(line)), max_shown_bytes);
}

void Transfer::remark(std::string_view text) const {
  each_line(text, [&](std::string_view line) {
    line = trim(line);
    if (is_worth_telling(line)) tell("* " + printable(line, max_shown_bytes));
  });
}

void Transfer::sent(std::string_view lines) {
  tell_message();
  each_line(lines, [&](std::string_view line) {
    const std::string word(line.substr(0, line.find(' ')));
    if (word == "QUIT") quitting_ = true;
    if (word == "AUTH") {
      logging_in_ = true;
      hide(initial_response(line));
      tell("> AUTH ***");
    } else if (logging_in_) {
      hide(line);
      tell("> ***");
    } else {
      tell("> " + shown(without_secrets(line)));
    }
    if (!quitting_) last_command_ = printable(logging_in_ ? "AUTH" : word, max_shown_bytes);
  });
}

void Transfer::received(std::string_view lines) {
  tell_message();
  each_line(lines, [&](std::string_view line) {
    if (!line.starts_with("334")) logging_in_ = false;  // it asks for more of the login (RFC 4954)
    if (last_command_ == "EHLO" && line.starts_with("250") &&
        trim(line.substr(std::min<std::size_t>(4, line.size()))).starts_with("SIZE "))
      size_limit_ = parse_number<std::size_t>(trim(trim(line).substr(9))).value_or(0);
    const std::string answer = shown(line);
    if (!quitting_) last_line_ = answer;
    tell("< " + answer);
  });
}

void Transfer::tell_message() {
  if (message_bytes_ > 0) tell(fmt::format("> ({} bytes of message)", message_bytes_));
  message_bytes_ = 0;
}

Delivery failed(const Transfer& transfer, CURLcode code, const std::string& who) {
  if (code == CURLE_ABORTED_BY_CALLBACK) return {Delivery::Outcome::interrupted, Fault::temporary, {}, {}};
  return {Delivery::Outcome::retry_later, fault_of(code), who + ": " + transfer.text(code) + cure(code), {}};
}

}  // namespace pos::notify
