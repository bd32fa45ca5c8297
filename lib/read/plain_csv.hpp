// SPDX-License-Identifier: MIT
// The rows of CSV that need no close look, which are nearly all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/row.hpp"
#include "read/known_statuses.hpp"
#include "read/plain_time.hpp"

namespace pos::read {

// A row is plain if it has as many cells as the header and no quotes, its status is spelt as one before, its count is
// digits and its time has no blanks around it. What this class says of one is what CsvReader says of it by its other
// way, which takes all rows; tests compare the two.
class PlainCsv {
 public:
  struct Places {
    std::size_t columns = 0;
    std::size_t time = 0, status = 0;
    std::optional<std::size_t> count;
  };

  // `times` must outlive it.
  PlainCsv(char delimiter, const Places& places, TimeReader& times)
      : delimiter_(delimiter), places_(places), times_(times) {}

  // Rows from the begin of `lines` on, which are whole and have LineBuffer's padding behind them, until one is not
  // plain or `rows` is full. Returns how many; they stand at the begin of `lines`, one a line, and end `bytes` behind
  // it.
  std::size_t read(std::string_view lines, std::span<PlainRow> rows, std::size_t& bytes);

  // What a row that is not plain says: its status as it stands in its cell, and as it is meant.
  void learn(std::string_view cell, std::string_view status) { statuses_.learn(cell, status); }
  [[nodiscard]] const std::string& status(std::uint32_t number) const { return statuses_.name(number); }

 private:
  [[nodiscard]] const char* read_row(const char* at, PlainRow& row);

  char delimiter_;
  Places places_;
  PlainTime times_;
  KnownStatuses statuses_;
};

}  // namespace pos::read
