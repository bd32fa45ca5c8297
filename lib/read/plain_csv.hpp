// SPDX-License-Identifier: MIT
// The rows of CSV that need no close look, which are nearly all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "read/known_statuses.hpp"
#include "read/plain_time.hpp"
#include "read/row_labels.hpp"

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
    std::vector<std::size_t> labels;
    std::optional<std::size_t> amount = {};
  };

  // `times` must outlive it.
  PlainCsv(char delimiter, Places places, TimeReader& times)
      : delimiter_(delimiter),
        places_(std::move(places)),
        times_(times),
        cells_(places_.labels.empty() && !places_.amount ? 0 : places_.columns) {}

  // The row that begins there, all but its line, if its cells are plain. Returns where the next one begins; null: it is
  // not. Its line is whole and has LineBuffer's padding behind it.
  [[nodiscard]] const char* read_row(const char* at, PlainRow& row) {
    return cells_.empty() ? read_cells<false>(at, row) : read_cells<true>(at, row);
  }
  // The labels of the row that read_row() gave last, as those of row `row`.
  void put_labels(RowLabels& labels, std::size_t row) const;
  [[nodiscard]] bool has_amounts() const { return places_.amount.has_value(); }
  [[nodiscard]] std::string_view amount_text() const { return cells_[*places_.amount]; }
  // The bytes of rows: not bare, if there are quotes, NUL or bytes beyond ASCII; of one row, not clean, if a closer
  // look at it finds quotes, NUL or bytes that are no UTF-8. Then it is not plain.
  [[nodiscard]] static bool is_bare(std::string_view rows);
  [[nodiscard]] static bool is_clean(std::string_view row);

  // What a row that is not plain says: its status as it stands in its cell, and as it is meant.
  void learn(std::string_view cell, std::string_view status) { statuses_.learn(cell, status); }
  [[nodiscard]] const std::string& status(std::uint32_t number) const { return statuses_.name(number); }

 private:
  template <bool keep>
  [[nodiscard]] const char* read_cells(const char* at, PlainRow& row);

  char delimiter_;
  Places places_;
  PlainTime times_;
  KnownStatuses statuses_;
  std::vector<std::string_view> cells_;  // of the row at hand, where labels or amounts are asked for
};

}  // namespace pos::read
