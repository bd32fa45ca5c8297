// SPDX-License-Identifier: MIT
#include "serve/worker.hpp"

#include <chrono>
#include <new>
#include <utility>

namespace pos::serve {

Worker::Worker(Post post) : post_(std::move(post)), thread_([this] { work(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  news_.notify_one();
  thread_.join();
}

void Worker::give(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  news_.notify_one();
}

std::size_t Worker::waiting() {
  const std::lock_guard lock(mutex_);
  return tasks_.size();
}

void Worker::hand_over(const std::function<void()>& done) {
  for (;;) {
    try {
      return post_(done);
    } catch (const std::bad_alloc&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }
}

void Worker::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    news_.wait(lock, [this] { return ends_ || !tasks_.empty(); });
    if (ends_) return;
    const std::function<void()> task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
  }
}

}  // namespace pos::serve
