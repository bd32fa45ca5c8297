// SPDX-License-Identifier: MIT
// Output files, standard output among them.
#pragma once

#include <string>
#include <vector>

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

// Refuses to write over what is read, or twice to one place: files are the same when they are the
// same on disk, whatever their names. Empty names and `-` are no files.
// Errors: pos::Error(Fault::usage).
void refuse_overlap(const std::vector<std::string>& written, const std::vector<std::string>& read);

}  // namespace pos::cli
