// SPDX-License-Identifier: MIT
// Input files, standard input among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "read/byte_source.hpp"

namespace pos::cli {

// What messages call a file: itself, or `stdin` for `-`.
[[nodiscard]] std::string display_name(const std::string& path);

// What a tool does while it waits for input; either may be empty.
struct WhileWaiting {
  std::function<void()> before;        // before each read, which may block: output that is due goes out
  std::function<void()> every_second;  // for as long as nothing comes
};

// A file, pipe or device; `-` is standard input. SIGINT, SIGTERM and SIGHUP end the input.
class InputFile final : public read::ByteSource {
 public:
  // Errors: pos::Error(Fault::no_input).
  explicit InputFile(const std::string& path, WhileWaiting waiting = {});
  ~InputFile() override;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  std::size_t read(char* to, std::size_t size) override;
  [[nodiscard]] bool cut_short() const override;

  // A file on disk, which can be read again from where it was opened; no pipe, no device.
  [[nodiscard]] bool can_rewind() const { return start_ >= 0; }
  // Errors: pos::Error(Fault::io).
  void rewind();
  // In bytes, when it was opened; 0: a pipe, a device, or a file that does not say.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::string name_;
  WhileWaiting waiting_;
  int fd_ = -1;
  std::int64_t start_ = -1;
  std::size_t size_ = 0;
};

// Standard input is a file, or a pipe (or a socket) that somebody has written to: waits until that is known. False: a
// terminal, a device, or a pipe that was closed empty, as cron has it.
[[nodiscard]] bool stdin_brings_input();

// Where a secret file is: a bare name is looked up in $CREDENTIALS_DIRECTORY first, where systemd puts what
// LoadCredential= names.
[[nodiscard]] std::string credential(const std::string& file);

// The whole file. Errors: pos::Error(Fault::no_input), Fault::io.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace pos::cli
