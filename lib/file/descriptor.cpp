// SPDX-License-Identifier: MIT
#include "file/descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

namespace pos::file {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() { close(); }

bool Descriptor::close() {
  const int fd = std::exchange(fd_, -1);
  // (Linux has closed it when a signal interrupts that: once more would be another's.)
  return fd == -1 || ::close(fd) == 0 || errno == EINTR;
}

bool sync_file(int fd) {
  while (fsync(fd) != 0) {
    if (errno == EINVAL || errno == EROFS || errno == ENOTSUP) return true;
    if (errno != EINTR) return false;
  }
  return true;
}

bool Descriptor::sync() const { return sync_file(fd_); }

int open_file(const std::string& path, int flags, mode_t mode) {
  int fd = -1;
  while ((fd = open(path.c_str(), flags, mode)) == -1 && errno == EINTR) {
  }
  return fd;
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EAGAIN) {
      pollfd wanted{fd, POLLOUT, 0};
      static_cast<void>(poll(&wanted, 1, -1));
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace pos::file
