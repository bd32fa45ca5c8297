// SPDX-License-Identifier: MIT
#include "cli/config_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos::cli;

TEST_CASE("configuration: a comment ends where a # stands in no quotes") {
  CHECK(plain_config("# all\n[pos-alert]  # mail\nexec = \"say '#ops'\"  # \"who\"\n") ==
        "\n[pos-alert]\nexec = \"say '#ops'\"\n");
  CHECK(plain_config("a = ['#1', \"#2\"] # x") == "a = ['#1', \"#2\"]\n");
  CHECK(plain_config("title = it's ours # 'x'") == "title = it's ours\n");
  CHECK(plain_config("\xEF\xBB\xBF[route.a]\r\nto = 1\r\n") == "[route.a]\nto = 1\n");
  CHECK(plain_config("a = \"open # x") == "a = \"open\n");
  CHECK(plain_config(R"(a = "say \"# b\"" # x)") == "a = \"say \\\"# b\\\"\"\n");
  CHECK(plain_config(R"(a = 'C:\' # x)") == "a = 'C:\\'\n");
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

namespace {

std::string mistake_of(std::string_view text) {
  const auto mistake = config_mistake(plain_config(text));
  return mistake ? std::to_string(mistake->line) + " " + mistake->key + ": " + mistake->reason : "none";
}

}  // namespace

TEST_CASE("configuration: what its parser would take for something else is a mistake") {
  CHECK(mistake_of("exec = \"page\" ; night\n") == "1 exec: something stands behind the quote");
  CHECK(mistake_of("\nexec = jq -r .x\n") == "2 exec: a text with blanks stands in quotes");
  CHECK(mistake_of("repeat = 4h, 24h\n") == "1 repeat: a text with blanks stands in quotes");
  CHECK(mistake_of("a = \"open\n") == "1 a: the quote is not closed");
  CHECK(mistake_of("a = [\"x\",\n\"y\"\nb = 1\n") == "1 a: the list does not end with ]");
  CHECK(mistake_of("a = [\"x\"] ; y\n") == "1 a: the list does not end with ]");
  for (const char* list : {"[\"x\" \"y\"]", "[\"x\";'y']", "[x y]", "['x'y, 'z']"})
    CHECK(mistake_of("a = " + std::string(list)) == "1 a: a comma is missing between two of the list");
  // It would be two, and one in TOML.
  for (const char* value : {R"("jq '\\(.x)'")", R"("C:\\")", R"(['\\', "\\"])"})
    CHECK(mistake_of("a = " + std::string(value)) ==
          "1 a: a backslash stands for itself: write it once, or the text in '...'");
  CHECK(mistake_of(R"(a = "jq '\(.x)'")") == "none");
  CHECK(mistake_of(R"(a = '\\')") == "none");
  CHECK(mistake_of("a = ['x', 'y]") == "1 a: the quote is not closed");
  CHECK(mistake_of("a = ['x, ]', \"\\\"],\" , z]") == "none");
  CHECK(mistake_of("[pos-alert\nto = 1\n") == "1 : neither KEY = VALUE nor [SECTION]");
  CHECK(mistake_of("replay\n") == "1 : neither KEY = VALUE nor [SECTION]");
  CHECK(mistake_of("a = '''\nb\n'''\n") == "1 a: no text over several lines: write it in one, in \" or '");
}

TEST_CASE("configuration: a key stands once in its section") {
  const std::string too = "it stands in line 2, too; a list is [\"a\", \"b\"]";
  CHECK(mistake_of("[pos-alert]\nto = 1\n[pos-score]\nto = 1\n") == "none");
  CHECK(mistake_of("[pos-alert]\nto = 1\nto = 2\n") == "3 to: " + too);
  CHECK(mistake_of("[pos-alert]\nto = 1\n[pos-score]\n[ 'pos-alert' ]\n\"to\" = 2\n") == "5 to: " + too);
  CHECK(mistake_of("[route.a]\nexec = 1\n[route.b]\nexec = 1\n[route.a]\nexec = 1\n") == "none");
  CHECK(mistake_of("[route.a]\nexec = 1\nexec = 2\n") == "3 exec: " + too);
}

TEST_CASE("configuration: what is meant is no mistake") {
  CHECK(mistake_of(
            "; INI\n[route \"night\"]\nto = ['a', \"b\",\n \"c\"]\n\nkey = \"\"\nexec = \"say \\\"x\\\" ; y\" # z\n") ==
        "none");
  CHECK(mistake_of("a =\nb = 4h,24h\nc = true\n") == "none");
}
