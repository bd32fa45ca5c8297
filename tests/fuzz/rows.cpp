// SPDX-License-Identifier: MIT
#include "fuzz/rows.hpp"

#include "fuzz/target.hpp"
#include "unit/read/three_ways.hpp"

namespace pos::fuzz {
namespace {

std::string joined(const test::Lines& lines) {
  std::string text;
  for (const std::string& line : lines) (text += line) += '\n';
  return text;
}

void expect_same_rows(const test::Read& one, const test::Read& other, std::string_view what) {
  expect_same(joined(test::bare(one.rows)), joined(test::bare(other.rows)), what);
  expect_same(joined(one.rejected.told), joined(other.rejected.told), what);
  expect_same(joined(one.rejected.bytes), joined(other.rejected.bytes), what);
  expect_same(one.error, other.error, what);
}

}  // namespace

void take_rows(std::string_view bytes, Format format) {
  static const read::TimeZone zone("Europe/Berlin");
  read::ReadOptions options = take_options(bytes);
  options.format = format;
  const std::string text(bytes);
  constexpr std::size_t whole = std::size_t{1} << 20;
  constexpr std::size_t some = 7;
  const test::Read checked = test::read_rows(text, test::By::checked_rows, whole, options, zone);
  const test::Read rows = test::read_rows(text, test::By::rows, whole, options, zone);
  expect_same(joined(rows.rows), joined(checked.rows), "cells by the shorter way");
  expect_same_rows(rows, checked, "rows by the shorter way");
  expect_same_rows(test::read_rows(text, test::By::many_rows, whole, options, zone), checked, "many rows at a time");
  expect_same_rows(test::read_rows(text, test::By::rows, some, options, zone), checked, "input in pieces");
  for (const std::string& told : checked.rejected.told) expect_plain(told);
  expect_plain(checked.error);
}

}  // namespace pos::fuzz
