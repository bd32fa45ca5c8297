// SPDX-License-Identifier: MIT
#include "serve/alert_child.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/run_tool.hpp"
#include "serve/settings.hpp"

namespace pos::serve {
namespace {

// In the child, where nothing but system calls is safe. Of our files it gets standard output and error, and it ends
// when we do, however that is.
[[noreturn]] void run_shell(const char* command, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(1);
  for (int one = 1; one < NSIG; ++one) signal(one, SIG_DFL);  // SIGPIPE above all, which we ignore
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  const int null = open("/dev/null", O_RDONLY);
  if (null < 0 || dup2(null, STDIN_FILENO) < 0) _exit(1);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  execl("/bin/sh", "sh", "-c", command, static_cast<char*>(nullptr));
  _exit(127);
}

pid_t spawn_shell(const std::string& command) {
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) run_shell(command.c_str(), parent);
  if (child > 0) setpgid(child, child);  // whoever is first
  return child;
}

std::string end_text(int status) {
  if (WIFSIGNALED(status)) return fmt::format("ended by signal {}", WTERMSIG(status));
  if (WEXITSTATUS(status) == 0) return "ended, and is to run on, as pos-alert --follow does";
  return fmt::format("ended with status {}", WEXITSTATUS(status));
}

}  // namespace

AlertChild::AlertChild(std::string command, Metrics& metrics) : command_(std::move(command)), metrics_(metrics) {
  start();
}

void AlertChild::start() {
  started_ = Clock::now();
  child_ = group_ = spawn_shell(command_);
  if (child_ < 0) start_later(std::string("cannot be started: ") + std::strerror(errno));
}

void AlertChild::start_later(const std::string& how) {
  if (Clock::now() - started_ > longest_pause) pause_ = shortest_pause;
  cli::say(tool, fmt::format("alert command {}; it is started again in {} s", how, pause_.count()));
  start_at_ = Clock::now() + pause_;
  pause_ = std::min(2 * pause_, longest_pause);
  ++metrics_.alert_restarts;
}

void AlertChild::reap() {
  int status = 0;
  if (child_ < 0 || waitpid(child_, &status, WNOHANG) != child_) return;
  child_ = -1;
  if (!closing_) start_later(end_text(status));
}

void AlertChild::tick() {
  reap();
  if (child_ < 0 && !closing_ && Clock::now() >= start_at_) start();
}

void AlertChild::close() {
  reap();
  closing_ = true;
  closed_at_ = Clock::now();
  if (child_ > 0) kill(-group_, SIGTERM);
}

// The shell may be gone before what it runs.
bool AlertChild::is_done() {
  reap();
  const bool is_left = group_ > 0 && kill(-group_, 0) == 0;
  if (child_ < 0 && !is_left) return true;
  if (!killed_ && Clock::now() - closed_at_ > patience) {
    cli::say(tool, "the alert command does not end: it is killed");
    kill(-group_, SIGKILL);
    killed_ = true;
  }
  return killed_ && child_ < 0;
}

}  // namespace pos::serve
