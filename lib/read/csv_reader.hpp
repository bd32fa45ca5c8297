// SPDX-License-Identifier: MIT
// Streams transactions from CSV.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/csv_rows.hpp"
#include "read/fields.hpp"
#include "read/plain_csv.hpp"
#include "read/plain_rows.hpp"
#include "read/row_amounts.hpp"
#include "read/row_labels.hpp"
#include "read/row_reader.hpp"

namespace pos::read {

// `lines` is what CsvRows cuts into rows; `zone` must outlive the reader. Errors: as open_rows().
class CsvReader final : public RowReader {
 public:
  CsvReader(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options,
            const TimeZone& zone, BadRowHandler on_bad);

  [[nodiscard]] const Header& header() const override { return header_; }
  const Row* next() override;
  std::span<const PlainRow> plain_rows() override;
  [[nodiscard]] const std::string& status(std::uint32_t number) const override { return plain_->status(number); }
  std::span<const Cell> cells() override;
  [[nodiscard]] std::string amount_problem() const override { return amount_ ? amounts_.problem() : no_amount_; }

 private:
  void find_amount(const ColumnFinder& finder);
  const Row* next_checked();
  [[nodiscard]] std::string read(const CsvRows::Raw& raw);
  void read_labels();
  void check_against_header();
  [[noreturn]] void refuse(std::int64_t line, const std::string& reason) const;

  std::unique_ptr<LineBuffer> lines_;
  std::string name_;
  ColumnNames wanted_;
  Labels anomaly_label_;
  std::vector<std::string> label_names_;
  bool scored_;
  CsvRows rows_;
  Header header_;
  TimeReader times_;
  std::size_t time_ = 0, status_ = 0;
  std::optional<std::size_t> count_, clock_, label_, amount_;
  std::vector<std::size_t> labels_;
  RowAmounts amounts_;
  std::string no_amount_;  // why none, where that is to be told
  FirstRows first_rows_;
  std::optional<PlainCsv> plain_;  // none: no row can be
  PlainRows plain_rows_;
  Row row_;
  std::vector<std::string_view> raw_cells_;
  std::vector<Cell> cells_;
  std::string time_text_, clock_text_, status_text_, count_text_, label_text_, amount_text_, joined_;
  std::string masked_status_;
  std::vector<std::string> texts_;  // cells whose quotes had to be undoubled
  std::vector<std::string> label_texts_;
  RowLabels row_labels_;
};

}  // namespace pos::read
