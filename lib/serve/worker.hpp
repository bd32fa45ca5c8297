// SPDX-License-Identifier: MIT
// A thread of its own for what the server's thread must not wait for.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "serve/http.hpp"

namespace pos::serve {

class Worker {
 public:
  // `post` runs what it gets on the server's thread.
  explicit Worker(Post post);
  // Waits for the task that is under way; those behind it are never run.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Runs it here, behind those that were given before. It may not throw.
  void give(std::function<void()> task);
  // Tasks that have not begun.
  [[nodiscard]] std::size_t waiting();
  // True once it ends: a long task looks at it now and then.
  [[nodiscard]] const std::atomic<bool>& ends() const { return ends_; }

  // For a task: `done` runs on the server's thread. Somebody waits for it, so it is tried until there is memory for that.
  void hand_over(const std::function<void()>& done);

 private:
  void work();

  Post post_;
  std::mutex mutex_;  // of the tasks
  std::condition_variable news_;
  std::deque<std::function<void()>> tasks_;
  std::atomic<bool> ends_ = false;
  std::thread thread_;
};

}  // namespace pos::serve
