// SPDX-License-Identifier: MIT
#include "cli/config_text.hpp"

#include <doctest/doctest.h>

using namespace pos::cli;

TEST_CASE("configuration: a comment ends where a # stands in no quotes") {
  CHECK(plain_config("# all\n[pos-alert]  # mail\nexec = \"say '#ops'\"  # \"who\"\n") ==
        "\n[pos-alert]\nexec = \"say '#ops'\"\n");
  CHECK(plain_config("a = ['#1', \"#2\"] # x") == "a = ['#1', \"#2\"]\n");
  CHECK(plain_config("title = it's ours # 'x'") == "title = it's ours\n");
  CHECK(plain_config("\xEF\xBB\xBF[route.a]\r\nto = 1\r\n") == "[route.a]\nto = 1\n");
  CHECK(plain_config("a = \"open # x") == "a = \"open\n");
}

TEST_CASE("configuration: a list may go over lines, and what follows keeps its place") {
  CHECK(plain_config("to = [\n  \"a\",  # first\n\n  \"b]\",\n]\nc = 1\n") ==
        "to = [ \"a\",  \"b]\"]\n\n\n\n\nc = 1\n");
  CHECK(plain_config("to = [\"a\",\n\"b\"]\n") == "to = [\"a\", \"b\"]\n\n");
  CHECK(plain_config("to = [\"a\",]") == "to = [\"a\"]\n");
  CHECK(plain_config("a = [5\nb = 1\n") == "a = [5\nb = 1\n");
  CHECK(plain_config("a = [\n[b]\nc = 1\n") == "a = [\n[b]\nc = 1\n");
  CHECK(plain_config("[section,]\n") == "[section,]\n");
  // A bracket that is missing takes nothing of the next key.
  CHECK(plain_config("to = [\"a\",\n\"b\"\nexec = [\"c\"]\n") == "to = [\"a\",\n\"b\"\nexec = [\"c\"]\n");
}
