// SPDX-License-Identifier: MIT
// Delivery into a Maildir.
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "base/text.hpp"
#include "file/descriptor.hpp"
#include "notify/channel.hpp"

namespace pos::notify {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int error) {
  throw system_error(printable(path), error, error == EACCES || error == EPERM ? Fault::permission : Fault::io);
}

void make_folder(const fs::path& folder) {
  // Mail is its owner's alone. A folder that is there stays as it is.
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, errno);
}

class Maildir final : public Channel {
 public:
  Maildir(std::string folder, const std::string& host, Trace trace)
      : folder_(std::move(folder)), host_(safe_host(host)), trace_(std::move(trace)) {}

  Delivery deliver(const std::string& payload, const std::string& /*recipient*/) override {
    try {
      store(payload);
      return {};
    } catch (const Error& error) {
      return {Delivery::Outcome::retry_later, error.fault(), error.what(), {}};
    }
  }

 private:
  // `/` and `:` have a meaning in names of a Maildir; its page says how to write them.
  static std::string safe_host(const std::string& host) {
    std::string out;
    for (const char c : printable(host, 100)) {
      if (c == '/') {
        out += "\\057";
      } else if (c == ':') {
        out += "\\072";
      } else {
        out += c;
      }
    }
    return out.empty() ? "localhost" : out;
  }

  void store(const std::string& payload) {
    make_folder(folder_);
    for (const char* part : {"tmp", "new", "cur"}) make_folder(folder_ / part);
    // Our process has the number of this folder's files to itself.
    static std::atomic<unsigned> counter{0};
    const std::string ours = fmt::format("P{}Q{}.{}", getpid(), counter++, host_);

    const fs::path unnamed = folder_ / "tmp" / ours;
    unlink(unnamed.c_str());  // of a process long gone that had our number
    fs::path named;
    try {
      named = write_new(unnamed, payload, ours);
      if (rename(unnamed.c_str(), named.c_str()) != 0) fail(named, errno);
    } catch (...) {
      unlink(unnamed.c_str());  // the next try makes another
      throw;
    }
    const file::Descriptor folder(file::open_file(folder_ / "new", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || !folder.sync()) fail(folder_ / "new", errno);  // the name must last, too
    if (trace_) trace_("* stored as " + printable(named.string(), 500));
  }

  // Returns the name that it shall have. (Its time is the file system's: this library has no clock of its own.)
  [[nodiscard]] fs::path write_new(const fs::path& unnamed, const std::string& payload, const std::string& ours) const {
    const file::Descriptor file(file::open_file(unnamed, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    struct stat status {};
    if (!file.is_open() || fstat(file.get(), &status) != 0) fail(unnamed, errno);
    if (!file::write_all(file.get(), without_cr(payload)) || !file.sync()) fail(unnamed, errno);
    return folder_ / "new" / fmt::format("{}.M{:06}{}", status.st_mtim.tv_sec, status.st_mtim.tv_nsec / 1000, ours);
  }

  static std::string without_cr(std::string text) {
    std::erase(text, '\r');
    return text;
  }

  fs::path folder_;
  std::string host_;
  Trace trace_;
};

}  // namespace

std::unique_ptr<Channel> make_maildir(std::string folder, const std::string& host, Trace trace) {
  return std::make_unique<Maildir>(std::move(folder), host, std::move(trace));
}

}  // namespace pos::notify
