// SPDX-License-Identifier: MIT
// Streams transactions from NDJSON: one JSON object a line.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/columns.hpp"
#include "read/fields.hpp"
#include "read/plain_json.hpp"
#include "read/plain_rows.hpp"
#include "read/row_amounts.hpp"
#include "read/row_labels.hpp"
#include "read/row_reader.hpp"

namespace pos::read {

// Strings and whole numbers are read alike, so `"count":"12"` is 12 and `"time":1772409600` a time. A time may have a
// fraction: 1772409600.5. Errors: as open_rows(), and std::bad_alloc, since no row is bad for want of memory.
class NdjsonReader final : public RowReader {
 public:
  NdjsonReader(std::unique_ptr<LineBuffer> lines, std::string name, const ReadOptions& options, const TimeZone& zone,
               BadRowHandler on_bad);
  ~NdjsonReader() override;

  [[nodiscard]] const Header& header() const override { return header_; }
  const Row* next() override;
  std::span<const PlainRow> plain_rows() override;
  [[nodiscard]] const std::string& status(std::uint32_t number) const override { return plain_.status(number); }
  std::span<const Cell> cells() override;
  [[nodiscard]] std::string amount_problem() const override {
    const std::string problem = amounts_.problem();
    return problem.empty() ? no_amount_ : problem;
  }

 private:
  const Row* next_checked();
  void learn_plain(std::string_view line);
  struct Parser;  // keeps simdjson out of this header
  [[nodiscard]] std::string read(std::string_view text, std::int64_t number);
  [[nodiscard]] std::string check_names(std::int64_t line);
  void find_amount(std::int64_t line);
  void read_labels(std::string_view line);
  [[nodiscard]] std::string_view label_at(std::size_t place, std::string_view line);
  void split(std::string_view line);

  std::unique_ptr<LineBuffer> lines_;
  std::string name_;
  ColumnNames columns_;
  Labels anomaly_label_;
  std::vector<std::string> label_names_;
  bool scored_, reads_amounts_;
  std::vector<std::string> reserved_;
  BadRowHandler on_bad_;
  std::unique_ptr<Parser> parser_;
  Header header_;
  TimeReader times_;
  std::vector<std::string> names_;      // of the keys of the row read last,
  std::optional<ColumnFinder> finder_;  // and what they are: most rows have the same
  std::vector<std::optional<std::size_t>> labels_;
  std::optional<std::size_t> amount_;
  RowAmounts amounts_;
  std::string no_amount_;  // why none, where that is to be told
  std::string names_problem_;
  bool checked_ = false;  // whether a row with these keys fits what was made of them
  std::string joined_;
  bool may_be_plain_;
  PlainJson plain_;
  PlainRows plain_rows_;
  Row row_;
  std::string masked_status_;
  std::vector<Cell> cells_;
  RowLabels row_labels_;
};

}  // namespace pos::read
