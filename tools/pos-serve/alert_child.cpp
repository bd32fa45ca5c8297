// SPDX-License-Identifier: MIT
#include "alert_child.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <utility>  // Asio 1.74 forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <optional>
#include <set>

#include "base/error.hpp"
#include "cli/run_tool.hpp"
#include "options.hpp"
#include "render/report_data.hpp"

namespace pos::tools {
namespace {

using Clock = std::chrono::steady_clock;
using boost::asio::posix::stream_descriptor;

constexpr std::chrono::seconds shortest_pause(1), longest_pause(60);
constexpr std::size_t minutes_repeated = 10;
// Bytes that a pipe may hold (pipe(7)), and a child have in its buffers.
constexpr std::size_t bytes_remembered = std::size_t{128} << 10;

// Rows of a minute behind an id: a minute that gets more rows soon is not sent twice.
struct Piece {
  LocalSeconds minute = 0;
  std::int64_t after = 0;
  std::int64_t last = 0;  // id of the newest row sent
  std::size_t bytes = 0;
};

// sh -c, with the pipe as its standard input; of our other files it gets standard output and error.
pid_t spawn_shell(const std::string& command, int input) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  sigset_t all;
  sigset_t none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);  // SIGPIPE above all, which we ignore
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);  // Ctrl-C is for us: the child ends when its input does
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  std::string words[] = {"sh", "-c", command};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
  pid_t child = -1;
  const int error = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  errno = error;
  return error == 0 ? child : -1;
}

std::string end_text(int status) {
  if (WIFSIGNALED(status)) return fmt::format("ended by signal {}", WTERMSIG(status));
  return fmt::format("ended with status {}", WEXITSTATUS(status));
}

}  // namespace

struct AlertChild::State {
  State(boost::asio::io_context& in_context, std::string in_command, history::Reader& in_reader, Metrics& in_metrics)
      : context(in_context), command(std::move(in_command)), reader(in_reader), metrics(in_metrics) {}

  void queue_unread_minutes();
  void start();
  void wait_for_room();
  void write_some();
  bool fill();
  bool read_piece();
  void remember();
  void lose(const std::string& how);
  void take_back(std::size_t unread);
  void reap();
  [[nodiscard]] std::size_t waiting() const { return queue.size() + (piece ? 1 : 0); }

  boost::asio::io_context& context;
  std::string command;
  history::Reader& reader;
  Metrics& metrics;

  std::deque<Piece> queue;  // not sent yet
  std::deque<Piece> sent;   // lately, in order
  std::size_t sent_bytes = 0;
  LocalSeconds place = 0;  // where the last run was, until there is news

  pid_t child = -1;
  std::optional<stream_descriptor> pipe;
  bool waits = false;          // for room in the pipe
  std::optional<Piece> piece;  // being written
  std::string text;            // of it
  std::size_t written = 0;
  bool closing = false;
  bool asked_to_end = false;
  Clock::time_point started{}, start_at{};
  std::chrono::seconds pause = shortest_pause;
  // What a handler that comes late looks for: whether there still is somebody to call.
  std::shared_ptr<bool> alive = std::make_shared<bool>(true);
};

// What the last run did not bring to the child, of the last day; or the last ones decided, where no run had a child.
void AlertChild::State::queue_unread_minutes() {
  constexpr LocalSeconds hour = 3600;
  const auto newest = reader.newest();
  if (!newest) return;
  const LocalSeconds last = minute_begin(newest->time);
  const auto unread = reader.unread();
  std::set<LocalSeconds> minutes;
  std::set<LocalSeconds> open;
  reader.rows_of({unread ? std::max(*unread, last - 24 * hour) : last - hour, last + 60},
                 [&](const auto& row) { (row.open ? open : minutes).insert(minute_begin(row.record.time)); });
  for (const LocalSeconds minute : open) minutes.erase(minute);
  while (!unread && minutes.size() > minutes_repeated) minutes.erase(minutes.begin());
  for (const LocalSeconds minute : minutes) queue.push_back({minute});
  place = minutes.empty() ? unread.value_or(last) : *minutes.begin();
}

void AlertChild::State::start() {
  int ends[2] = {-1, -1};
  const bool piped = pipe2(ends, O_CLOEXEC) == 0;
  child = piped ? spawn_shell(command, ends[0]) : -1;
  const int error = errno;
  if (piped) ::close(ends[0]);
  started = Clock::now();
  asked_to_end = false;
  if (child < 0) {
    if (piped) ::close(ends[1]);
    lose(std::string("cannot be started: ") + std::strerror(error));
    return;
  }
  pipe.emplace(context, ends[1]);
  pipe->native_non_blocking(true);
  text.clear();
  render::append_record(text, write::Line::csv_header, {});
  written = 0;
  wait_for_room();
}

void AlertChild::State::wait_for_room() {
  if (!pipe || waits) return;
  waits = true;
  pipe->async_wait(stream_descriptor::wait_write, [this, still = alive](const boost::system::error_code& error) {
    if (!*still) return;
    waits = false;
    if (!error) write_some();
  });
}

void AlertChild::State::write_some() {
  if (!pipe) return;
  if (written == text.size() && !fill()) {
    if (closing && queue.empty()) pipe.reset();
    return;
  }
  const ssize_t size = ::write(pipe->native_handle(), text.data() + written, text.size() - written);
  if (size < 0 && errno != EAGAIN && errno != EINTR) {
    if (child > 0) kill(-child, SIGTERM);  // it does not read any more, and has ended or shall: tick() finds it
    return;
  }
  if (size > 0) written += static_cast<std::size_t>(size);
  if (written == text.size()) remember();
  wait_for_room();  // of the next minute too: others have their turn between
}

