// SPDX-License-Identifier: MIT
// The rows of an alert of one status: of its window, and of the minutes that follow it up to the last alert.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/where/cells.hpp"
#include "model/where/packed_leaves.hpp"
#include "model/where/rows.hpp"
#include "model/where/state_bytes.hpp"

namespace pos::model {

// Rows as a scan wants them: exposure_number and bad_number of each combination. status: what is bad; 0 is the volume,
// which is its own exposure. The exposure of another one is the volume and the status itself, or all rows where those
// are the volume.
[[nodiscard]] Rows rows_of_status(const Rows& rows, std::size_t status, Volume volume);

// Distinct combinations with what they have, until there are too many.
class LeafSet {
 public:
  explicit LeafSet(std::size_t columns) : columns_(columns) {}

  void add(const Rows& rows);
  [[nodiscard]] std::size_t size() const { return leaves_.size(); }
  [[nodiscard]] Rows rows() const;  // borrowed from here

  void save(ByteWriter& out) const;
  void restore(ByteReader& in, std::size_t most);

 private:
  using Values = std::array<std::uint32_t, max_where_columns>;
  struct Leaf {
    Values values{};
    double exposure = 0.0;
    double bad = 0.0;
  };
  struct Column {
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::uint32_t> numbers;
  };
  std::uint32_t number_of(std::size_t column, std::string_view text);

  std::vector<Column> columns_;
  std::vector<Leaf> leaves_;
  std::map<Values, std::size_t> places_;
};

// Units    exposure, bad: transactions of all rows so far, whether their combinations are still known or not.
class AlertWindow {
 public:
  AlertWindow(std::size_t columns, const WhereLimits& limits) : limits_(limits), leaves_(columns) {}

  // may_crowd: where it has more than limits.leaves combinations it forgets them, and goes on in bounded tables, which
  // take memory. Else it takes no more rows from then on.
  void add(const Rows& rows, bool may_crowd);

  [[nodiscard]] double exposure() const { return exposure_; }
  [[nodiscard]] double bad() const { return bad_; }
  // Nothing: it has forgotten them, and tables() are all it has.
  [[nodiscard]] const std::optional<LeafSet>& leaves() const { return leaves_; }
  [[nodiscard]] const std::optional<Cells>& tables() const { return tables_; }

  void save(ByteWriter& out) const;
  void restore(ByteReader& in, std::size_t columns);

 private:
  WhereLimits limits_;
  double exposure_ = 0.0;
  double bad_ = 0.0;
  std::optional<LeafSet> leaves_;
  std::optional<Cells> tables_;
};

}  // namespace pos::model
