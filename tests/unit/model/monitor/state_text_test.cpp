// SPDX-License-Identifier: MIT
#include "model/monitor/state_text.hpp"

#include <doctest/doctest.h>

#include <array>

#include "base/error.hpp"

using namespace pos::model;

TEST_CASE("state_text: what is written reads back as the same bits") {
  StateWriter out;
  out.begin("numbers");
  out.numbers(std::array{0.1, 1e-300, 12.0, 1.0 / 3.0});
  out.end();
  out.begin("name");
  out.integer(-7);
  out.rest("two  words ");
  out.end();
  const std::string text = out.take();
  CHECK(text == "numbers 0.1 1e-300 12 0.3333333333333333\nname -7 two  words \n");
  StateReader in(text);
  std::array<double, 4> numbers{};
  in.begin("numbers");
  in.amounts(numbers);
  in.end();
  CHECK(numbers == std::array{0.1, 1e-300, 12.0, 1.0 / 3.0});
  in.begin("name");
  CHECK(in.integer(-10, 10) == -7);
  CHECK(in.rest() == "two  words ");
  in.end();
  CHECK_NOTHROW(in.finish());
}

TEST_CASE("state_text: anything else is refused as bad data") {
  const auto refused = [](std::string_view text) {
    StateReader in(text);
    try {
      in.begin("key");
      (void)in.amount();
      (void)in.integer(0, 9);
      in.end();
      in.finish();
      return false;
    } catch (const pos::Error& error) {
      return error.fault() == pos::Fault::bad_data;
    }
  };
  CHECK_FALSE(refused("key 1.5 2\n"));
  for (const char* text : {"",
                           "key 1.5 2",
                           "kex 1.5 2\n",
                           "keys 1.5 2\n",
                           "key\n",
                           "key 1.5\n",
                           "key 1.5 \n",
                           "key  1.5 2\n",
                           "key 1.5 2 3\n",
                           "key 1.5 2 \n",
                           "key 1.5 2\nmore\n",
                           "key nan 2\n",
                           "key inf 2\n",
                           "key -1 2\n",
                           "key 1e41 2\n",
                           "key 1e999 2\n",
                           "key 0x1 2\n",
                           "key 1.5x 2\n",
                           "key 1,5 2\n",
                           "key +1 2\n",
                           "key 1.5 2.0\n",
                           "key 1.5 10\n",
                           "key 1.5 -1\n",
                           "key 1.5 99999999999999999999\n",
                           "key 1.5 2\r\n",
                           "\n",
                           "key\t1.5 2\n"}) {
    CAPTURE(text);
    CHECK(refused(text));
  }
}

TEST_CASE("state_text: an error names its line") {
  StateReader in("first 1\nsecond x\n");
  in.begin("first");
  (void)in.amount();
  in.begin("second");
  CHECK_THROWS_WITH_AS((void)in.amount(), "monitor state, line 2: not a number", pos::Error);
}
