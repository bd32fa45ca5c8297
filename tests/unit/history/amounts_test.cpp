// SPDX-License-Identifier: MIT
// Amounts of rows on their way into the history and back.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "history/prune.hpp"
#include "unit/history/fed_store.hpp"
#include "unit/history/temporary_folder.hpp"

using namespace pos;
using namespace pos::history;

namespace {

NewRow paid(int minute, std::optional<Hundredths> amount, std::int64_t count = 10, std::string_view status = "approved") {
  NewRow row{ten_o_clock + minute * 60, status, count, static_cast<std::uint64_t>(minute)};
  row.amount = amount;
  return row;
}

}  // namespace

TEST_CASE("amounts: rows have what they were stored with, and those without have none") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  for (int i = 0; i < 20; ++i) store.add(paid(i, i % 2 == 0 ? std::optional(Hundredths{i * 100 - 50}) : std::nullopt), approve());
  store.commit("state");
  const auto records = records_of(path);
  REQUIRE(records.size() == 20);
  CHECK(records[0].amount == -50);
  CHECK(records[1].amount == std::nullopt);
  CHECK(records[18].amount == 1750);
  CHECK(Reader(path).has_amounts());
  store.begin_file("a.csv");
  const StoredRow* again = store.find(ten_o_clock + 120, 2);
  REQUIRE(again != nullptr);
  CHECK(again->record.amount == 150);
}

TEST_CASE("amounts: a history without any is read as before") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  feed(store, ten_minutes());
  Reader reader(path);
  CHECK_FALSE(reader.has_amounts());
  CHECK(reader.amounts_before(ten_o_clock + 3600, "approved").minutes.empty());
  CHECK_FALSE(records_of(path).front().amount);
}

TEST_CASE("amounts: summed by step and status, not known where a row that counts lacks its own") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add(paid(0, 1050), approve());
  store.add(paid(1, 225), approve());
  store.add(paid(1, std::nullopt, 0), approve());  // of nothing nothing lacks
  store.add(paid(2, 300, 1, "denied"), approve());
  store.add(paid(60, 100), approve());
  store.add(paid(61, std::nullopt), approve());
  store.commit("state");
  std::string text;
  Reader(path).amounts({ten_o_clock, ten_o_clock + 7200}, 3600, [&](const Reader::Count& sum) {
    text += fmt::format("{} {} {}; ", sum.begin - ten_o_clock, sum.status, sum.count);
  });
  CHECK(text == "0 approved 12.75; 0 denied 3; 3600 approved nan; ");
}

TEST_CASE("amounts: the newest 60 minutes before a time, of one status, without alerts") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  for (int i = 0; i < 100; ++i) store.add(paid(i, 1000 + i), approve());
  store.add(paid(99, 1'000'000, 10, "denied"), approve());
  store.add(paid(99, 1'000'000), alert());
  store.add(paid(99, std::nullopt), approve());
  store.add(paid(99, 5, 1), approve());
  store.commit("state");
  const incident::Amounts amounts = Reader(path).amounts_before(ten_o_clock + 100 * 60, "approved");
  CHECK(amounts.status == "approved");
  REQUIRE(amounts.minutes.size() == 60);
  CHECK(amounts.minutes.front() == incident::AmountOfMinute{ten_o_clock + 40 * 60, 10, 1040});
  CHECK(amounts.minutes.back() == incident::AmountOfMinute{ten_o_clock + 99 * 60, 11, 1104});
  CHECK(Reader(path).amounts_before(ten_o_clock, "approved").minutes.empty());
}
