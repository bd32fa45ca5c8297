// SPDX-License-Identifier: MIT
// A table whose columns are known only when it is made. What has columns of its own is written by RecordLine.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "write/record_line.hpp"

namespace pos::write {

struct TableCell {
  std::string text;
  bool bare = false;  // in JSON it stands as it is: a number; empty: null
};

struct Table {
  std::vector<std::string> names;
  std::vector<std::vector<TableCell>> rows;  // a cell for each name, or more
};

// Adds `name`; where it is taken, as `name_2`, `name_3` ...: an object has a key once.
void add_name(std::vector<std::string>& names, const std::string& name);

// A line of CSV, its header (the names, whatever the cells), or an object of NDJSON.
void append_row(std::string& out, Line form, std::span<const std::string> names, std::span<const TableCell> cells);

// CSV comes with its header.
void append_table(std::string& out, Line form, const Table& table);

}  // namespace pos::write
