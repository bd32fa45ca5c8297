// SPDX-License-Identifier: MIT
#include "dispatch/heartbeat.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "file/descriptor.hpp"
#include "notify/channel.hpp"

namespace pos::dispatch {
namespace {

// Why it failed; empty: it did not.
std::string touch(const std::string& path) {
  const file::Descriptor file(file::open_file(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666));
  return file.is_open() && futimens(file.get(), nullptr) == 0 ? "" : path + ": " + std::strerror(errno);
}

}  // namespace

std::string Heartbeat::beat() {
  if (begun_ && std::chrono::steady_clock::now() - sent_ < std::chrono::minutes(1)) return {};
  return last_beat();
}

std::string Heartbeat::last_beat() {
  if (to_.empty()) return {};
  begun_ = true;
  sent_ = std::chrono::steady_clock::now();
  try {
    if (!to_.starts_with("http://") && !to_.starts_with("https://")) return touch(to_);
    if (stopped_ && stopped_()) return {};
    notify::WebhookSettings settings{to_, cacert_, timeout_};
    settings.stopped = stopped_;
    return notify::make_webhook(std::move(settings))->deliver("{}", {}).reason;
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace pos::dispatch
