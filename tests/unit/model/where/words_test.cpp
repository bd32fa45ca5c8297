// SPDX-License-Identifier: MIT
#include "model/where/words.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

namespace {

const std::vector<std::string> word_columns{"merchant", "bin"};

Found single(std::string value) { return {{0, 0}, {std::move(value), ""}, {}, 12, 40, 96.4, 9}; }

}  // namespace

TEST_CASE("where's words: of a pair, of a single, of several") {
  const Found pair{{0, 1}, {"m17", "4"}, {}, 212, 260, 31.2, 50};
  const std::vector<Found> both{pair, single("m3")};
  CHECK(word_where(both, word_columns, "denied", Told::of_exposure) ==
        "merchant=m17 and bin=4: 212 of 260 denied, 31 expected; merchant=m3: 12 of 40 denied, 96 expected");
  CHECK(word_where(std::vector{single("m17")}, word_columns, "approved", Told::alone) ==
        "merchant=m17: 12 approved, 96 expected");
  CHECK(word_where(std::vector{single("")}, word_columns, "*", Told::alone) ==
        "merchant='': 12 transactions, 96 expected");
  CHECK(word_where({}, word_columns, "denied", Told::alone).empty());
}

TEST_CASE("where's words: they have a bound, and control nothing") {
  const std::vector<Found> three(3, single(std::string(64, 'x')));
  const std::string text = word_where(three, word_columns, std::string(60, 's'), Told::alone);
  CHECK(text.size() <= max_where_text);
  CHECK(text.ends_with(" expected"));
  const std::vector<std::string> long_name{std::string(400, 'c')};
  CHECK(word_where(std::vector{single("x")}, long_name, "denied", Told::alone).size() <= max_where_text);
  CHECK(word_where(std::vector{single("a\nb")}, word_columns, "denied", Told::alone) ==
        "merchant=a\\x0ab: 12 denied, 96 expected");
}
