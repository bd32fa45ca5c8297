// SPDX-License-Identifier: MIT
// One program at a time for each stream of a history.
#pragma once

#include <cstdint>
#include <string>

namespace pos::history {

// Two programs that take a stream on, each its own way, would leave a state that is neither's, with two models no less
// than with one. So one holds this lock while it runs; it ends with the program, however that ends.
//
// Kept on a file beside the history, whose name ends with -lock, and which goes with the last holder.
class StreamLock {
 public:
  // `stream`: its number in the history.
  StreamLock(const std::string& history, std::int64_t stream);
  ~StreamLock();
  StreamLock(const StreamLock&) = delete;
  StreamLock& operator=(const StreamLock&) = delete;

  // False: another program holds it. Errors: pos::Error(Fault::cannot_create).
  [[nodiscard]] bool try_lock();

 private:
  [[nodiscard]] bool is_in_place() const;
  void close();

  std::string path_;
  std::int64_t stream_;
  int fd_ = -1;
  bool held_ = false;
};

}  // namespace pos::history
