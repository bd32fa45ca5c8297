// SPDX-License-Identifier: MIT
// The write-ahead log's way into the database file, beside those who write.
#pragma once

#include <chrono>
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
// A log begins anew only where all of it is in the database and nobody reads in it. While commits follow each other
// without a pause, or readers do, that never comes of itself. So from 16 MiB on writers are held off for a moment: for
// what is left of the log, and until those who read have come to an end, half a second at first. Where that does not
// do, twice as long, up to four seconds, and twice as long again lies between. A reader who takes longer still has the
// log grow until it ends: SQLite keeps for it what it may yet read.
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
  using Clock = std::chrono::steady_clock;

  static int committed(void* self, sqlite3*, const char*, int pages);
  void ask(int pages);
  void work();
  void begin_anew();

  Connection& writer_;
  Connection own_;
  int asked_at_ = 0;  // pages
  std::mutex mutex_;
  std::condition_variable news_;
  int asked_ = 0;  // pages of the log; 0: nothing is wanted
  bool stop_ = false;
  std::chrono::milliseconds wait_;  // of the thread alone, as what follows
  Clock::time_point begin_anew_at_{};
  std::thread thread_;
};

}  // namespace pos::sqlite
