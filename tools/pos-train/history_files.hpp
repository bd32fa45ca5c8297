// SPDX-License-Identifier: MIT
// The rows of several files as one history, in order of time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "model/history.hpp"

namespace pos::tools {

//     for each file: files.begin(name); for each row: files.add(row); files.end();
//     files.fill(history);
//
// Order    Rows may stand in any order (clock/file_order.hpp), and so may files with dates: where files overlap in time
//          they are one recording, whose counts add up. Files without dates follow each other as they are given. Equal
//          rows make equal histories, whatever order they came in.
// Errors   pos::Error(Fault::bad_data) where two files hold the same rows of the same time.
// Memory   48 bytes a row, until fill() is done.
class HistoryFiles {
 public:
  void begin(std::string name);
  void add(const Row& row);
  void end();
  void fill(model::History& history);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  // Rows whose time no other one confirms: they are left out. first_stray(): the first, for messages.
  [[nodiscard]] std::int64_t strays() const { return strays_; }
  [[nodiscard]] const std::string& first_stray() const { return first_stray_; }

 private:
  struct Kept {
    LocalTime time;
    std::int64_t minute;  // that it means
    std::int64_t count;
    std::int64_t line;
    std::uint32_t status;
    std::int8_t label;  // -1: none
  };
  struct File {
    std::string name;
    std::vector<Kept> rows;
    [[nodiscard]] bool dated() const { return rows.front().time.dated(); }
  };

  std::uint32_t number_of(std::string_view status);
  void find_times(File& file);
  static bool is_in_order(File& file);
  void rank_statuses();
  void sort(std::vector<Kept>& rows);
  [[nodiscard]] bool is_before(const Kept& a, const Kept& b) const;
  void refuse_repeats(const File& earlier, const File& later) const;

  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string_view> statuses_;
  std::vector<std::uint32_t> ranks_;  // of statuses_, by name
  std::vector<File> files_;
  std::size_t rows_ = 0;
  std::int64_t strays_ = 0;
  std::string first_stray_;
};

}  // namespace pos::tools
