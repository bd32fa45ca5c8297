// SPDX-License-Identifier: MIT
#include "history/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "history/prune.hpp"
#include "history/schema.hpp"
#include "history/store.hpp"
#include "sqlite/connection.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/history/ten_o_clock.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::sqlite;

namespace {

// Rows 0 to n - 1, one a minute.
std::string history_of(const TemporaryFolder& folder, int n) {
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  for (int i = 0; i < n; ++i) {
    store.add({ten_o_clock + i * 60, i % 2 == 0 ? "approved" : "denied", i, static_cast<std::uint64_t>(i)}, {});
  }
  store.commit("state");
  return path;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The error of a call, as `fault: message`.
template <typename Call>
std::string error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return std::to_string(static_cast<int>(error.fault())) + ": " + error.what();
  }
  return "no error";
}

std::vector<std::string> lines_of(Reader& reader, const std::string& sql,
                                  std::chrono::seconds limit = std::chrono::seconds(10)) {
  std::vector<std::string> lines;
  reader.query({sql, limit,
                [&](std::span<const std::string> names) {
                  std::string line;
                  for (const std::string& name : names) line += name + " ";
                  lines.push_back(line);
                },
                [&](std::span<const Value> values) {
                  std::string line;
                  for (const Value& value : values) {
                    if (const auto* number = std::get_if<std::int64_t>(&value)) line += std::to_string(*number) + " ";
                    if (const auto* text = std::get_if<std::string>(&value)) line += *text + " ";
                    if (std::holds_alternative<std::monostate>(value)) line += "null ";
                  }
                  lines.push_back(line);
                }});
  return lines;
}

}  // namespace

TEST_CASE("reader: counts come by step and status, without what was made up") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  {
    Store store(path, {"abc", "pos.model"});
    store.begin_file("a.csv");
    std::uint64_t hash = 0;
    for (const int second : {0, 59, 60, 3600}) {
      store.add({ten_o_clock + second, "approved", 2, ++hash}, {});
      store.add({ten_o_clock + second, "denied", 1, ++hash}, {});
    }
    store.commit("state");
  }
  Reader reader(path);
  const auto counts = [&](const Period& period, LocalSeconds step) {
    std::string text;
    reader.counts(period, step, [&](const Reader::Count& count) {
      text += std::to_string(count.begin - ten_o_clock) + " " + std::string(count.status) + " " +
              std::to_string(static_cast<int>(count.count)) + "; ";
    });
    return text;
  };
  CHECK(counts({ten_o_clock, ten_o_clock + 7200}, 60) ==
        "0 approved 4; 0 denied 2; 60 approved 2; 60 denied 1; 3600 approved 2; 3600 denied 1; ");
  CHECK(counts({ten_o_clock, ten_o_clock + 3600}, 3600) == "0 approved 6; 0 denied 3; ");
  CHECK(counts({0, ten_o_clock}, 3600).empty());
}

TEST_CASE("reader: the rows of a half-open period, by time") {
  const TemporaryFolder folder;
  Reader reader(history_of(folder, 10));
  std::vector<std::int64_t> counts;
  reader.records({ten_o_clock + 120, ten_o_clock + 300}, [&](const Record& record) { counts.push_back(record.count); });
  CHECK(counts == std::vector<std::int64_t>{2, 3, 4});
  const auto span = reader.span();
  REQUIRE(span.has_value());
  CHECK(span->first == ten_o_clock);
  CHECK(span->last == ten_o_clock + 540);
}

TEST_CASE("reader: what is asked at once is answered of the same rows, whoever writes meanwhile") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  Reader reader(path);
  const auto rows = [&reader] {
    int count = 0;
    reader.records({0, ten_o_clock * 2}, [&](const Record&) { ++count; });
    return count;
  };
  reader.at_once([&] {
    CHECK(rows() == 3);
    history_of(folder, 5);  // two more
    CHECK(rows() == 3);
  });
  CHECK(rows() > 3);
}

