// SPDX-License-Identifier: MIT
// Input files, standard input among them.
#pragma once

#include <functional>
#include <string>

#include "read/byte_source.hpp"

namespace pos::cli {

// What messages call a file: itself, or `stdin` for `-`.
[[nodiscard]] std::string display_name(const std::string& path);

// A file, pipe or device; `-` is standard input. `before_wait` is called before each read, which may
// block: output that is due goes out there. SIGINT and SIGTERM end the input.
class InputFile final : public read::ByteSource {
 public:
  // Errors: pos::Error(Fault::no_input).
  InputFile(const std::string& path, std::function<void()> before_wait);
  ~InputFile() override;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  std::size_t read(char* to, std::size_t size) override;

 private:
  std::string name_;
  std::function<void()> before_wait_;
  int fd_ = -1;
};

// The whole file. Errors: pos::Error(Fault::no_input), Fault::io.
[[nodiscard]] std::string read_file(const std::string& path);

}  // namespace pos::cli
