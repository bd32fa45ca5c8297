// SPDX-License-Identifier: MIT
// What memory should not hold, on disk for as long as the program runs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pos::report {

// A file without a name, made when something is first written. Errors: pos::Error(Fault::io).
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string folder) : folder_(std::move(folder)) {}
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::int64_t place, std::string_view bytes);
  // All of `to`, which must have been written.
  void read(std::int64_t place, std::span<char> to) const;

 private:
  void open();
  [[noreturn]] void fail() const;

  std::string folder_;
  int fd_ = -1;
};

}  // namespace pos::report
