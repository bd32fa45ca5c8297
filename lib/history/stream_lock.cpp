// SPDX-License-Identifier: MIT
#include "history/stream_lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/error.hpp"
#include "file/descriptor.hpp"

namespace pos::history {
namespace {

// Of the open file, not of the process: closing another file does not lose it. A byte for each stream.
bool lock(int fd, std::int64_t byte, std::int64_t length) {
  struct flock range {};
  range.l_type = F_WRLCK;
  range.l_whence = SEEK_SET;
  range.l_start = byte;
  range.l_len = length;
  return fcntl(fd, F_OFD_SETLK, &range) == 0;
}

}  // namespace

StreamLock::StreamLock(const std::string& history, std::int64_t stream) : path_(history + "-lock"), stream_(stream) {}

StreamLock::~StreamLock() {
  // Whoever can have all of it is the last.
  if (held_ && is_in_place() && lock(fd_, 0, 0)) unlink(path_.c_str());
  close();
}

void StreamLock::close() {
  if (fd_ != -1) ::close(std::exchange(fd_, -1));
}

// The one who had it may have removed the file while we opened it.
bool StreamLock::is_in_place() const {
  struct stat open {};
  struct stat named {};
  return fstat(fd_, &open) == 0 && stat(path_.c_str(), &named) == 0 && open.st_ino == named.st_ino;
}

bool StreamLock::try_lock() {
  close();
  fd_ = file::open_file(path_, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ == -1) throw system_error(path_, errno, Fault::cannot_create);
  held_ = lock(fd_, stream_, 1) && is_in_place();
  return held_;
}

}  // namespace pos::history
