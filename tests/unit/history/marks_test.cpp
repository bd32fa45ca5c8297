// SPDX-License-Identifier: MIT
#include "history/marks.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "history/prune.hpp"
#include "history/reader.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/history/version_1.hpp"
#include "unit/history/version_2.hpp"
#include "unit/history/version_5.hpp"

using namespace pos;
using namespace pos::history;

TEST_CASE("marks: what is written is read, in that order, with card numbers masked") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  { Store store(path, {"abc", "m"}); }
  CHECK(Reader(path).marks().empty());
  add_mark(path, {600, std::nullopt, "deploy 4.2", "deploy"});
  add_mark(path, {0, 86'400, "card 4111111111111111", ""});
  std::vector<Event> events = {{60, std::nullopt, "of a file", ""}};
  append_marks(path, sqlite::Access::read, events);
  CHECK(events == std::vector<Event>{{60, std::nullopt, "of a file", ""},
                                     {600, std::nullopt, "deploy 4.2", "deploy"},
                                     {0, 86'400, "card 411111******1111", ""}});
  CHECK(Reader(path).marks().size() == 2);
}

TEST_CASE("marks: one is removed by the number that writing it told") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  CHECK_THROWS_AS(remove_mark(path, 1), Error);
  { Store store(path, {"abc", "m"}); }
  const Event first{600, std::nullopt, "deploy 4.2", "deploy"}, second{0, 86'400, "closed", ""};
  const std::int64_t id = add_mark(path, first);
  add_mark(path, second);
  CHECK(remove_mark(path, id) == first);
  CHECK(remove_mark(path, id) == std::nullopt);
  CHECK(Reader(path).marks() == std::vector<Event>{second});
}

TEST_CASE("marks: no history is made, and one that is not there, or of before, has none") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  CHECK_THROWS_AS(add_mark(path, {0, std::nullopt, "x", ""}), Error);
  CHECK_FALSE(std::filesystem::exists(path));
  std::vector<Event> events;
  append_marks(path, sqlite::Access::read, events);
  append_marks("", sqlite::Access::read, events);
  { const std::ofstream empty(path); }
  append_marks(path, sqlite::Access::read, events);
  CHECK_THROWS_AS(add_mark(path, {0, std::nullopt, "x", ""}), Error);
  CHECK_THROWS_AS(remove_mark(path, 1), Error);
  CHECK(std::filesystem::file_size(path) == 0);
  std::filesystem::remove(path);
  {
    sqlite::Connection raw(path, sqlite::Access::write);
    for (const char* script : {version_1, version_2, version_5}) raw.execute(script);
  }
  append_marks(path, sqlite::Access::read, events);
  CHECK(events.empty());
  CHECK(Reader(path).marks().empty());
  add_mark(path, {0, std::nullopt, "x", ""});
  CHECK(Reader(path).marks().size() == 1);
}

TEST_CASE("marks: those that are over go with the rows of their time") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  { Store store(path, {"abc", "m"}); }
  add_mark(path, {600, std::nullopt, "a moment", ""});
  add_mark(path, {600, 1200, "over", ""});
  add_mark(path, {600, 90'000, "lasts", ""});
  static_cast<void>(prune(path, 86'400));
  REQUIRE(Reader(path).marks().size() == 1);
  CHECK(Reader(path).marks().front().name == "lasts");
}
