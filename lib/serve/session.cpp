// SPDX-License-Identifier: MIT
#include "serve/session.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string_view>
#include <utility>  // Asio 1.74 forgets it

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include "serve/access_log.hpp"
#include "base/error.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "serve/connection.hpp"
#include "serve/request_head.hpp"
#include "serve/text_body.hpp"

namespace pos::serve {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::uint32_t most_header_bytes = 8192;
constexpr std::size_t read_ahead = std::size_t{64} << 10;
constexpr std::size_t written_in_time = std::size_t{64} << 10;
constexpr std::size_t most_unread_bytes = std::size_t{1} << 20;
constexpr std::chrono::seconds linger(2);

class Connection final : public Session, public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, const Settings& settings, Service& service)
      : socket_(std::move(socket)), settings_(settings), service_(service) {
    buffer_.reserve(4096);
  }

  void start() override { await_request(); }

  void refuse() override {
    refused_ = true;
    await_request();
  }

  void check(Clock::time_point now) override {
    // What came of a request before this moment was not timed yet: it has the whole time from now on.
    if (phase_ == Phase::idle && (buffer_.size() > 0 || parser_->got_some())) {
      phase_ = Phase::reading;
      begun_ = now;
      due_ = now + settings_.timeout;
    }
    if (phase_ == Phase::answering || phase_ == Phase::gone || now < due_) return;
    if (phase_ == Phase::reading) {
      timed_out_ = true;
      phase_ = Phase::answering;
      error_code ignored;
      socket_.cancel(ignored);  // the read ends, and answers
    } else if (phase_ != Phase::streaming) {
      drop();
    }
  }

  void finish() override {
    last_ = true;
    if (phase_ == Phase::idle || phase_ == Phase::streaming) drop();
  }

  void drop() override {
    phase_ = Phase::gone;
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
  }

  [[nodiscard]] bool is_gone() const override { return phase_ == Phase::gone; }

  void send(const Text& text) override {
    if (phase_ != Phase::streaming) return;
    unsent_bytes_ += text->size();
    if (unsent_bytes_ > most_unread_bytes) {
      ++service_.metrics().dropped_viewers;
      drop();
      return;
    }
    unsent_.push_back(text);
    if (unsent_.size() == 1 && !writes_) write_stream();
  }

 private:
  enum class Phase { idle, reading, answering, writing, streaming, lingering, gone };
  using Parser = http::request_parser<TextBody>;

  // --- Reading

  void await_request() {
    request_ = {};
    method_.clear();
    parser_.emplace();
    parser_->header_limit(most_header_bytes);
    parser_->body_limit(settings_.max_body);
    phase_ = Phase::idle;
    begun_ = Clock::now();
    due_ = begun_ + settings_.timeout;
    http::async_read_header(socket_, buffer_, *parser_,
                            [self = shared_from_this()](error_code error, std::size_t) { self->have_header(error); });
  }

  void have_header(error_code error) {
    if (!went_well(error)) return;
    if (phase_ == Phase::idle) begun_ = Clock::now();
    due_ = begun_ + settings_.timeout;
    phase_ = Phase::reading;
    request_ = request_of(parser_->get());
    method_ = text_of(parser_->get().method_string());
    if (refused_) return answer_and_close(busy_response("too many connections"));
    if (const auto problem = framing_problem(parser_->get()); !problem.empty())
      return answer_and_close(error_response(400, problem));
    if (auto refused = service_.refuse(request_)) return answer_unread(std::move(*refused));
    if (!take_body_read_ahead()) return;
    if (parser_->is_done()) return have_request();
    const bool waits = boost::beast::iequals(parser_->get()[http::field::expect], "100-continue");
    if (waits && parser_->get().version() >= 11) return say_continue();
    read_body();
  }

  // Small bodies come in one piece with the header.
  bool take_body_read_ahead() {
    error_code error;
    std::size_t taken = 1;
    while (taken > 0 && !error && !parser_->is_done() && buffer_.size() > 0) {
      taken = parser_->put(buffer_.data(), error);
      buffer_.consume(taken);
    }
    return error == http::error::need_more || went_well(error);
  }

  // The client waits for a word before it sends the body.
  void say_continue() {
    static constexpr std::string_view word = "HTTP/1.1 100 Continue\r\n\r\n";
    net::async_write(socket_, net::buffer(word.data(), word.size()),
                     [self = shared_from_this()](error_code error, std::size_t) {
                       if (self->went_well(error)) self->read_body();
                     });
  }

  void read_body() {
    http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, std::size_t) {
      if (self->went_well(error)) self->have_request();
    });
  }

  // False: the connection has ended, or is being told why it will.
  bool went_well(const error_code& error) {
    if (phase_ == Phase::gone) return false;
    if (timed_out_) {
      answer_and_close(
          error_response(408, "the request did not come in within " + std::to_string(settings_.timeout.count()) + " s"));
      return false;
    }
    if (!error) return true;
    if (error == TextBody::no_memory()) {
      parser_.emplace();  // and what it has of the body
      answer_and_close(refusal_of(error, settings_.max_body));
      return false;
    }
    if (error.category() != http::make_error_code(http::error::end_of_stream).category() ||
        error == http::error::end_of_stream || error == http::error::partial_message) {
      drop();
      return false;
    }
    if (phase_ == Phase::idle) begun_ = Clock::now();
    answer_and_close(refusal_of(error, settings_.max_body));
    return false;
  }

  // --- Answering

  // Whether the next request can be found behind this one.
  [[nodiscard]] bool keeps() const { return !last_ && !refused_ && parser_->is_done() && parser_->get().keep_alive(); }

  void have_request() {
    phase_ = Phase::answering;
    last_ = last_ || !parser_->get().keep_alive();
    request_.body = std::move(parser_->get().body());
    service_.answer(request_, [self = shared_from_this()](Response response) { self->write(std::move(response)); });
  }

  // Without the rest of the request, behind which nothing can be found then.
  void answer_unread(Response response) {
    last_ = last_ || !parser_->is_done() || !parser_->get().keep_alive();
    write(std::move(response));
  }

  void answer_and_close(Response response) {
    last_ = true;
    write(std::move(response));
  }

  void write(Response response) {
    if (phase_ == Phase::gone) return;
    const bool is_head = request_.method == Method::head;
    service_.finish(request_, response);
    status_ = response.status;
    service_.count(request_, status_);
    if (response.stream && !is_head) last_ = true;
    head_ = head_of(response, !last_);
    body_ = is_head || response.stream ? nullptr : response.body;
    stream_ = is_head ? nullptr : std::move(response.stream);
    phase_ = Phase::writing;
    due_ = Clock::now() + settings_.timeout;
    written_ = in_time_ = 0;
    const std::array<net::const_buffer, 2> parts = {net::buffer(head_),
                                                    body_ ? net::buffer(*body_) : net::const_buffer()};
    net::async_write(
        socket_, parts,
        [this](const error_code& error, std::size_t bytes) { return error ? std::size_t{0} : go_on(bytes); },
        [self = shared_from_this()](error_code error, std::size_t bytes) { self->have_written(error, bytes); });
  }

  // How much to write next; who takes 64 KiB in time has as long for more.
  std::size_t go_on(std::size_t bytes) {
    written_ = bytes;
    if (bytes - in_time_ >= written_in_time) {
      in_time_ = bytes;
      due_ = Clock::now() + settings_.timeout;
    }
    return written_in_time;
  }

  void have_written(const error_code& error, std::size_t bytes) {
    written_ = bytes;
    log();
    body_.reset();
    if (phase_ == Phase::gone) return;
    if (error) return drop();
    if (stream_) return begin_stream();
    if (last_) return say_goodbye();
    await_request();
  }

  void log() const {
    if (!settings_.verbose) return;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun_);
    cli::say(tool, access_line({std::time(nullptr), method_, request_.path, status_, written_, took}));
  }

  // Closed at once, a connection whose client is still sending would be reset, and the answer lost with it.
  void say_goodbye() {
    phase_ = Phase::lingering;
    due_ = Clock::now() + linger;
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    swallow();
  }

  void swallow() {
    buffer_.clear();
    socket_.async_read_some(buffer_.prepare(read_ahead), [self = shared_from_this()](error_code error, std::size_t) {
      if (self->phase_ == Phase::gone) return;
      if (error) return self->drop();
      self->swallow();
    });
  }

  // --- The live stream

  void begin_stream() {
    phase_ = Phase::streaming;
    try {
      std::exchange(stream_, nullptr)(shared_from_this());
    } catch (const Error&) {
      return drop();  // the viewer comes again
    }
    swallow();  // until the viewer leaves
  }

  void write_stream() {
    writes_ = true;
    net::async_write(socket_, net::buffer(*unsent_.front()),
                     [self = shared_from_this()](error_code error, std::size_t) {
                       self->writes_ = false;
                       if (self->phase_ == Phase::gone) return;
                       if (error) return self->drop();
                       self->unsent_bytes_ -= self->unsent_.front()->size();
                       self->unsent_.pop_front();
                       if (!self->unsent_.empty()) self->write_stream();
                     });
  }

  tcp::socket socket_;
  const Settings& settings_;
  Service& service_;
  boost::beast::flat_buffer buffer_{read_ahead};
  std::optional<Parser> parser_;
  Phase phase_ = Phase::idle;
  bool refused_ = false, timed_out_ = false;
  bool last_ = false;  // no request is read after this one
  Clock::time_point begun_{}, due_{};

  Request request_;  // being answered
  std::string method_;
  unsigned status_ = 0;
  std::string head_;
  Text body_;
  std::size_t written_ = 0, in_time_ = 0;
  std::function<void(std::shared_ptr<Viewer>)> stream_;

  std::deque<Text> unsent_;
  std::size_t unsent_bytes_ = 0;
  bool writes_ = false;
};

}  // namespace

std::shared_ptr<Session> make_session(tcp::socket socket, const Settings& settings, Service& service) {
  return std::make_shared<Connection>(std::move(socket), settings, service);
}

}  // namespace pos::serve
