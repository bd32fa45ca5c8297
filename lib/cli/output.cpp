// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/error.hpp"

namespace pos::cli {
namespace {

std::string name_of(const std::string& path) { return path == "-" ? "standard output" : path; }

}  // namespace

Output::Output(std::string path, Place place) : path_(std::move(path)) {
  struct stat there {};
  if (path_ == "-") return;
  if (stat(path_.c_str(), &there) == 0 && !S_ISREG(there.st_mode)) {
    there_ = file::Descriptor(file::open_file(path_, O_WRONLY | O_CLOEXEC));  // a pipe or device cannot be replaced
  } else if (place == Place::there) {
    there_ = file::Descriptor(file::open_file(path_, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  } else {
    beside_.emplace(path_);
  }
  if (!beside_ && !there_.is_open()) throw system_error(path_, errno, Fault::cannot_create);
}

int Output::fd() const { return beside_ ? beside_->fd() : there_.is_open() ? there_.get() : STDOUT_FILENO; }

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

void Output::flush() {
  if (!file::write_all(fd(), buffer_)) throw system_error(name_of(path_), errno, Fault::io);
  buffer_.clear();
}

void Output::sync() {
  flush();
  // (One that is closed has had nothing to write so far.)
  if (!file::sync_file(fd()) && errno != EBADF) throw system_error(name_of(path_), errno, Fault::io);
}

void Output::close() {
  flush();
  if (!there_.close()) throw system_error(path_, errno, Fault::io);
  if (beside_) static_cast<void>(beside_->take_place(file::NewFile::Place::any));
  beside_.reset();
}

}  // namespace pos::cli