TEST_CASE("reader: an empty history has no span") {
  const TemporaryFolder folder;
  CHECK_FALSE(Reader(history_of(folder, 0)).span().has_value());
}

TEST_CASE("reader: the views say what the documentation says") {
  const TemporaryFolder folder;
  Reader reader(history_of(folder, 3));
  CHECK(lines_of(reader,
                 "SELECT id, time, status, count, final_decision, reason, model, source FROM transactions "
                 "WHERE count = 1") ==
        std::vector<std::string>{"id time status count final_decision reason model source ",
                                 "2 2026-03-09 10:01:00 denied 1 Approve  pos.model a.csv "});
  CHECK(lines_of(reader,
                 "SELECT minute, status, count, alerts FROM minutes WHERE seconds >= unixepoch('2026-03-09 10:02')") ==
        std::vector<std::string>{"minute status count alerts ", "2026-03-09 10:02 approved 2 0 "});
}

TEST_CASE("reader: a query that does anything but read is refused") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  const std::string before = bytes_of(path);
  Reader reader(path);
  for (const std::string sql :
       {"DELETE FROM scored", "UPDATE scored SET count = 0", "DROP TABLE scored", "CREATE TABLE t (x)",
        "CREATE TEMP TABLE t (x)", "ATTACH '/tmp/x.db' AS x", "PRAGMA user_version = 7", "PRAGMA table_info(scored)",
        "SELECT load_extension('/tmp/x')", "VACUUM INTO '/tmp/x.db'", "BEGIN",
        "INSERT INTO status (name) VALUES ('x')"}) {
    CAPTURE(sql);
    CHECK(error_of([&] { lines_of(reader, sql); }) == "64: --sql: only queries that read are allowed");
  }
  CHECK(error_of([&] { lines_of(reader, "SELECT 1; SELECT 2"); }) == "64: --sql: one query at a time");
  CHECK(error_of([&] { lines_of(reader, " "); }) == "64: --sql: there is no query");
  CHECK(error_of([&] { lines_of(reader, "SELECT x FROM transactions"); }) ==
        "64: --sql: no such column: x (at character 8)");
  CHECK(bytes_of(path) == before);
}

TEST_CASE("reader: a query without end is stopped") {
  const TemporaryFolder folder;
  Reader reader(history_of(folder, 1));
  const std::string endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  CHECK(error_of([&] { lines_of(reader, endless, std::chrono::seconds(1)); }) == "69: the query took longer than 1 s");
  CHECK(lines_of(reader, "SELECT count(*) FROM transactions").back() == "1 ");  // the limit is gone with it
}

TEST_CASE("reader: what is no history is told, and not touched") {
  const TemporaryFolder folder;
  const std::string none = folder.file("none.db");
  CHECK(error_of([&] { Reader reader(none); }) == "66: " + none + ": no such file");

  const std::string text = folder.file("text.db");
  std::ofstream(text) << std::string(5000, 'x');
  CHECK(error_of([&] { Reader reader(text); }) == "65: " + text + ": file is not a database");
  CHECK(error_of([&] { Store store(text, {"a", "m"}); }) == "65: " + text + ": file is not a database");

  const std::string other = folder.file("other.db");
  Connection(other, Access::write).execute("CREATE TABLE invoices (id)");
  const std::string before = bytes_of(other);
  CHECK(error_of([&] {
          Store store(other, {"a", "m"});
        }) == "65: " + other + ": is a database, but no history of pos-tools");
  CHECK(bytes_of(other) == before);
}

