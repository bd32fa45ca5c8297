// SPDX-License-Identifier: MIT
#include "dispatch/heartbeat.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "unit/history/temporary_folder.hpp"

using pos::dispatch::Heartbeat;

TEST_CASE("heartbeat: a beat a minute is enough, and the last one is always given") {
  const TemporaryFolder folder;
  const std::string file = folder.file("beat");
  Heartbeat heart(file, {}, std::chrono::seconds(1));
  CHECK(heart.beat().empty());
  REQUIRE(std::filesystem::remove(file));
  CHECK(heart.beat().empty());
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(heart.last_beat().empty());
  CHECK(std::filesystem::exists(file));
}

TEST_CASE("heartbeat: what goes wrong is returned, with the file") {
  const TemporaryFolder folder;
  CHECK(Heartbeat(folder.file("no/beat"), {}, std::chrono::seconds(1)).beat() ==
        folder.file("no/beat") + ": No such file or directory");
  CHECK(Heartbeat({}, {}, std::chrono::seconds(1)).last_beat().empty());  // nobody wants one
}
