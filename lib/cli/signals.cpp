// SPDX-License-Identifier: MIT
#include "cli/signals.hpp"

#include <poll.h>

#include <array>
#include <csignal>
#include <ctime>

namespace pos::cli {
namespace {

constexpr std::array stops = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t caught = 0;  // written by a signal handler, which can be given no argument

void remember(int signal) { caught = signal; }

}  // namespace

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  sigaction(SIGPIPE, &action, nullptr);
  sigset_t unblock;
  sigemptyset(&unblock);
  sigaddset(&unblock, SIGPIPE);
  sigprocmask(SIG_UNBLOCK, &unblock, nullptr);

  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error of one write

  action.sa_handler = remember;
  action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);  // writes go on
  for (const int signal : stops) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) sigaction(signal, &action, nullptr);  // nohup, background jobs
  }
}

bool stop_requested() { return caught != 0; }

Wait wait_readable(int fd) {
  constexpr timespec second = {1, 0};
  sigset_t stop;
  sigset_t before;
  sigemptyset(&stop);
  for (const int signal : stops) sigaddset(&stop, signal);
  sigprocmask(SIG_BLOCK, &stop, &before);
  int ready = 1;
  if (!stop_requested()) {
    pollfd wanted{fd, POLLIN, 0};
    ready = ppoll(&wanted, 1, &second, &before);
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  if (stop_requested()) return Wait::stop;
  return ready == 0 ? Wait::idle : Wait::readable;  // an error (no such poll) is read()'s to report
}

void end_by_signal() {
  if (caught == 0) return;
  std::signal(caught, SIG_DFL);
  std::raise(caught);
}

}  // namespace pos::cli
