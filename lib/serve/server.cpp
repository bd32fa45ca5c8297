// SPDX-License-Identifier: MIT
#include "serve/server.hpp"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <utility>  // Asio 1.74 forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <csignal>
#include <list>
#include <memory>
#include <new>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "serve/clock.hpp"
#include "serve/connection.hpp"
#include "notify/secret.hpp"
#include "read/json_library.hpp"
#include "serve/service.hpp"
#include "serve/sockets.hpp"

namespace pos::serve {
namespace {

namespace net = boost::asio;
using boost::system::error_code;
using net::ip::tcp;

constexpr std::chrono::milliseconds tick_every(250);
constexpr std::chrono::milliseconds accept_every(10);  // where there were not enough files
constexpr std::chrono::seconds enough_files_for(1);    // then there are
// Connections above --max-clients that are told so, at a time; others are closed without a word.
constexpr std::size_t most_refused = 64;

// Empty: none was named. A short one can be guessed: whoever can connect may try as often as they like.
std::string read_token(const std::string& named) {
  constexpr std::size_t shortest = 16;
  if (named.empty()) return {};
  const std::string path = cli::credential(named);
  std::string token = notify::read_secret_file(path);
  if (token.size() >= shortest) return token;
  throw Error(Fault::config, printable(path) + ": the token is shorter than " + std::to_string(shortest) +
                                 " characters: make one with: openssl rand -hex 16");
}

Tokens read_tokens(const Settings& settings) {
  return {.post = read_token(settings.token_file), .read = read_token(settings.read_token_file)};
}

// Where others can connect, all that is not asked for a token is public.
void require_token(const Address& address, Tokens& tokens) {
  if (is_loopback(address.ip)) return;
  if (tokens.post.empty())
    throw Error(Fault::config, url_of(address) + " can be reached from elsewhere: give --token-file");
  if (tokens.read.empty()) tokens.read = tokens.post;
}

std::vector<Listening> open_sockets(const Settings& settings, Tokens& tokens) {
  auto sockets = inherited_sockets();
  if (sockets.empty()) {
    const Address address = parse_address(settings.listen).value();
    require_token(address, tokens);
    sockets.push_back(listen_on(address));
  }
  for (const Listening& socket : sockets) require_token(socket.address, tokens);
  return sockets;
}

class Server {
 public:
  explicit Server(const Settings& settings)
      : settings_(settings),
        zone_(settings.timezone),
        clock_(zone_),
        tokens_(read_tokens(settings)),
        sockets_(open_sockets(settings, tokens_)),
        service_(
            settings, tokens_, clock_, [this](std::function<void()> work) { net::post(context_, std::move(work)); },
            [this](std::chrono::milliseconds after, std::function<void()> work) {
              call_later(after, std::move(work));
            }),
        timer_(context_),
        accept_timer_(context_),
        hang_up_(context_, SIGHUP) {}

  void run() {
    for (const Listening& socket : sockets_) {
      const auto family = socket.address.ip.find(':') == std::string::npos ? tcp::v4() : tcp::v6();
      acceptors_.push_back({tcp::acceptor(context_, family, socket.descriptor)});
      accept(acceptors_.back());
      if (!settings_.quiet) cli::say(tool, "listening on " + url_of(socket.address));
    }
    await_tick();
    await_hang_up();
    while (!context_.stopped()) without_memory_too([this] { context_.run(); });
    service_.close();
    while (!service_.is_done()) {
      context_.restart();
      without_memory_too([this] { context_.run_for(std::chrono::milliseconds(50)); });
    }
  }

 private:
  struct Acceptor {
    tcp::acceptor socket;
    bool waits = false;  // for a connection
  };

  void accept(Acceptor& acceptor) {
    acceptor.waits = true;
    acceptor.socket.async_accept([this, &acceptor](const error_code& error, tcp::socket socket) {
      acceptor.waits = false;
      if (stopping_) return;
      if (error) return wait_for_files(error);
      take(std::move(socket));
      accept(acceptor);
    });
  }

  // Out of files or memory: told when it begins, and when it is over. Who waits is taken as soon as others end.
  void wait_for_files(const error_code& error) {
    if (!full_at_) cli::say(tool, "no connection can be taken: " + error.message());
    full_at_ = Session::Clock::now();
    accept_timer_.expires_after(accept_every);
    accept_timer_.async_wait([this](const error_code& aborted) {
      if (!aborted) accept_again();
    });
  }

