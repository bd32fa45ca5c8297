// SPDX-License-Identifier: MIT
// Splits one CSV row into cells, as RFC 4180 defines them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pos::read {

enum class Split {
  ok,
  open_quote,        // the row ends inside quotes: a quoted line break, or a quote never closed
  text_after_quote,  // "a"b
  quote_inside,      // a"b: RFC 4180 wants such cells in quotes, with the quote doubled
};

// Cells of `row` as they stand, quotes included, into `cells` (which is cleared first).
// Blanks around a quoted cell are allowed.
Split split_cells(std::string_view row, char delimiter, std::vector<std::string_view>& cells);

// What a cell says: blanks around it gone, then quotes gone and doubled quotes made one.
// The view is into `cell`, or into `scratch` where quotes had to be undoubled.
[[nodiscard]] std::string_view cell_text(std::string_view cell, std::string& scratch);

// The delimiter of a file by its header: of , ; and TAB the one that stands there most often
// outside quotes; the comma where none does.
[[nodiscard]] char find_delimiter(std::string_view header);

}  // namespace pos::read
