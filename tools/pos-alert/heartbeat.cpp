// SPDX-License-Identifier: MIT
#include "heartbeat.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/run_tool.hpp"
#include "notify/channel.hpp"
#include "options.hpp"

namespace pos::tools {
namespace {

// Why it failed; empty: it did not.
std::string touch(const std::string& path) {
  const int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);
  const bool touched = fd != -1 && futimens(fd, nullptr) == 0;
  std::string reason = touched ? "" : path + ": " + std::strerror(errno);
  if (fd != -1) close(fd);
  return reason;
}

}  // namespace

void Heartbeat::beat() {
  if (begun_ && std::chrono::steady_clock::now() - sent_ < std::chrono::minutes(1)) return;
  send();
}

void Heartbeat::last_beat() { send(); }

void Heartbeat::send() {
  if (to_.empty()) return;
  begun_ = true;
  sent_ = std::chrono::steady_clock::now();
  std::string reason;
  try {
    if (to_.starts_with("http://") || to_.starts_with("https://")) {
      reason = notify::make_webhook({to_, cacert_, timeout_, {}})->deliver("{}", {}).reason;
    } else {
      reason = touch(to_);
    }
  } catch (const Error& error) {
    reason = error.what();
  }
  if (!reason.empty()) cli::say(tool, "heartbeat: " + reason);
}

}  // namespace pos::tools
