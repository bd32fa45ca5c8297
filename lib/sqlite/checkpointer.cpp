// SPDX-License-Identifier: MIT
#include "sqlite/checkpointer.hpp"

#include <sqlite3.h>

namespace pos::sqlite {
namespace {

constexpr int pages_between = 1000;
// While commits follow each other without a pause the thread never gets to the log's end, and only there it begins
// anew. Then a commit does the rest, which is short.
constexpr int most_pages = 16'000;

}  // namespace

Checkpointer::Checkpointer(Connection& writer) : writer_(writer), own_(writer.path(), Access::write) {
  static_cast<void>(own_.integer("PRAGMA user_version"));  // only one who has read it knows that there is a log
  thread_ = std::thread([this] { work(); });
  sqlite3_wal_hook(writer_.handle(), committed, this);  // in place of SQLite's own, which checkpoints
}

Checkpointer::~Checkpointer() {
  sqlite3_wal_autocheckpoint(writer_.handle(), pages_between);
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  news_.notify_one();
  thread_.join();
}

int Checkpointer::committed(void* self, sqlite3* writer, const char* schema, int pages) {
  auto& checkpointer = *static_cast<Checkpointer*>(self);
  int& asked_at = checkpointer.asked_at_;
  if (pages < asked_at) asked_at = 0;  // the log has begun anew
  if (pages < asked_at + pages_between) return SQLITE_OK;
  asked_at = pages;
  if (pages < most_pages) {
    checkpointer.ask();
  } else {
    sqlite3_wal_checkpoint_v2(writer, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  }
  return SQLITE_OK;
}

void Checkpointer::ask() {
  {
    const std::lock_guard lock(mutex_);
    asked_ = true;
  }
  news_.notify_one();
}

void Checkpointer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    news_.wait(lock, [this] { return asked_ || stop_; });
    if (stop_) return;
    asked_ = false;
    lock.unlock();
    sqlite3_wal_checkpoint_v2(own_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    lock.lock();
  }
}

}  // namespace pos::sqlite
