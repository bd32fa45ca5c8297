// SPDX-License-Identifier: MIT
// Streams transactions from NDJSON: one JSON object a line.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "read/fields.hpp"
#include "read/row_reader.hpp"

namespace pos::read {

// Strings and whole numbers are read alike, so `"count":"12"` is 12 and `"time":1772409600` a time.
class NdjsonReader final : public RowReader {
 public:
  NdjsonReader(std::unique_ptr<LineBuffer> lines, const ReadOptions& options, const TimeZone& zone,
               BadRowHandler on_bad);
  ~NdjsonReader() override;

  [[nodiscard]] const Header& header() const override { return header_; }
  const Row* next() override;
  std::span<const Cell> cells() override;

 private:
  struct Parser;  // keeps simdjson out of this header
  [[nodiscard]] std::string read(std::string_view text);

  std::unique_ptr<LineBuffer> lines_;
  ColumnNames columns_;
  Labels labels_;
  std::vector<std::string> reserved_;
  BadRowHandler on_bad_;
  std::unique_ptr<Parser> parser_;
  Header header_;
  TimeReader times_;
  Row row_;
  std::string masked_status_;
  std::vector<Cell> cells_;
};

}  // namespace pos::read
