// SPDX-License-Identifier: MIT
// Which column is the time, the status, the count: by name, by alias, or as the user says.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/local_time.hpp"

namespace pos::read {

// What the user says of the columns; what is empty is found by the names of pos-formats(5).
struct ColumnNames {
  std::string time;
  std::string clock;  // `time=date+clock`: the second of two columns that make a time
  std::string status;
  std::string count;
  std::string amount;       // of money; what no row has is no fault unless it is named here
  bool no_count = false;    // `count=`: every row is one transaction
  bool no_amount = false;   // `amount=`: no column is money
  bool no_header = false;   // of CSV: then names are places, from 1
  std::string time_format;  // of times, as parse_time_format() gives it; empty: the forms of pos-formats(5)
};

// Reads `time=ts,status=st,count=n,amount=a`, any part of it. Errors: pos::Error(Fault::usage).
[[nodiscard]] ColumnNames parse_column_names(std::string_view map);

enum class Column { time, status, count, label, clock, amount };
inline constexpr std::size_t column_kinds = 6;

enum class Labels { ignore, read };

// Finds the columns among names that are offered one by one, as a header or a JSON object has them. Names are compared
// by fold_name(). The very name wins over another spelling of it, and that over an alias; two of the same rank are
// ambiguous.
class ColumnFinder {
 public:
  // `label_names` are of columns whose values are asked for (ReadOptions::labels); both must outlive the finder.
  ColumnFinder(const ColumnNames& names, Labels labels, std::span<const std::string> label_names = {})
      : names_(&names), labels_(labels), label_names_(label_names), found_labels_(label_names.size()) {}

  // `place` is the caller's: a column number, an index of values.
  void offer(std::string_view name, std::size_t place);
  // An amount that may be another column, or that is one of the others, is none.
  [[nodiscard]] std::optional<std::size_t> place(Column column) const;
  // The two places of which either may be the amount, so that none is; nothing: there are no such.
  [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> rival_amounts() const;
  // Of each of the label names; nothing: no column has it.
  [[nodiscard]] std::vector<std::optional<std::size_t>> label_places() const;
  // True: time and status are there.
  [[nodiscard]] bool finds_record() const;
  // Why the names offered do not do: a column is missing or ambiguous; empty: they do. A label that is missing is no
  // problem here, since rows of JSON may lack it:
  [[nodiscard]] std::string problem() const;
  // that is this one.
  [[nodiscard]] std::string missing_label() const;
  // What to do where a column is missing.
  [[nodiscard]] std::string cure() const;
  // Whether it has a part of the record, an amount only where somebody says so: it may be how many,
  [[nodiscard]] bool uses(std::size_t place) const;
  // or is a label.
  [[nodiscard]] bool is_label(std::size_t place) const;

 private:
  enum class Rank { none, alias, spelling, name };
  struct Found {
    std::optional<std::size_t> place;
    Rank rank = Rank::none;
    bool twice = false;
    std::optional<std::size_t> before = {};  // the other one, where it is there twice
  };
  [[nodiscard]] std::string_view wanted(Column column) const;
  [[nodiscard]] Rank rank(Column column, std::string_view name, std::string_view folded) const;
  static void take(std::size_t place, Rank rank, Found& found);

  const ColumnNames* names_;
  Labels labels_;
  std::span<const std::string> label_names_;
  std::array<Found, column_kinds> found_;
  std::vector<Found> found_labels_;
};

// Looks at the first rows for what shows that the header was not understood.
class FirstRows {
 public:
  // The first value of each column counts, if it comes within a hundred rows.
  explicit FirstRows(std::size_t columns) : has_value_(columns, false) {}

  [[nodiscard]] bool over() const { return rows_left_ == 0; }

  // What the next row shows: no column is a count, but another has whole numbers; or the times are clock-only, and a
  // column beside them has the date. Empty: neither. `text` gives what stands at a place of `names`, `time` is the
  // row's.
  [[nodiscard]] std::string doubt(const ColumnFinder& finder, const ColumnNames& wanted,
                                  std::span<const std::string> names,
                                  const std::function<std::string_view(std::size_t)>& text, const LocalTime& time);

 private:
  std::vector<bool> has_value_;
  int rows_left_ = 100;
};

}  // namespace pos::read
