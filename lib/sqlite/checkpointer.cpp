// SPDX-License-Identifier: MIT
#include "sqlite/checkpointer.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace pos::sqlite {
namespace {

constexpr int pages_between = 1000;
constexpr int most_pages = 4000;
constexpr std::chrono::milliseconds shortest_wait(500), longest_wait(4000);
constexpr int pause_of_waits = 2;

}  // namespace

Checkpointer::Checkpointer(Connection& writer)
    : writer_(writer), own_(writer.path(), Access::write), wait_(shortest_wait) {
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

int Checkpointer::committed(void* self, sqlite3*, const char*, int pages) {
  auto& checkpointer = *static_cast<Checkpointer*>(self);
  int& asked_at = checkpointer.asked_at_;
  if (pages < asked_at) asked_at = 0;  // the log has begun anew
  if (pages < asked_at + pages_between) return SQLITE_OK;
  asked_at = pages;
  checkpointer.ask(pages);
  return SQLITE_OK;
}

void Checkpointer::ask(int pages) {
  {
    const std::lock_guard lock(mutex_);
    asked_ = pages;
  }
  news_.notify_one();
}

void Checkpointer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    news_.wait(lock, [this] { return asked_ > 0 || stop_; });
    if (stop_) return;
    const int pages = std::exchange(asked_, 0);
    lock.unlock();
    sqlite3_wal_checkpoint_v2(own_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (pages >= most_pages && Clock::now() >= begin_anew_at_) begin_anew();
    lock.lock();
  }
}

// Most of the log is in the database already, so that writers do not wait for the disk here.
void Checkpointer::begin_anew() {
  own_.set_patience(wait_);
  const int code = sqlite3_wal_checkpoint_v2(own_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  own_.set_patience(shortest_wait);
  if (code == SQLITE_OK) {
    wait_ = shortest_wait;
  } else {
    begin_anew_at_ = Clock::now() + pause_of_waits * wait_;
    wait_ = std::min(2 * wait_, longest_wait);
  }
}

}  // namespace pos::sqlite
