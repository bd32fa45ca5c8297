// SPDX-License-Identifier: MIT
#include "notify/child.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "file/descriptor.hpp"

namespace pos::notify {
namespace {

using Clock = std::chrono::steady_clock;  // only to wait by: no time of it is shown or kept

constexpr std::size_t max_output = 65'536;
constexpr std::chrono::milliseconds pause{10};
// Between asking a group to end and killing it; and where we have to end ourselves.
constexpr std::chrono::milliseconds patience{2000};
constexpr std::chrono::milliseconds short_patience{250};

[[noreturn]] void fail(const char* what, int error) {
  throw Error(Fault::temporary, fmt::format("cannot run a command: {}: {}", what, std::strerror(error)));
}

// A file in memory and not a pipe: a command may read it late, in part or never, and nobody waits or
// gets SIGPIPE.
file::Descriptor input_file(const std::string& input) {
  file::Descriptor in_memory(memfd_create("pos-alert", MFD_CLOEXEC));
  if (!in_memory.is_open()) fail("memfd_create", errno);
  if (!file::write_all(in_memory.get(), input)) fail("write", errno);
  lseek(in_memory.get(), 0, SEEK_SET);
  return in_memory;
}

// What posix_spawn wants, and its errors.
class Spawner {
 public:
  Spawner(int input, int output) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawnattr_init(&attributes_);
    posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions_, STDERR_FILENO + 1);
    // Signals as a program finds them: a filter may have SIGPIPE ignored or SIGTERM held back.
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  Spawner(const Spawner&) = delete;
  Spawner& operator=(const Spawner&) = delete;
  ~Spawner() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  [[nodiscard]] pid_t run(const std::string& command) const {
    std::string words[] = {"sh", "-c", command};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    pid_t child = -1;
    const int error = posix_spawn(&child, "/bin/sh", &actions_, &attributes_, arguments, environ);
    if (error != 0) fail("/bin/sh", error);
    return child;
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

enum class Got { some, nothing, end };

// Waits a moment for output. A pipe that is closed is passed over: then it is a plain sleep.
Got read_some(const file::Descriptor& pipe, ChildResult& result) {
  pollfd entry{pipe.get(), POLLIN, 0};
  if (poll(&entry, 1, static_cast<int>(pause.count())) <= 0) return Got::nothing;
  char block[4096];
  const ssize_t size = read(pipe.get(), block, sizeof block);
  if (size <= 0) return size < 0 && errno == EINTR ? Got::nothing : Got::end;
  const std::size_t room = max_output - result.output.size();
  if (static_cast<std::size_t>(size) > room) result.overflowed = true;
  result.output.append(block, std::min(static_cast<std::size_t>(size), room));
  return Got::some;
}

bool has_ended(pid_t child, ChildResult& result) {
  const pid_t got = waitpid(child, &result.status, WNOHANG);
  return got == child || (got < 0 && errno != EINTR);
}

// Ends the whole group, so that what the shell began does not outlive it.
void end_group(pid_t child, ChildResult& result) {
  kill(-child, SIGTERM);
  const auto until = Clock::now() + (result.interrupted ? short_patience : patience);
  bool ended = false;
  while (!(ended = has_ended(child, result)) && Clock::now() < until) poll(nullptr, 0, static_cast<int>(pause.count()));
  kill(-child, SIGKILL);
  if (!ended) {
    while (waitpid(child, &result.status, 0) < 0 && errno == EINTR) {
    }
  }
}

}  // namespace

bool ChildResult::exited(int code) const {
  return !timed_out && !interrupted && WIFEXITED(status) && WEXITSTATUS(status) == code;
}

std::string ChildResult::text() const {
  if (timed_out) return "not done in time";
  if (interrupted) return "interrupted";
  if (WIFSIGNALED(status)) return fmt::format("ended by signal {}", WTERMSIG(status));
  return fmt::format("exit status {}", WEXITSTATUS(status));
}

ChildResult run_shell(const std::string& command, const std::string& input, ChildOutput output,
                      std::chrono::milliseconds timeout, const Stopped& stopped) {
  const file::Descriptor from = input_file(input);
  int ends[2] = {-1, -1};
  if (output == ChildOutput::captured && pipe2(ends, O_CLOEXEC) != 0) fail("pipe", errno);
  file::Descriptor reading(ends[0]);
  file::Descriptor writing(ends[1]);

  ChildResult result;
  const auto until = Clock::now() + timeout;
  Patience to_stop(time_to_stop);
  const pid_t child = Spawner(from.get(), writing.get() < 0 ? STDERR_FILENO : writing.get()).run(command);
  writing.close();

  while (true) {
    const bool ended = has_ended(child, result);
    if (ended && reading.get() < 0) break;
    const Got got = read_some(reading, result);
    if (got == Got::end) reading.close();
    // What the command leaves running may hold the pipe open; what it wrote itself is there by now.
    if (ended && got != Got::some) break;
    result.timed_out = !ended && Clock::now() >= until;
    result.interrupted = !ended && to_stop.is_over(stopped && stopped());
    if (!ended && (result.timed_out || result.interrupted || result.overflowed)) {
      end_group(child, result);
      break;
    }
    if (result.overflowed) break;
  }
  return result;
}

}  // namespace pos::notify
