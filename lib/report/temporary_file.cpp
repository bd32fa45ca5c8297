// SPDX-License-Identifier: MIT
#include "report/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/error.hpp"

namespace pos::report {

TemporaryFile::~TemporaryFile() {
  if (fd_ != -1) ::close(fd_);
}

void TemporaryFile::fail() const {
  throw Error(Fault::io,
              "temporary file in " + folder_ + ": " + std::strerror(errno) + " (TMPDIR names another folder)");
}

void TemporaryFile::open() {
  std::string name = folder_ + "/pos-XXXXXX";
  fd_ = mkostemp(name.data(), O_CLOEXEC);
  if (fd_ == -1) fail();
  unlink(name.c_str());
}

void TemporaryFile::write(std::int64_t place, std::string_view bytes) {
  if (fd_ == -1) open();
  while (!bytes.empty()) {
    const ssize_t got = pwrite(fd_, bytes.data(), bytes.size(), place);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail();
    bytes.remove_prefix(static_cast<std::size_t>(got));
    place += got;
  }
}

void TemporaryFile::read(std::int64_t place, std::span<char> to) const {
  while (!to.empty()) {
    const ssize_t got = pread(fd_, to.data(), to.size(), place);
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) errno = EIO;
    if (got <= 0) fail();
    to = to.subspan(static_cast<std::size_t>(got));
    place += got;
  }
}

}  // namespace pos::report
