// SPDX-License-Identifier: MIT
// A file of the system that closes itself.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <utility>

namespace pos::file {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ != -1; }

  // False: errno says why. What a descriptor held is written only where close() says so too.
  bool close();
  // What is in it lasts beyond a power cut. Of what cannot be synced, a pipe or /dev, true.
  [[nodiscard]] bool sync() const;

 private:
  int fd_ = -1;
};

// As Descriptor::sync(), of one that somebody else closes.
[[nodiscard]] bool sync_file(int fd);

// open(), whatever interrupts: a network file system may be. -1: errno says why.
[[nodiscard]] int open_file(const std::string& path, int flags, mode_t mode = 0);

// All of them, whatever interrupts; a pipe that a parent left non-blocking is waited for. False: errno says why.
[[nodiscard]] bool write_all(int fd, std::string_view bytes);

}  // namespace pos::file
