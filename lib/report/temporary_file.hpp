// SPDX-License-Identifier: MIT
// What memory should not hold, on disk for as long as the program runs.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "file/descriptor.hpp"

namespace pos::report {

// A file without a name, made when something is first written. Errors: pos::Error(Fault::io).
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string folder) : folder_(std::move(folder)) {}

  void write(std::int64_t place, std::string_view bytes);
  // All of `to`, which must have been written.
  void read(std::int64_t place, std::span<char> to) const;

 private:
  void open();
  [[noreturn]] void fail() const;

  std::string folder_;
  file::Descriptor file_;
};

}  // namespace pos::report
