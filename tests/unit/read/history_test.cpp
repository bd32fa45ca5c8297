// SPDX-License-Identifier: MIT
#include "read/history.hpp"

#include <doctest/doctest.h>

#include <random>

#include "unit/read/whole/csv_table.hpp"
#include "unit/drawn.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;
using pos::test::MemorySource;
using pos::test::ReadRows;
using pos::test::Rejected;

namespace {

std::string tell(const Row& row) {
  const Transaction& t = row.transaction;
  return std::to_string(row.line) + " " + to_text(t.time) + " " + std::string(t.status) + " " + std::to_string(t.count);
}

std::string tell_with_label(const Row& row) { return tell(row) + (row.label ? *row.label ? " 1" : " 0" : ""); }

// The parser that reads a whole file, and knows nothing of the other one.
ReadRows by_table(const std::string& bytes, Labels labels = Labels::ignore) {
  MemorySource source(bytes, 4096);
  const TimeZone utc;
  ReadRows result;
  CsvTable table(std::make_unique<LineBuffer>(source), "in", {std::nullopt, {}, labels, {}}, utc,
                 result.rejected.handler());
  while (const Row* row = table.next()) result.rows.push_back(tell_with_label(*row));
  return result;
}

ReadRows by_stream(const std::string& bytes, Labels labels = Labels::ignore) {
  MemorySource source(bytes, 1000);
  const TimeZone utc;
  ReadRows result;
  read_history(source, "in", {std::nullopt, {}, labels, {}}, utc, result.rejected.handler(),
               [&](const Row& row) { result.rows.push_back(tell_with_label(row)); });
  return result;
}

class RandomCsv {
 public:
  explicit RandomCsv(unsigned seed) : random_(seed) {}

  // Well-formed: any delimiter, line end, quoting, extra columns with any text, empty lines.
  std::string make() {
    delimiter_ = std::string(",;\t").substr(below(3), 1);
    const std::string end = below(2) == 0 ? "\n" : "\r\n";
    const std::size_t extra = below(4);
    const std::size_t at = below(extra + 1);
    std::string out = below(4) == 0 ? "\xEF\xBB\xBF" : "";
    out += line([&](std::size_t i) { return std::string("x") + std::to_string(i); }, extra, at,
                {"time", "status", "count"}) +
           end;
    for (std::size_t rows = below(40); rows > 0; --rows) {
      if (below(10) == 0) out += end;
      char clock[16];
      std::snprintf(clock, sizeof clock, "%02zu:%02zu", below(24), below(60));
      out += line([&](std::size_t) { return text(); }, extra, at,
                  {clock, below(2) == 0 ? "approved" : "de nied", std::to_string(below(1000))});
      if (rows > 1 || below(2) == 0) out += end;
    }
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }

  std::string text() {
    std::string out;
    for (std::size_t n = below(6); n > 0; --n) out += std::string("ab ,;\t\"\n\r").substr(below(9), 1);
    return out;
  }

  std::string cell(const std::string& value) {
    const bool must = value.find_first_of(",;\t\"\n\r") != std::string::npos;
    if (!must && below(4) != 0) return value;
    std::string out = "\"";
    for (const char c : value) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
  }

  template <typename Extra>
  std::string line(Extra extra_text, std::size_t extra, std::size_t at, const std::vector<std::string>& needed) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < extra; ++i) cells.push_back(extra_text(i));
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(at), needed.begin(), needed.end());
    std::string out;
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? delimiter_ : "") + cell(cells[i]);
    return out;
  }

  std::mt19937 random_;
  std::string delimiter_;
};

}  // namespace

TEST_CASE("history: both readers give the same rows on random well-formed CSV") {
  constexpr std::size_t seeds = drawn(2000);
  std::size_t rows = 0;
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    const std::string bytes = RandomCsv(static_cast<unsigned>(seed)).make();
    const ReadRows table = by_table(bytes);
    const ReadRows stream = by_stream(bytes);
    CAPTURE(seed);
    CAPTURE(bytes);
    REQUIRE(table.rows == stream.rows);
    REQUIRE(table.rejected.told.empty());
    REQUIRE(stream.rejected.told.empty());
    rows += table.rows.size();
  }
  CHECK(rows > 10 * seeds);
}

TEST_CASE("history: both readers set the same rows aside, in the same words") {
  const std::string bytes =
      "note,time,status,count\n"
      "\"a\nb\",00:01,approved,1\n"
      "x,00:02,approved\n"
      "x,00:03,\"appr\noved\",1\n"
      "x,00:04,approved,-1\n"
      "x\"y,00:05,approved,1\n" +
      std::string("\0,00:06,approved,1\n", 19) +
      "x,00:07,approved,1,9\n"
      "\"p\nq\",00:08,approved,x\n"
      "x,00:09,approved,9\n";
  const ReadRows table = by_table(bytes);
  const ReadRows stream = by_stream(bytes);
  CHECK(table.rows == stream.rows);
  CHECK(table.rows.size() == 2);
  // Bytes break differently inside a status; both name it a control character.
  CHECK(table.rejected.told.size() == 7);
  CHECK(table.rejected.bytes == stream.rejected.bytes);
  for (std::size_t i = 0; i < table.rejected.told.size(); ++i) {
    if (stream.rejected.told[i].find("control") == std::string::npos)
      CHECK(table.rejected.told[i] == stream.rejected.told[i]);
  }
}

TEST_CASE("history: long files, without a final newline, keep every row") {
  std::string bytes = "time,status,count\n";
  const std::size_t rows = 2'700'000;
  bytes.reserve(rows * 19);
  for (std::size_t i = 0; i < rows; ++i) bytes += i == rows / 2 ? "00:02,approved,x67\n" : "00:01,approved,567\n";
  bytes.pop_back();
  REQUIRE(bytes.size() > (std::size_t{48} << 20));
  MemorySource source(bytes, 1 << 16);
  const TimeZone utc;
  Rejected rejected;
  std::int64_t seen = 0;
  std::int64_t last = 0;
  read_history(source, "in", {}, utc, rejected.handler(), [&](const Row& row) {
    ++seen;
    last = row.line;
  });
  CHECK(seen == static_cast<std::int64_t>(rows) - 1);
  CHECK(last == static_cast<std::int64_t>(rows) + 1);
  CHECK(rejected.told == std::vector<std::string>{"1350002: count 'x67' is not a whole number"});
  CHECK(rejected.bytes == std::vector<std::string>{"00:02,approved,x67"});
}

TEST_CASE("history: labels") {
  const std::string labelled = "time,status,label\n00:01,a,1\n00:02,a,\" 0\"\n00:03,b,yes\n00:04,,1\n00:05,a,\n";
  const ReadRows rows = by_stream(labelled, Labels::read);
  CHECK(rows.rows == std::vector<std::string>{"2 00:01 a 1 1"});
  CHECK(rows.rejected.told == std::vector<std::string>{"3: label ' 0' is neither 0 nor 1",
                                                       "4: label 'yes' is neither 0 nor 1", "5: status is empty",
                                                       "6: label '' is neither 0 nor 1"});
  CHECK(by_table(labelled, Labels::read).rejected.told == rows.rejected.told);
  CHECK(by_stream("{\"time\":\"00:01\",\"status\":\"a\",\"is_anomaly\":1}\n", Labels::read).rows ==
        std::vector<std::string>{"1 00:01 a 1 1"});
  CHECK(by_stream("time,status,label\n00:01,a,yes\n").rows.size() == 1);
}
