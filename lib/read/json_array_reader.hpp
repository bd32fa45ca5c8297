// SPDX-License-Identifier: MIT
// Transactions from a JSON array of objects.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/ndjson_reader.hpp"

namespace pos::read {

// Reads all of the input first; its rows are then lines of NDJSON, without blanks between tokens. Their line is which
// object of the array they are.
// Memory   about four times the input, which may have 256 MiB.
class JsonArrayReader final : public RowReader {
 public:
  // `source` is the one of `lines`. Errors: pos::Error(Fault::bad_data) where the input is no array of objects, or too
  // large; then no row of it is read.
  JsonArrayReader(std::unique_ptr<LineBuffer> lines, const ByteSource& source, const std::string& name,
                  const ReadOptions& options, const TimeZone& zone, BadRowHandler on_bad);

  [[nodiscard]] const Header& header() const override { return rows_->header(); }
  const Row* next() override { return rows_->next(); }
  std::span<const PlainRow> plain_rows() override { return rows_->plain_rows(); }
  [[nodiscard]] const std::string& status(std::uint32_t number) const override { return rows_->status(number); }
  std::span<const Cell> cells() override { return rows_->cells(); }
  [[nodiscard]] std::string amount_problem() const override { return rows_->amount_problem(); }

 private:
  class Memory final : public ByteSource {
   public:
    std::size_t read(char* to, std::size_t size) override;

    std::string bytes;

   private:
    std::size_t at_ = 0;
  };

  Memory memory_;
  std::unique_ptr<NdjsonReader> rows_;
};

}  // namespace pos::read
