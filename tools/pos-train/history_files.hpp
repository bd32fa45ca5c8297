// SPDX-License-Identifier: MIT
// The rows of several files as one history, in order of time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/row.hpp"
#include "model/history.hpp"
#include "model/packed_rows.hpp"
#include "model/row_kinds.hpp"
#include "rows_in_order.hpp"

namespace pos::tools {

//     for each file: files.begin(name); for each row: files.add(row); files.end();
//     files.fill(history);
//
// Order    Rows may stand in any order (clock/file_order.hpp), and so may files with dates: where files overlap in time
//          they are one recording, whose counts add up. Files without dates follow each other as they are given. Equal
//          rows make equal histories, whatever order they came in.
// Errors   pos::Error(Fault::bad_data) where two files with dates hold the same rows of the same time. Of files without
//          dates they may be of another day: repeats() says so.
// Memory   As of model::PackedRows, until fill() is done, which gives it back as the history grows; 48 bytes a row
// where
//          a file is neither in order of time nor nearly so.
class HistoryFiles {
 public:
  // The labels of rows, too; nothing: they have none that anybody asks for.
  explicit HistoryFiles(bool with_labels) : kinds_(with_labels) {}
  void begin(std::string name);
  void add(const Row& row);
  void end();
  void fill(model::History& history);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  // Rows whose time no other one confirms: they are left out. first_stray(): the first, for messages.
  [[nodiscard]] std::int64_t strays() const { return strays_; }
  [[nodiscard]] const std::string& first_stray() const { return first_stray_; }
  // A file without dates that holds the rows of one before it: `b.csv: its rows are those of a.csv`; empty: none does.
  [[nodiscard]] const std::string& repeats() const { return repeats_; }

 private:
  struct File {
    std::string name;
    model::PackedRows rows;
    std::int64_t first = 0, last = 0;  // minutes, as soon as the rows are in order
    bool dated = false;                // the first row is
  };

  void find_times(File& file);
  void rank_kinds();
  void sort(model::PackedRows& rows);
  [[nodiscard]] model::PackedRows merge(model::PackedRows&& a, model::PackedRows&& b) const;
  void write(model::PackedRows&& recording, model::History& history) const;
  [[nodiscard]] bool is_before(const model::PackedRow& a, const model::PackedRow& b) const;
  [[nodiscard]] bool has_rows_of(const File& earlier, const File& later) const;
  void refuse_repeats(const File& earlier, const File& later) const;
  void note_repeats();

  model::RowKinds kinds_;             // what rows call a status
  std::vector<std::uint32_t> ranks_;  // of kinds, by name
  std::vector<File> files_;
  RowsInOrder in_order_;  // of the file at hand
  std::size_t rows_ = 0;
  std::int64_t strays_ = 0;
  std::string first_stray_;
  std::string repeats_;
};

}  // namespace pos::tools
