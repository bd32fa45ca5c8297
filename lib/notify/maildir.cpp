// SPDX-License-Identifier: MIT
// Delivery into a Maildir.
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/text.hpp"
#include "notify/channel.hpp"

namespace pos::notify {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path, int error) {
  const bool is_short_of = error == EMFILE || error == ENFILE || error == ENOMEM;
  const bool is_refused = error == EACCES || error == EPERM;
  throw Error(is_short_of  ? Fault::temporary
              : is_refused ? Fault::permission
                           : Fault::io,
              printable(path) + ": " + std::strerror(error));
}

void make_folder(const fs::path& folder) {
  // Mail is its owner's alone. A folder that is there stays as it is.
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail(folder, errno);
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags) : path_(path), descriptor_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail(path_, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(descriptor_); }

  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t size = write(descriptor_, bytes.data(), bytes.size());
      if (size < 0 && errno != EINTR) fail(path_, errno);
      if (size > 0) bytes.remove_prefix(static_cast<std::size_t>(size));
    }
  }
  void sync() const {
    if (fsync(descriptor_) != 0 && errno != EINVAL) fail(path_, errno);
  }
  // The file system's clock: a name needs the time, and this library has no clock of its own.
  [[nodiscard]] timespec modified() const {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) fail(path_, errno);
    return status.st_mtim;
  }

 private:
  fs::path path_;
  int descriptor_;
};

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
    std::string name;
    {
      const Descriptor file(unnamed, O_WRONLY | O_CREAT | O_EXCL);
      const timespec now = file.modified();
      name = fmt::format("{}.M{}{}", now.tv_sec, now.tv_nsec / 1000, ours);
      file.write_all(without_cr(payload));
      file.sync();
    }
    const fs::path named = folder_ / "new" / name;
    if (rename(unnamed.c_str(), named.c_str()) != 0) fail(named, errno);
    Descriptor(folder_ / "new", O_RDONLY | O_DIRECTORY).sync();  // the name must last, too
    if (trace_) trace_("* stored as " + printable(named.string(), 500));
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