// The next minute's rows. False: there is none.
bool AlertChild::State::fill() {
  text.clear();
  written = 0;
  while (!queue.empty() && text.empty()) {
    piece = queue.front();
    queue.pop_front();
    for (const Piece& earlier : sent) {
      if (earlier.minute == piece->minute) piece->after = std::max(piece->after, earlier.last);
    }
    piece->last = piece->after;
    if (!read_piece()) return false;
  }
  if (text.empty()) piece.reset();
  return !text.empty();
}

// False: the history cannot be read now; the minute waits on.
bool AlertChild::State::read_piece() {
  try {
    reader.rows_of({piece->minute, piece->minute + 60}, [this](const auto& row) {
      if (row.open || row.id <= piece->after) return;
      render::append_record(text, write::Line::csv, row.record);
      piece->last = std::max(piece->last, row.id);
    });
    return true;
  } catch (const Error&) {
    queue.push_front(*piece);
    piece.reset();
    text.clear();
    return false;
  }
}

void AlertChild::State::remember() {
  if (!piece) return;
  piece->bytes = text.size();
  sent_bytes += text.size();
  sent.push_back(*piece);
  piece.reset();
  while (sent.size() > minutes_repeated && sent_bytes - sent.front().bytes > bytes_remembered) {
    sent_bytes -= sent.front().bytes;
    sent.pop_front();
  }
}

// What the child may not have read is to be sent again: what the pipe holds, and of what it has read the last minutes.
void AlertChild::State::take_back(std::size_t unread) {
  if (piece) queue.push_front({piece->minute, piece->after});
  piece.reset();
  std::size_t bytes = 0;
  for (std::size_t pieces = 0; !sent.empty() && (pieces < minutes_repeated || bytes < unread); ++pieces) {
    bytes += sent.back().bytes;
    sent_bytes -= sent.back().bytes;
    queue.push_front({sent.back().minute, sent.back().after});
    sent.pop_back();
  }
}

void AlertChild::State::lose(const std::string& how) {
  int unread = 0;
  if (pipe && ioctl(pipe->native_handle(), FIONREAD, &unread) != 0) unread = 0;
  pipe.reset();
  child = -1;
  take_back(static_cast<std::size_t>(unread));
  text.clear();
  written = 0;
  if (closing) {
    if (!asked_to_end && !queue.empty())
      cli::say(tool, "alert command " + how + "; the next start repeats the last minutes");
    return;
  }
  if (Clock::now() - started > longest_pause) pause = shortest_pause;
  cli::say(tool, fmt::format("alert command {}; it is started again in {} s", how, pause.count()));
  start_at = Clock::now() + pause;
  pause = std::min(2 * pause, longest_pause);
  ++metrics.alert_restarts;
}

void AlertChild::State::reap() {
  if (child < 0) return;
  int status = 0;
  if (waitpid(child, &status, WNOHANG) != child) return;
  if (closing && !pipe && WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    child = -1;  // it read all there was
    return;
  }
  lose(end_text(status));
}

AlertChild::AlertChild(boost::asio::io_context& context, std::string command, history::Reader& reader, Metrics& metrics)
    : state_(std::make_unique<State>(context, std::move(command), reader, metrics)) {
  state_->queue_unread_minutes();
  state_->start();
}

AlertChild::~AlertChild() { *state_->alive = false; }

void AlertChild::tell(std::span<const LocalSeconds> decided) {
  for (const LocalSeconds minute : decided) {
    // One that waits has not been read: its rows of now go with it.
    auto& queue = state_->queue;
    const auto recent = static_cast<std::ptrdiff_t>(std::min(queue.size(), minutes_repeated));
    const auto same = [minute](const Piece& piece) { return piece.minute == minute; };
    if (std::none_of(queue.end() - recent, queue.end(), same)) queue.push_back({minute});
  }
  if (!state_->queue.empty()) state_->wait_for_room();
}

void AlertChild::tick() {
  state_->reap();
  if (state_->child < 0 && !state_->closing && Clock::now() >= state_->start_at) state_->start();
  if (state_->waiting() > 0) state_->wait_for_room();
}

void AlertChild::close() {
  state_->closing = true;
  state_->wait_for_room();
}

bool AlertChild::is_done() const { return state_->closing && state_->child < 0; }

void AlertChild::end() {
  if (state_->child < 0) return;
  kill(-state_->child, state_->asked_to_end ? SIGKILL : SIGTERM);
  state_->asked_to_end = true;
}

// A child has read what it was sent but for its buffer and the pipe's.
LocalSeconds AlertChild::unread_since() const {
  State& s = *state_;
  std::optional<LocalSeconds> first;
  const auto see = [&first](const Piece& piece) { first = std::min(first.value_or(piece.minute), piece.minute); };
  std::for_each(s.queue.begin(), s.queue.end(), see);
  std::for_each(s.sent.begin(), s.sent.end(), see);
  if (s.piece) see(*s.piece);
  return first.value_or(s.place);
}

bool AlertChild::runs() const { return state_->child >= 0; }

std::size_t AlertChild::waiting() const { return state_->waiting(); }

}  // namespace pos::tools
