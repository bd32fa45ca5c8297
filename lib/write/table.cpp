// SPDX-License-Identifier: MIT
#include "write/table.hpp"

#include <algorithm>

namespace pos::write {

void add_name(std::vector<std::string>& names, const std::string& name) {
  std::string free = name;
  for (int i = 2; std::find(names.begin(), names.end(), free) != names.end(); ++i)
    free = name + "_" + std::to_string(i);
  names.push_back(free);
}

void append_row(std::string& out, Line form, std::span<const std::string> names, std::span<const TableCell> cells) {
  if (form == Line::ndjson) {
    JsonObject object(out);
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto& [text, bare] = cells[i];
      bare ? object.raw(names[i], text.empty() ? "null" : text) : object.text(names[i], text);
    }
    object.end();
  } else {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (i > 0) out += ',';
      if (form == Line::csv && cells[i].bare) {
        out += cells[i].text;
      } else {
        append_csv_cell(out, form == Line::csv ? cells[i].text : names[i]);
      }
    }
  }
  out += '\n';
}

void append_table(std::string& out, Line form, const Table& table) {
  if (form == Line::csv) append_row(out, Line::csv_header, table.names, {});
  for (const auto& row : table.rows) append_row(out, form, table.names, row);
}

}  // namespace pos::write
