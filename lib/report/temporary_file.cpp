// SPDX-License-Identifier: MIT
#include "report/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "base/error.hpp"

namespace pos::report {

void TemporaryFile::fail() const {
  const Error error = system_error("temporary file in " + folder_, errno, Fault::io);
  throw Error(error.fault(), error.what() + std::string(" (TMPDIR names another folder)"));
}

void TemporaryFile::open() {
  std::string name = folder_ + "/pos-XXXXXX";
  file_ = file::Descriptor(mkostemp(name.data(), O_CLOEXEC));
  if (!file_.is_open()) fail();
  unlink(name.c_str());
}

void TemporaryFile::write(std::int64_t place, std::string_view bytes) {
  if (!file_.is_open()) open();
  while (!bytes.empty()) {
    const ssize_t got = pwrite(file_.get(), bytes.data(), bytes.size(), place);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail();
    bytes.remove_prefix(static_cast<std::size_t>(got));
    place += got;
  }
}

void TemporaryFile::read(std::int64_t place, std::span<char> to) const {
  while (!to.empty()) {
    const ssize_t got = pread(file_.get(), to.data(), to.size(), place);
    if (got < 0 && errno == EINTR) continue;
    if (got == 0) errno = EIO;
    if (got <= 0) fail();
    to = to.subspan(static_cast<std::size_t>(got));
    place += got;
  }
}

}  // namespace pos::report