TEST_CASE("reader: a history of a newer version is refused without touching a byte") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  const std::string next = std::to_string(schema_version + 1);
  Connection(path, Access::write).execute(("PRAGMA user_version = " + next).c_str());
  const std::string before = bytes_of(path);
  const std::string expected = "65: " + path + ": is a history of version " + next +
                               ", made by newer pos-tools; these know versions up to " + std::to_string(schema_version);
  CHECK(error_of([&] { Reader reader(path); }) == expected);
  CHECK(error_of([&] { Store store(path, {"a", "m"}); }) == expected);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("reader: rows after a row, as many as wanted, in the order they were stored") {
  const TemporaryFolder folder;
  Reader reader(history_of(folder, 10));
  std::vector<std::int64_t> ids;
  reader.rows_after(3, 4, [&](const ReadRow& row) {
    ids.push_back(row.id);
    CHECK(row.record.count == row.id - 1);
    CHECK_FALSE(row.open);
  });
  CHECK(ids == std::vector<std::int64_t>{4, 5, 6, 7});
  reader.rows_after(10, 4, [](const ReadRow&) { FAIL("there is no such row"); });
  CHECK(reader.last_id() == 10);
}

TEST_CASE("reader: rows of a period in the order they were stored, open ones told") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  Store store(path, {"abc", "pos.model"});
  store.begin_posts("pos-serve");
  NewRow late{ten_o_clock, "denied", 70, 70};
  late.open = true;
  store.add(late, {});
  store.commit({});
  std::vector<std::string> rows;
  Reader reader(path);
  reader.rows_of({ten_o_clock, ten_o_clock + 120}, [&](const ReadRow& row) {
    rows.push_back(std::to_string(row.record.count) + (row.open ? " open" : ""));
  });
  CHECK(rows == std::vector<std::string>{"0", "1", "70 open"});
}

TEST_CASE("reader: the newest row is the one stored last, made-up ones aside") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  Reader reader(path);
  CHECK_FALSE(reader.newest());
  CHECK(reader.last_id() == 0);
  store.begin_posts("pos-serve");
  store.add({ten_o_clock, "denied", 7, 7}, {});
  store.add({ten_o_clock - 60, "approved", 8, 8}, {});
  NewRow silence{ten_o_clock + 60, "approved", 0, 9};
  silence.made_up = true;
  store.add(silence, {});
  store.commit({});
  REQUIRE(reader.newest());
  CHECK(reader.newest()->count == 8);
  CHECK(reader.last_id() == 3);
}

TEST_CASE("reader: the volume is that of the newest row's model, else what the rows look like") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  const auto store_row = [&](const std::string& model, const std::string& status, const std::string& state) {
    Store store(path, {model, model});
    store.begin_file("a.csv");
    static int minute = 0;
    store.add({ten_o_clock + ++minute * 60, status, 5, static_cast<std::uint64_t>(minute)}, {});
    store.commit(state);
  };
  store_row("old", "approved", "pos-monitor 1\nparameters 1\nvolume approved\nage 1\n");
  CHECK(Reader(path).volume() == "approved");
  store_row("new", "aprovada", "pos-monitor 1\nparameters 1\nvolume aprovada de todos\nage 1\n");
  CHECK(Reader(path).volume() == "aprovada de todos");
  store_row("forest", "aprovada", "");  // a policy without a monitor
  CHECK(Reader(path).volume() == "approved");
  CHECK(Reader(path).statuses() == std::vector<std::string>{"approved", "aprovada"});
}

TEST_CASE("reader: who judged the rows of a period, and with which budget") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  int minute = 0;
  const auto store_row = [&](const std::string& model, std::optional<double> expected, const std::string& state) {
    Store store(path, {model, model});
    store.begin_file("a.csv");
    Scored scored;
    scored.expected = expected;
    ++minute;
    store.add({ten_o_clock + minute * 60, "approved", 5, static_cast<std::uint64_t>(minute)}, scored);
    store.commit(state);
  };
  store_row("old", 4, "pos-monitor 3\nparameters 0.05 10 120\nvolume approved\n");
  store_row("new", 4, "pos-monitor 3\nparameters 0.5 10 120\nvolume approved\n");
  store_row("new", 4, "");
  store_row("forest", std::nullopt, "");  // a policy without a monitor
  store_row("hostile", 4, "parameters\nparameters inf\n");
  Reader reader(path);
  const auto models = reader.models({0, 2 * ten_o_clock});
  REQUIRE(models.size() == 3);
  CHECK(models[0].name == "old");
  CHECK(models[0].budget == 0.05);
  CHECK(models[1].name == "new");
  CHECK(models[1].first == ten_o_clock + 120);
  CHECK(models[1].rows == 2);
  CHECK(models[1].budget == 0.5);
  CHECK(models[2].name == "hostile");
  CHECK_FALSE(models[2].budget);
  CHECK(reader.models({0, ten_o_clock}).empty());
  const auto forest = reader.models({ten_o_clock + 240, ten_o_clock + 241});
  REQUIRE(forest.size() == 1);
  CHECK(forest[0].name == "forest");
  CHECK_FALSE(forest[0].budget);
}

