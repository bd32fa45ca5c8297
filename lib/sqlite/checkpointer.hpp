// SPDX-License-Identifier: MIT
// The write-ahead log's way into the database file, beside those who write.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "sqlite/connection.hpp"

namespace pos::sqlite {

// A checkpoint waits for the disk, and the commit that finds the log long (SQLite: 1000 pages) waits for it: 5 ms, or
// 200 where others use the disk. With this a thread does it, and commits go on meanwhile.
//
// Errors   Of the thread none: what it cannot do now is done later, at the latest when the database is closed.
// Source   https://sqlite.org/wal.html, section 3.2
class Checkpointer {
 public:
  // For the commits of `writer`, which must outlive it.
  explicit Checkpointer(Connection& writer);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

 private:
  static int committed(void* self, sqlite3* writer, const char* schema, int pages);
  void ask();
  void work();

  Connection& writer_;
  Connection own_;
  int asked_at_ = 0;  // pages
  std::mutex mutex_;
  std::condition_variable news_;
  bool asked_ = false, stop_ = false;
  std::thread thread_;
};

}  // namespace pos::sqlite
