// SPDX-License-Identifier: MIT
#include "render/words/html_table.hpp"

#include <doctest/doctest.h>

using namespace pos::render;

TEST_CASE("html table: a column without a name has no heading, and rows have theirs in the first that has one") {
  std::string out;
  HtmlTable table(out, R"(aria-label="Keys")", R"(id="keys")", {{"", "show"}, {"Key", ""}, {"Lost"}});
  table.row({{"<button>Show</button>"}, {"a&amp;b"}, {"1,234", "number alert"}});
  table.end();
  CHECK(out ==
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Keys\"><table id=\"keys\">\n"
        "<thead><tr><td class=\"show\"></td><th scope=\"col\">Key</th><th scope=\"col\" class=\"number\">Lost</th>"
        "</tr></thead>\n<tbody>\n"
        "<tr><td class=\"show\"><button>Show</button></td><th scope=\"row\">a&amp;b</th>"
        "<td class=\"number alert\">1,234</td></tr>\n"
        "</tbody></table></div>\n");
}

TEST_CASE("html table: names and captions are text, and one without rows says so across its columns") {
  std::string out;
  HtmlTable table(out, "", "", {{"<b>", ""}, {"n"}}, "a < b");
  table.says("None & nothing.");
  table.end();
  CHECK(out ==
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\"><table>\n<caption>a &lt; b</caption>\n"
        "<thead><tr><th scope=\"col\">&lt;b&gt;</th><th scope=\"col\" class=\"number\">n</th></tr></thead>\n<tbody>\n"
        "<tr><td colspan=\"2\">None &amp; nothing.</td></tr>\n</tbody></table></div>\n");
}
