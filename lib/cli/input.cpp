// SPDX-License-Identifier: MIT
#include "cli/input.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "base/error.hpp"
#include "cli/signals.hpp"
#include "file/descriptor.hpp"

namespace pos::cli {

std::string display_name(const std::string& path) { return path == "-" ? "stdin" : path; }

InputFile::InputFile(const std::string& path, WhileWaiting waiting)
    : name_(display_name(path)), waiting_(std::move(waiting)), fd_(STDIN_FILENO) {
  if (path != "-") {
    // A pipe without a writer yet must not keep us in open(), where a signal is not heard: read() waits for it.
    fd_ = file::open_file(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd_ == -1) throw system_error(name_, errno, Fault::no_input);
    fcntl(fd_, F_SETFL, fcntl(fd_, F_GETFL) & ~O_NONBLOCK);
  }
  struct stat status {};
  if (fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  start_ = lseek(fd_, 0, SEEK_CUR);
  size_ = static_cast<std::size_t>(status.st_size);
}

void InputFile::rewind() {
  if (lseek(fd_, start_, SEEK_SET) == -1) throw system_error(name_, errno, Fault::io);
}

InputFile::~InputFile() {
  if (fd_ > STDERR_FILENO) close(fd_);
}

std::size_t InputFile::read(char* to, std::size_t size) {
  if (waiting_.before) waiting_.before();
  for (;;) {
    const Wait wait = wait_readable(fd_);
    if (wait == Wait::stop) return 0;
    if (wait == Wait::idle) {
      if (waiting_.every_second) waiting_.every_second();
      continue;
    }
    const ssize_t got = ::read(fd_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno == EINTR || errno == EAGAIN) continue;  // EAGAIN: a parent left the pipe non-blocking
    throw system_error(name_, errno, errno == EISDIR ? Fault::no_input : Fault::io);
  }
}

bool InputFile::cut_short() const { return stop_requested(); }

bool stdin_brings_input() {
  struct stat status {};
  if (fstat(STDIN_FILENO, &status) != 0) return false;
  if (S_ISREG(status.st_mode)) return true;
  if (!S_ISFIFO(status.st_mode) && !S_ISSOCK(status.st_mode)) return false;
  while (wait_readable(STDIN_FILENO) == Wait::idle) {
  }
  char byte = 0;
  if (S_ISSOCK(status.st_mode)) return recv(STDIN_FILENO, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
  pollfd pipe{STDIN_FILENO, POLLIN, 0};
  return poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLIN) != 0;
}

std::string credential(const std::string& file) {
  const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
  if (folder == nullptr || *folder == '\0' || file.find('/') != std::string::npos) return file;
  const std::string path = std::string(folder) + "/" + file;
  return access(path.c_str(), F_OK) == 0 ? path : file;
}

std::string read_file(const std::string& path) {
  InputFile file(path);
  constexpr std::size_t block = std::size_t{64} << 10;
  // Of a file on disk no byte is moved: one more than it has finds its end.
  std::string text(file.size() > 0 ? file.size() + 1 : block, '\0');
  std::size_t size = 0;
  while (const std::size_t got = file.read(text.data() + size, text.size() - size)) {
    size += got;
    if (size == text.size()) text.resize(size + block);
  }
  text.resize(size);
  return text;
}

}  // namespace pos::cli
