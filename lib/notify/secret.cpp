// SPDX-License-Identifier: MIT
#include "notify/secret.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "file/descriptor.hpp"
#include "notify/child.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_bytes = 65'536;

void drop_line_end(std::string& text) {
  if (text.ends_with('\n')) text.pop_back();
  if (text.ends_with('\r')) text.pop_back();
}

Fault fault_of(int error) {
  if (error == EACCES || error == EPERM) return Fault::permission;
  return error == ENOENT || error == ENOTDIR ? Fault::no_input : Fault::io;
}

class SecretFile {
 public:
  explicit SecretFile(const std::string& path) : path_(path), file_(file::open_file(path, O_RDONLY | O_CLOEXEC)) {
    if (!file_.is_open()) fail();
  }

  // Asked of the open file, so that nobody can put another in its place between.
  void require_private() const {
    struct stat status {};
    if (fstat(file_.get(), &status) != 0) fail();
    if (!S_ISREG(status.st_mode)) return;  // a pipe of the shell's <( ) is nobody else's
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
      throw Error(Fault::permission, fmt::format("{}: others can read this secret (mode {:04o}): chmod 600 it",
                                                 printable(path_), status.st_mode & 07777U));
    if (status.st_uid != 0 && status.st_uid != geteuid())
      throw Error(Fault::permission,
                  fmt::format("{}: this secret is another user's, who can change it (uid {}, not {}): chown it to {}",
                              printable(path_), status.st_uid, geteuid(), geteuid()));
  }

  [[nodiscard]] std::string content() const {
    std::string text;
    char block[4096];
    while (text.size() <= max_bytes) {
      const ssize_t size = read(file_.get(), block, sizeof block);
      if (size == 0) break;
      if (size > 0) text.append(block, static_cast<std::size_t>(size));
      if (size < 0 && errno != EINTR) fail();
    }
    return text;
  }

 private:
  [[noreturn]] void fail() const { throw system_error(printable(path_), errno, fault_of(errno)); }

  std::string path_;
  file::Descriptor file_;
};

struct CommandOf {
  const char* what;
  Fault failed;  // its fault when it ends with a status other than 0

  // The command is not shown: what is secret in it is not for us to know.
  [[noreturn]] void fail(Fault fault, const std::string& reason) const {
    throw Error(fault, fmt::format("{}: {}", what, reason));
  }
};

std::string first_line(const std::string& command, const CommandOf& of, std::chrono::milliseconds timeout,
                       const Stopped& stopped) {
  const ChildResult result = run_shell(command, "", ChildOutput::captured, timeout, stopped);
  if (result.overflowed) of.fail(Fault::config, "too much output for a secret");
  if (result.timed_out || result.interrupted) of.fail(Fault::temporary, result.text());
  if (!result.exited(0)) of.fail(of.failed, result.text());
  std::string secret = result.output.substr(0, result.output.find('\n'));
  drop_line_end(secret);
  if (secret.empty()) of.fail(Fault::config, "it printed nothing");
  return secret;
}

// b64token of RFC 6750, 2.1.
bool is_bearer_token(std::string_view token) {
  const auto end = std::min(token.find('='), token.size());
  const auto is_one = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           std::string_view("-._~+/").find(c) != std::string_view::npos;
  };
  return end > 0 && std::all_of(token.begin(), token.begin() + static_cast<std::ptrdiff_t>(end), is_one) &&
         token.find_first_not_of('=', end) == std::string_view::npos;
}

}  // namespace

std::string read_secret_lines(const std::string& path) {
  const SecretFile file(path);
  file.require_private();
  std::string text = file.content();
  if (text.size() > max_bytes) throw Error(Fault::config, printable(path) + ": too long for a secret");
  return text;
}

std::string read_secret_file(const std::string& path) {
  std::string secret = read_secret_lines(path);
  const auto refuse = [&](const char* what) { throw Error(Fault::config, printable(path) + ": " + what); };
  drop_line_end(secret);
  if (secret.empty()) refuse("it is empty");
  if (secret.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) refuse("more than one line");
  return secret;
}

std::string read_secret_command(const std::string& command, std::chrono::milliseconds timeout, const Stopped& stopped) {
  return first_line(command, {"the password command", Fault::config}, timeout, stopped);
}

std::string read_token_command(const std::string& command, std::chrono::milliseconds timeout, const Stopped& stopped) {
  const CommandOf of_token{"the token command", Fault::unavailable};
  std::string token = first_line(command, of_token, timeout, stopped);
  if (!is_bearer_token(token)) of_token.fail(Fault::config, "what it printed is no access token (one word, and no JSON)");
  return token;
}

}  // namespace pos::notify