  void accept_again() {
    for (Acceptor& acceptor : acceptors_) {
      if (!acceptor.waits && !stopping_) accept(acceptor);
    }
  }

  // It is tried again every `accept_every`, and each failure sets `full_at_`.
  void tell_enough_files() {
    if (!full_at_ || Session::Clock::now() - *full_at_ < enough_files_for) return;
    full_at_.reset();
    cli::say(tool, "connections can be taken again");
  }

  void take(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(net::socket_base::keep_alive(true), ignored);
    const unsigned unheard_ms = 30'000;  // a peer that has vanished is given up
    setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &unheard_ms, sizeof unheard_ms);
    forget_gone();
    const bool refuse = sessions_.size() >= settings_.max_clients;
    if (refuse) ++service_.metrics().refused_connections;
    if (sessions_.size() >= settings_.max_clients + most_refused) return;  // closes it
    sessions_.push_back(make_session(std::move(socket), settings_, service_));
    refuse ? sessions_.back()->refuse() : sessions_.back()->start();
  }

  void forget_gone() {
    std::erase_if(sessions_, [](const std::shared_ptr<Session>& session) { return session->is_gone(); });
  }

  void call_later(std::chrono::milliseconds after, std::function<void()> work) {
    auto timer = std::make_shared<net::steady_timer>(context_, after);
    timer->async_wait([timer, work = std::move(work)](const error_code&) { work(); });
  }

  // Where there is not enough memory the request ends that wanted it, and no other.
  template <typename Work>
  void without_memory_too(Work work) {
    try {
      work();
    } catch (const std::bad_alloc&) {
      for (const auto& session : sessions_) {
        if (session.use_count() == 1) session->drop();  // nothing goes on with it
      }
      forget_gone();
      cli::say(tool, "out of memory: a request has ended without an answer");
      if (timer_.expiry() <= Session::Clock::now()) await_tick();
    }
  }

  void await_tick() {
    timer_.expires_after(tick_every);
    timer_.async_wait([this](const error_code& error) {
      if (!error) tick();
    });
  }

  void tick() {
    const auto now = Session::Clock::now();
    for (const auto& session : sessions_) session->check(now);
    forget_gone();
    accept_again();
    tell_enough_files();
    service_.tick(sessions_.size());
    if (cli::stop_requested() && !stopping_) stop();
    if (stopping_ && (sessions_.empty() || now >= stop_at_)) return context_.stop();
    await_tick();
  }

  // No new connections; requests under way are answered.
  void stop() {
    stopping_ = true;
    stop_at_ = Session::Clock::now() + settings_.timeout;
    for (Acceptor& acceptor : acceptors_) {
      error_code ignored;
      acceptor.socket.close(ignored);
    }
    for (const auto& session : sessions_) session->finish();
    forget_gone();
  }

  void await_hang_up() {
    hang_up_.async_wait([this](const error_code& error, int) {
      if (error) return;
      service_.reload();
      await_hang_up();
    });
  }

  const Settings& settings_;
  read::TimeZone zone_;
  WallClock clock_;
  Tokens tokens_;
  std::vector<Listening> sockets_;
  net::io_context context_{1};
  Service service_;
  std::list<Acceptor> acceptors_;
  std::vector<std::shared_ptr<Session>> sessions_;
  net::steady_timer timer_, accept_timer_;
  net::signal_set hang_up_;
  std::optional<Session::Clock::time_point> full_at_;  // the last time there were not enough files
  bool stopping_ = false;
  Session::Clock::time_point stop_at_{};
};

// At the start, since there may not be a file left for it when it is wanted.
void load_libraries() {
  try {
    read::load_json_library();
  } catch (const Error& error) {
    cli::say(tool, std::string(error.what()) + ": JSON is answered 503");
  }
}

}  // namespace

void run(const Settings& settings) {
  std::signal(SIGPIPE, SIG_IGN);  // a client or a child that leaves is an error of one write
  load_libraries();
  try {
    Server(settings).run();
  } catch (const boost::system::system_error& error) {
    throw system_error("the system refuses", error.code().value(), Fault::system);
  }
}

}  // namespace pos::serve
