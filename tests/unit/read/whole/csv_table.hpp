// SPDX-License-Identifier: MIT
// Whole CSV files of transactions, on fast-cpp-csv-parser: the other reader that ours is held against.
#pragma once

#include <memory>
#include <string>

#include "read/row_reader.hpp"

namespace pos::read {

// The same rows as CsvReader gives, without their bytes and other columns, and with a label where
// there is one. No streaming: the first row comes when 32 MiB or the whole input has been read.
class CsvTable {
 public:
  // `zone` must outlive the table. Errors: as open_rows().
  CsvTable(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options, const TimeZone& zone,
           BadRowHandler on_bad);
  ~CsvTable();

  // The next row that can be used; null at the end. Lives until the next call.
  const Row* next();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace pos::read
