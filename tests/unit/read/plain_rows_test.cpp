// SPDX-License-Identifier: MIT
// Rows of the common shape are read by a shorter way: here it is compared with the way that takes every row.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/random.hpp"
#include "unit/drawn.hpp"
#include "unit/read/three_ways.hpp"

using namespace pos;
using namespace pos::read;
using namespace pos::test;
using pos::model::Random;
using std::string_view_literals::operator""sv;

namespace {

using Choices = std::vector<std::string_view>;

std::string_view any(Random& random, const Choices& choices) { return choices[random.below(choices.size())]; }
// Mostly the first.
std::string_view common(Random& random, const Choices& choices) {
  return random.below(12) > 0 ? choices.front() : any(random, choices);
}

// Returns how many rows came many at a time.
std::size_t compare(const std::string& bytes, std::size_t piece, const ReadOptions& options = {},
                    const TimeZone& zone = TimeZone()) {
  const Read checked = read_rows(bytes, By::checked_rows, piece, options, zone);
  const Read rows = read_rows(bytes, By::rows, piece, options, zone);
  const Read many = read_rows(bytes, By::many_rows, piece, options, zone);
  CAPTURE(bytes);
  CHECK(rows.rows == checked.rows);
  CHECK(bare(many.rows) == bare(checked.rows));
  for (const Read* other : {&rows, &many}) {
    CHECK(other->rejected.told == checked.rejected.told);
    CHECK(other->rejected.bytes == checked.rejected.bytes);
    CHECK(other->error == checked.error);
  }
  return many.plain;
}

const Choices odd_times = {
    "2026-03-09 14:31"sv, " 2026-03-09 14:31"sv,   "2026-03-09 14:31 "sv,    "2026-03-09 24:00"sv, "14:31"sv,
    "14h 31"sv,           "1772409600"sv,          "2026-03-09T14:31:07Z"sv, "25/03/2026 14:31"sv, "9/3/2026 14:31"sv,
    "2026-03-09 14:3x"sv, "2026-03-09 14:31:60"sv, "2026-03-09 4:31"sv,      "\"14:31\""sv,        ""sv,
    "2026-10-25 02:30"sv};
const Choices statuses = {"approved"sv, "denied"sv, "failed"sv, "processing_error"sv, "processing_stuck"sv};
const Choices odd_statuses = {
    " denied"sv, "denied "sv, "\"denied\""sv,       "\"de\"\"nied\""sv, "neg\xC3\xA3o"sv, "neg\xE3o"sv,
    "*"sv,       ""sv,        "4111111111111111"sv, "de\tnied"sv,       "approve\x0F"sv,  "a\0b"sv,
    "200"sv,     "x\r"sv,     "de\"nied"sv};
const Choices odd_counts = {
    "7"sv, "007"sv, " 7"sv, "7 "sv, "-1"sv, ""sv, "x"sv, "1.0"sv, "9007199254740993"sv, "\"7\""sv, "123456789012345"sv,
    "0"sv, "1e3"sv, "7\t"sv};

std::string time_text(Random& random, std::size_t row, std::size_t form) {
  if (random.below(15) == 0) return std::string(any(random, odd_times));
  const std::size_t minute = row / 3 + random.below(2);
  const auto two = [](std::size_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  const std::string clock = two(minute / 60 % 24) + ":" + two(minute % 60);
  switch (form) {
    case 0:
      return "2026-03-" + two(9 + minute / 1440) + " " + clock;
    case 1:
      return clock;
    case 2:
      return "2026-03-09T" + clock + ":" + two(random.below(60)) + "-03:00";
    case 3:
      return "25/03/2026 " + clock + ":" + two(random.below(60));
    case 4:
      return std::to_string(1'772'409'600 + minute * 60);
    default:
      return two(minute / 60 % 24) + "h " + two(minute % 60);
  }
}

// A text that says the same as JSON, if it can.
std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string csv(Random& random) {
  const Choices headers = {"time,status,count",         "count,status,time", "time;status;count",
                           "id,time,note,status,count", "time,status",       "\xEF\xBB\xBFtime\tstatus\tcount"};
  const std::string header(any(random, headers));
  const char delimiter = header.find(';') != std::string::npos    ? ';'
                         : header.find('\t') != std::string::npos ? '\t'
                                                                  : ',';
  const std::string end = random.below(3) == 0 ? "\r\n" : "\n";
  const std::size_t form = random.below(6);
  const std::size_t oddness = 5 + random.below(60);
  std::string text = header + end;
  for (std::size_t row = 0; row < 60; ++row) {
    std::string line;
    std::string_view names = header.starts_with('\xEF') ? std::string_view(header).substr(3) : header;
    for (bool more = true; more;) {
      const auto at = names.find(delimiter);
      const std::string_view name = names.substr(0, at);
      more = at != std::string_view::npos;
      if (more) names.remove_prefix(at + 1);
      const bool odd = random.below(oddness) == 0;
      if (name == "time") line += time_text(random, row, form);
      if (name == "status") line += any(random, odd ? odd_statuses : statuses);
      if (name == "count") line += odd ? std::string(any(random, odd_counts)) : std::to_string(random.below(2000));
      if (name == "id") line += std::to_string(row);
      if (name == "note")
        line += common(random, {"", "\"a, b\"", "caf\xC3\xA9", "\"", "x\"y", "\"two\nlines\"", "a\rb"});
      if (more) line += delimiter;
    }
    if (random.below(oddness) == 0) line += common(random, {",", ",x", "\r", " "});
    if (random.below(oddness * 4) == 0) line = header;
    text += line + (random.below(oddness * 3) == 0 ? "\n\n" : end);
  }
  if (random.below(3) == 0) text.resize(text.size() - 1);
  return text;
}

std::string ndjson(Random& random) {
  const std::string blank = random.below(2) == 0 ? " " : "";
  const std::size_t form = random.below(6);
  const std::size_t oddness = 5 + random.below(60);
  const bool has_count = random.below(4) > 0;
  const std::string extra(any(random, {"", "\"note\":\"x\"", "\"amount\":12.50", "\"paid\":true", "\"shop\":7",
                                       "\"deep\":{\"a\":[1]}", "\"date\":\"2026-03-09\""}));
  std::string text;
  for (std::size_t row = 0; row < 60; ++row) {
    const auto is_odd = [&] { return random.below(oddness) == 0; };
    std::string time = time_text(random, row, form);
    if (form != 4 || is_odd()) time = quoted(time);
    std::string status = quoted(any(random, is_odd() ? odd_statuses : statuses));
    if (is_odd())
      status = any(random,
                   {"200", "null", "true", "-5", "-0", "1.5", "\"-5\"", "\"null\"", "\"1.5\"", "[]", "\"a\\u0062\""});
    std::string count = std::to_string(random.below(2000));
    if (is_odd())
      count = any(random, {"\"7\"", "\" 7\"", "-1", "1.0", "007", "null", "1e3", "true", "", "18446744073709551616"});
    std::string line = "{\"time\":" + blank + time + "," + blank + "\"status\":" + blank + status;
    if (has_count) line += "," + blank + "\"count\":" + blank + count;
    if (!extra.empty()) line += "," + blank + (is_odd() ? std::string("\"note\":\"a\\\"b\"") : extra);
    line += "}";
    if (is_odd()) line += any(random, {" ", "\r", "x", "}"});
    if (is_odd()) line.insert(1, any(random, {" ", "\"time\":1,", "\"count\":3,", "\"a:b\":1,"}));
    text += line + (is_odd() ? "\n\n" : "\n");
  }
  if (random.below(3) == 0) text.resize(text.size() - 1);
  return text;
}

}  // namespace

TEST_CASE("plain rows: amounts are the same by each way, and none costs its row") {
  ReadOptions options;
  options.amounts = true;
  const Choices amounts = {"12.50"sv, "3"sv,     ""sv,        " 7.5 "sv, "-4.25"sv,     "1.234,56"sv,         "1.234"sv,
                           "12a"sv,   "0.005"sv, "1,234.5"sv, "1e3"sv,   "\"8.10\""sv, "4111111111111111"sv, "nan"sv};
  for (const std::string_view delimiter : {","sv, ";"sv}) {
    Random random(7, 0);
    std::string bytes = "time" + std::string(delimiter) + "status" + std::string(delimiter) + "count" +
                        std::string(delimiter) + "Valor\n";
    std::string json;
    for (std::size_t row = 0; row < 400; ++row) {
      const std::string_view amount = common(random, amounts);
      const bool splits = amount.find(delimiter) != std::string_view::npos;
      const std::string cell = splits ? '"' + std::string(amount) + '"' : std::string(amount);
      bytes += "2026-03-09 14:31" + std::string(delimiter) + std::string(any(random, statuses)) +
               std::string(delimiter) + "7" + std::string(delimiter) + cell + "\n";
      const std::string_view value = any(random, {"12.50"sv, "3"sv, "null"sv, "\"1.234,5\""sv, "true"sv, "-0.5"sv});
      const std::string_view name = row / 40 % 2 == 0 ? "amount" : "other";
      json += R"({"time":"2026-03-09 14:31","status":"denied","count":2,")" + std::string(name) +
              "\":" + std::string(value) + "}\n";
    }
    for (const std::size_t piece : {std::size_t{1} << 20, std::size_t{97}}) {
      CHECK(compare(bytes, piece, options) > 100);
      compare(json, piece, options);
    }
  }
}

TEST_CASE("plain rows: CSV of every kind is read as by the way that takes every row") {
  std::size_t plain = 0;
  const TimeZone berlin("Europe/Berlin");
  for (std::uint64_t seed = 0; seed < drawn(1500); ++seed) {
    Random random(seed, 0);
    const std::string bytes = csv(random);
    plain += compare(bytes, any(random, {"", "1", "2"}).size() == 0 ? 1 << 20 : 1 + random.below(300), {},
                     seed % 4 == 0 ? berlin : TimeZone());
  }
  CHECK(plain > drawn(1500) * 60 / 4);  // the shorter way was taken
}

TEST_CASE("plain rows: NDJSON of every kind is read as by the way that takes every row") {
  std::size_t plain = 0;
  for (std::uint64_t seed = 0; seed < drawn(1500); ++seed) {
    Random random(seed, 1);
    const std::string bytes = ndjson(random);
    ReadOptions options;
    options.columns.no_count = seed % 5 == 0;
    plain += compare(bytes, seed % 2 == 0 ? 1 << 20 : 1 + random.below(300), options);
  }
  CHECK(plain > drawn(1500) * 60 / 6);
}

TEST_CASE("plain rows: labels are those of the way that takes every row") {
  const Choices values = {"m17",
                          "",
                          "a b",
                          " m ",
                          "4111111111111111",
                          "4111 1111 1111 1111",
                          "012345678901234",
                          "caf\xC3\xA9",
                          "x\ty",
                          "0f8fad5b-d9cb-469f-a165-70867728950e",
                          "a value of more than sixty-four bytes, of which the first ones are shown",
                          "1.10",
                          "-0",
                          "true",
                          "null"};
  ReadOptions options;
  options.labels = {"shop", "bin", "shop"};
  std::size_t plain = 0;
  for (std::uint64_t seed = 0; seed < drawn(300); ++seed) {
    Random random(seed, 2);
    const bool is_last = seed % 2 == 0;
    const std::string end = seed % 3 == 0 ? "\r\n" : "\n";
    std::string rows = (is_last ? "time,status,count,bin,shop" : "shop,count,status,time,bin") + end;
    std::string json;
    for (std::size_t row = 0; row < 200; ++row) {
      const std::string time = "2026-03-09 14:" + std::to_string(10 + row / 5);
      const std::string status(random.below(40) > 0 ? any(random, statuses) : any(random, odd_statuses));
      const std::string shop(random.below(3) > 0 ? any(random, values) : "m" + std::to_string(random.below(2000)));
      const std::string bin(random.below(9) > 0 ? "411111" : "\"4 1\"");
      rows +=
          (is_last ? time + "," + status + ",7," + bin + "," + shop : shop + ",7," + status + "," + time + "," + bin) +
          end;
      const bool is_bare = (!shop.empty() && shop.find_first_not_of("0123456789") == std::string::npos) ||
                           shop == "true" || shop == "null" || shop == "1.10" || shop == "-0";
      json += "{\"time\":\"" + time + "\",\"status\":\"" + status + "\",\"count\":7,\"bin\":" + bin;
      if (random.below(30) > 0) json += ",\"shop\":" + (is_bare && row % 2 == 0 ? shop : quoted(shop));
      json += "}\n";
    }
    plain += compare(rows, seed % 5 == 0 ? 1 + random.below(300) : 1 << 20, options);
    plain += compare(json, 1 << 20, options);
  }
  CHECK(plain > drawn(300) * 2 * 200 / 4);  // the shorter way was taken
}

TEST_CASE("plain rows: a status is another where it only begins alike, or a byte of it looks like a length") {
  compare("time,status,count\n14:31,approve,1\n14:31,approve\x0F,2\n14:32,approve,3\n14:32,approves,4\n", 1 << 20);
  compare("time,status,count\n14:31,denied_a1,1\n14:31,denied_a2,2\n14:32,denied_a1,3\n14:32,denied_a2,4\n", 1 << 20);
}

TEST_CASE("plain rows: more spellings than are remembered, and longer rows than fit") {
  std::string many = "time,status,count\n";
  for (int i = 0; i < 1000; ++i) many += "14:31,s" + std::to_string(i % 300) + "," + std::to_string(i) + "\n";
  compare(many, 1 << 20);
  const std::string row = "14:31,denied,1," + std::string((std::size_t{1} << 20) - 15, 'x');
  compare("time,status,count,note\n" + row + "\n" + row + "x\n14:32,denied,2,\n" + row + "\n" + row + "x\n", 1 << 20);
}

TEST_CASE(
    "plain rows: lines that end in CR LF are read by the shorter way too, and a CR elsewhere is not taken for one") {
  for (const std::string header : {"time,status,count", "count,time,status"}) {
    CAPTURE(header);
    const bool is_last = header.ends_with("count");
    std::string bytes = header + "\r\n";
    for (int i = 0; i < 100; ++i) bytes += is_last ? "14:31,denied,7\r\n" : "7,14:31,denied\r\n";
    CHECK(compare(bytes, 1 << 20) > 50);
  }
  compare("count,time,status\n7,14:31,denied\n7\r,14:31,denied\n7,14:31,denied\n7\r,14:32,denied\n", 1 << 20);
}
