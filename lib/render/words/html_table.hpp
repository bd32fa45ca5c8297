// SPDX-License-Identifier: MIT
// A table of HTML in a box of its own, which scrolls where it is wider than the page: the one all pages have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pos::render {

struct HtmlColumn {
  std::string name;                  // text; empty: the column has no heading, as one of buttons
  std::string_view look = "number";  // class of its cells
};

struct HtmlCell {
  std::string html;
  std::string_view look = {};  // class, instead of the column's
};

// Appends as it goes. The first column with a name has the heading of each row.
class HtmlTable {
 public:
  // `name`: an attribute that names the box for who does not see it, such as aria-label; `attributes`: of the table.
  HtmlTable(std::string& out, std::string_view name, std::string_view attributes, std::vector<HtmlColumn> columns,
            std::string_view caption = {});

  // As many cells as there are columns; `attributes`: of the row.
  void row(const std::vector<HtmlCell>& cells, std::string_view attributes = {});
  // Instead of rows, where there are none.
  void says(std::string_view text);
  void end();

 private:
  std::string& out_;
  std::vector<HtmlColumn> columns_;
  std::size_t heading_ = 0;
};

}  // namespace pos::render
