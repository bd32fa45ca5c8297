// SPDX-License-Identifier: MIT
#include "history/stream_lock.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <optional>
#include <thread>
#include <vector>

#include "unit/history/temporary_folder.hpp"

using pos::history::StreamLock;

TEST_CASE("stream lock: one at a time for each model, and the file goes with the last") {
  const TemporaryFolder folder;
  const std::string history = folder.file("pos.db");
  std::optional<StreamLock> first(std::in_place, history, 1);
  std::optional<StreamLock> other_model(std::in_place, history, 2);
  StreamLock second(history, 1);
  CHECK(first->try_lock());
  CHECK(other_model->try_lock());
  CHECK_FALSE(second.try_lock());
  first.reset();
  CHECK(second.try_lock());
  CHECK(std::filesystem::exists(history + "-lock"));
}

TEST_CASE("stream lock: two never hold it, though the file comes and goes") {
  const TemporaryFolder folder;
  const std::string history = folder.file("pos.db");
  std::atomic<int> holders = 0;
  std::atomic<int> most = 0;
  std::vector<std::thread> programs;
  for (int i = 0; i < 4; ++i) {
    programs.emplace_back([&] {
      for (int turn = 0; turn < 200;) {
        StreamLock lock(history, 1);
        if (!lock.try_lock()) continue;
        const int now = ++holders;
        if (now > most) most = now;
        --holders;
        ++turn;
      }
    });
  }
  for (std::thread& program : programs) program.join();
  CHECK(most == 1);
  CHECK_FALSE(std::filesystem::exists(history + "-lock"));
}

TEST_CASE("stream lock: who ends does not remove a file that took the place of its own") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    StreamLock lock(path, 1);
    REQUIRE(lock.try_lock());
    std::filesystem::remove(path + "-lock");
    const std::ofstream another(path + "-lock");
  }
  CHECK(std::filesystem::exists(path + "-lock"));
}
