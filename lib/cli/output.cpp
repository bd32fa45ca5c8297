// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace pos::cli {
namespace {

std::string name_of(const std::string& path) { return path == "-" ? "standard output" : path; }

mode_t mode_by_umask() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Output::Output(std::string path, Place place) : path_(std::move(path)) {
  struct stat there {};
  if (path_ == "-") {
    fd_ = STDOUT_FILENO;
  } else if (stat(path_.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    fd_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);  // a pipe or device cannot be replaced
  } else if (place == Place::there) {
    fd_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  } else {
    open_beside();
  }
  if (fd_ == -1) throw Error(Fault::cannot_create, path_ + ": " + std::strerror(errno));
}

void refuse_overlap(const std::vector<std::string>& written, const std::vector<std::string>& read) {
  const auto same = [](const std::string& a, const std::string& b) {
    struct stat one {};
    struct stat two {};
    if (a.empty() || b.empty() || a == "-" || b == "-") return false;
    if (stat(a.c_str(), &one) != 0 || stat(b.c_str(), &two) != 0) return a == b;
    return S_ISREG(one.st_mode) && one.st_dev == two.st_dev && one.st_ino == two.st_ino;
  };
  for (std::size_t i = 0; i < written.size(); ++i) {
    for (const std::string& file : read) {
      if (same(written[i], file)) throw Error(Fault::usage, written[i] + ": would be written over while it is read");
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (same(written[i], written[j])) throw Error(Fault::usage, written[i] + ": would be written twice");
    }
  }
}

void Output::open_beside() {
  char resolved[PATH_MAX];
  if (realpath(path_.c_str(), resolved) != nullptr) path_ = resolved;  // a link stays one
  const auto slash = path_.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  temporary_ = path_.substr(0, name) + "." + path_.substr(name) + ".XXXXXX";
  fd_ = mkostemp(temporary_.data(), O_CLOEXEC);
  if (fd_ == -1) {
    temporary_.clear();
    return;
  }
  struct stat there {};
  const mode_t mode = stat(path_.c_str(), &there) == 0 ? there.st_mode & 07777U : mode_by_umask();
  static_cast<void>(fchmod(fd_, mode));
}

Output::~Output() {
  if (!temporary_.empty()) unlink(temporary_.c_str());
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

void Output::flush() {
  std::size_t written = 0;
  while (written < buffer_.size()) {
    const ssize_t got = write(fd_, buffer_.data() + written, buffer_.size() - written);
    if (got >= 0) {
      written += static_cast<std::size_t>(got);
    } else if (errno == EAGAIN) {  // a parent left the pipe non-blocking
      pollfd wanted{fd_, POLLOUT, 0};
      static_cast<void>(poll(&wanted, 1, -1));
    } else if (errno != EINTR) {
      throw Error(Fault::io, name_of(path_) + ": " + std::strerror(errno));
    }
  }
  buffer_.clear();
}

void Output::close() {
  flush();
  if (path_ == "-") return;
  const int fd = std::exchange(fd_, -1);
  if (::close(fd) != 0) throw Error(Fault::io, path_ + ": " + std::strerror(errno));
  if (temporary_.empty()) return;
  if (rename(temporary_.c_str(), path_.c_str()) != 0)
    throw Error(Fault::cannot_create, path_ + ": " + std::strerror(errno));
  temporary_.clear();
}

}  // namespace pos::cli
