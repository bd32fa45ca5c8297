// SPDX-License-Identifier: MIT
// Output files, standard output among them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "file/descriptor.hpp"
#include "file/new_file.hpp"

namespace pos::cli {

// Bytes gather in buffer(); flush() writes them out. `-` is standard output.
class Output {
 public:
  // beside: a regular file is a file::NewFile, which takes its place in close().
  // there: the file is emptied and written where it is, for what must not wait for the end.
  enum class Place { beside, there };

  // Errors: pos::Error(Fault::cannot_create).
  explicit Output(std::string path, Place place = Place::beside);
  ~Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  [[nodiscard]] std::string& buffer() { return buffer_; }
  void flush_if_full() {
    if (buffer_.size() >= full) flush();
  }
  // Errors: pos::Error(Fault::io), a full disk for one.
  void flush();
  // What was written lasts beyond a power cut, where it is in a file.
  void sync();
  void close();

 private:
  static constexpr std::size_t full = std::size_t{64} << 10;

  [[nodiscard]] int fd() const;

  std::string path_;
  std::string buffer_;
  std::optional<file::NewFile> beside_;  // none: written in place,
  file::Descriptor there_;               // here, or to standard output
};

// Refuses to write over what is read, or twice to one place: files are the same when they are the
// same on disk, whatever their names. Empty names and `-` are no files.
// Errors: pos::Error(Fault::usage).
void refuse_overlap(const std::vector<std::string>& written, const std::vector<std::string>& read);

}  // namespace pos::cli