TEST_CASE("reader: an empty history has no volume") {
  const TemporaryFolder folder;
  CHECK(Reader(history_of(folder, 0)).volume() == std::nullopt);
}

TEST_CASE("reader: the views leave out rows made up for all statuses together") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  {
    Store store(path, {"abc", "pos.model"});
    store.begin_file("b.csv");
    store.add({ten_o_clock, "*", 77, 77, true}, {});
    store.commit("state");
  }
  Reader reader(path);
  for (const std::string view : {"transactions", "minutes"}) {
    CHECK(lines_of(reader, "SELECT sum(count) AS n FROM " + view) == std::vector<std::string>{"n ", "3 "});
  }
}

TEST_CASE("reader: version changes with every commit of another") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  Reader reader(path);
  const std::int64_t before = reader.version();
  CHECK(reader.version() == before);
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  store.add({ten_o_clock + 6000, "approved", 1, 77}, {});
  store.commit("state");
  CHECK(reader.version() != before);
}

TEST_CASE("reader: a backup is a history of its own, of a live database too") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 3);
  Store writer(path, {"abc", "pos.model"});
  const std::string copy = folder.file("copy.db");
  Reader(path).backup(copy);
  CHECK(Reader(copy).span()->last == ten_o_clock + 120);
  CHECK(error_of([&] { Reader(path).backup(copy); }) == "73: " + copy + ": is there already");
}

TEST_CASE("prune: rows before a time are removed, and their space is given back") {
  const TemporaryFolder folder;
  const std::string path = history_of(folder, 20'000);
  const std::size_t size = bytes_of(path).size();
  CHECK(prune(path, ten_o_clock + 19'000 * 60).rows == 19'000);
  CHECK(Reader(path).span()->first == ten_o_clock + 19'000 * 60);
  CHECK(bytes_of(path).size() < size / 4);
  CHECK(prune(path, ten_o_clock).rows == 0);
}

TEST_CASE("reader: rows made up, and such as nobody judged ahead of the clock, say nothing of the time") {
  const TemporaryFolder folder;
  const std::string path = folder.file("pos.db");
  Store store(path, {"abc", "pos.model"});
  store.begin_file("a.csv");
  Scored judged;
  judged.expected = 9;
  const auto add = [&](LocalSeconds time, const Scored& scored, bool made_up = false) {
    store.add({time, "approved", 9, static_cast<std::uint64_t>(time), made_up}, scored);
    store.commit("state");
  };
  constexpr LocalSeconds now = ten_o_clock + 7200;
  Reader reader(path);
  CHECK_FALSE(reader.newest_real(now));
  add(now + 3601, {});
  CHECK_FALSE(reader.newest_believed(now));
  CHECK(reader.newest_real(now + 1) == now + 3601);
  add(now + 3600, {});
  CHECK(reader.newest_believed(now) == now + 3600);
  add(ten_o_clock, judged);
  add(ten_o_clock + 60, judged, true);
  CHECK(reader.newest_real(now) == now + 3600);
  CHECK(reader.newest_believed(now) == ten_o_clock);
  add(now + 86'400, judged);
  CHECK(reader.newest_real(now) == now + 86'400);
}
