// SPDX-License-Identifier: MIT
#include "read/line_buffer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/read/memory_source.hpp"

using namespace pos;
using pos::read::LineBuffer;
using pos::test::MemorySource;

namespace {

std::vector<std::string> lines_of(const std::string& bytes, std::size_t piece) {
  MemorySource source(bytes, piece);
  LineBuffer buffer(source);
  std::vector<std::string> lines;
  while (const auto line = buffer.next()) lines.push_back(std::to_string(line->number) + " " + std::string(line->text));
  return lines;
}

}  // namespace

TEST_CASE("line_buffer: the same lines, however the bytes arrive") {
  const std::string bytes = "\xEF\xBB\xBFone\r\n\ntwo\rhalf\nlast";
  const std::vector<std::string> expected = {"1 one", "2 ", "3 two\rhalf", "4 last"};
  for (const std::size_t piece : {1U, 2U, 3U, 5U, 100U}) CHECK(lines_of(bytes, piece) == expected);
  CHECK(lines_of("", 1).empty());
  CHECK(lines_of("\xEF\xBB\xBF", 1).empty());
  CHECK(lines_of("a\n", 1) == std::vector<std::string>{"1 a"});
}

TEST_CASE("line_buffer: a line over the limit comes in pieces, and the next one is whole") {
  const std::string longest(LineBuffer::max_line, 'x');
  const std::string too_long = longest + std::string(300'000, 'y');
  MemorySource source(longest + "\r\n" + too_long + "\nnext\n", 70'000);
  LineBuffer buffer(source);

  CHECK(buffer.next()->whole);
  const auto line = buffer.next();
  CHECK_FALSE(line->whole);
  std::string all(line->text);
  for (auto piece = buffer.rest(); !piece.empty(); piece = buffer.rest()) all += piece;
  CHECK(all == too_long);
  const auto next = buffer.next();
  CHECK(next->text == "next");
  CHECK(next->number == 3);
}

TEST_CASE("line_buffer: joined lines can be given back") {
  MemorySource source("a\r\nb\nc\n", 1);
  LineBuffer buffer(source);
  auto line = buffer.next();
  REQUIRE(buffer.extend(*line));
  CHECK(line->text == "a\r\nb");
  buffer.give_back(*line);
  CHECK(line->text == "a");
  CHECK(buffer.next()->text == "b");
  line = buffer.next();
  CHECK(line->number == 3);
  CHECK_FALSE(buffer.extend(*line));
  CHECK(line->text == "c");
}
