// SPDX-License-Identifier: MIT
// Output files, standard output among them.
#pragma once

#include <string>

namespace pos::cli {

// Bytes gather in buffer(); flush() writes them out. `-` is standard output.
class Output {
 public:
  // beside: a regular file is written under a temporary name and takes its place in close(), so
  // that nobody ever sees half of it; without close() (an error) the temporary file is removed.
  // there: the file is emptied and written where it is, for what must not wait for the end.
  enum class Place { beside, there };

  // Errors: pos::Error(Fault::cannot_create).
  explicit Output(std::string path, Place place = Place::beside);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::string& buffer() { return buffer_; }
  void flush_if_full() {
    if (buffer_.size() >= full) flush();
  }
  // Errors: pos::Error(Fault::io), a full disk for one.
  void flush();
  void close();

 private:
  static constexpr std::size_t full = std::size_t{64} << 10;

  void open_beside();

  std::string path_;
  std::string temporary_;  // empty: written in place
  std::string buffer_;
  int fd_ = -1;
};

}  // namespace pos::cli
