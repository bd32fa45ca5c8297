// SPDX-License-Identifier: MIT
#include "history/open.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "history/schema.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

TEST_CASE("open: what is left of another database is not taken for the new one's") {
  for (const char* end : {"-wal", "-journal"}) {
    CAPTURE(end);
    const TemporaryFolder folder;
    const std::string path = folder.file("pos.db");
    std::ofstream(path + end) << "of another";
    CHECK_THROWS_WITH(Store(path, {"abc", "m"}), doctest::Contains("is left of another database of that name"));
    CHECK_FALSE(std::filesystem::exists(path));
    const std::string other = folder.file("other.db");
    Store store(other, {"abc", "m"});
    CHECK_THROWS_WITH(Reader(other).backup(path), doctest::Contains("is left of another database of that name"));
    CHECK_FALSE(std::filesystem::exists(path));
  }
}

TEST_CASE("open: a new history has its version and its name, and nothing beside it when it is closed") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    const auto db = open(path, Access::write);
    CHECK(db->user_version() == schema_version);
    CHECK(db->integer("PRAGMA application_id") == application_id);
    CHECK(std::filesystem::exists(path + "-wal"));
  }
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  CHECK(open(path, Access::read)->user_version() == schema_version);
}

TEST_CASE("open: a file without a byte is a new history to those who write, and none to those who read") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  { const std::ofstream empty(path); }
  CHECK_THROWS_WITH(open(path, Access::read), doctest::Contains("is empty, no history of pos-tools"));
  CHECK(open(path, Access::write)->user_version() == schema_version);
}

TEST_CASE("open: a damaged version is told, above and below those that are known") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  { Store store(path, {"abc", "m"}); }
  for (const auto& [version, words] : {std::pair("0", "is a damaged history: it has no version"),
                                       std::pair("-1", "is a damaged history: it has no version"),
                                       std::pair("99", "is a history of version 99, made by newer pos-tools")}) {
    Connection(path, Access::write).execute((std::string("PRAGMA user_version = ") + version).c_str());
    CHECK_THROWS_WITH(open(path, Access::read), doctest::Contains(words));
    CHECK_THROWS_WITH(open(path, Access::write), doctest::Contains(words));
  }
}
