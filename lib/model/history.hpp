// SPDX-License-Identifier: MIT
// The rows of a history, kept small: training goes over them more than once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "base/zone.hpp"
#include "model/features.hpp"
#include "model/packed_rows.hpp"
#include "model/status_numbers.hpp"

namespace pos::model {

// Cost     As of PackedRows: 2 or 3 bytes a row of a feed by the minute, and 16 a file.
class History {
 public:
  struct Row {
    LocalTime time;
    std::uint32_t status = 0;  // a place in names()
    std::int64_t count = 0;
    bool label = false;  // what it is judged by: its label, or the seed's rule (denied, failed, reversed)
  };

  // zone: of the wall clock that its times are told by.
  explicit History(Zone zone = {}) : zone_(std::move(zone)) {}
  [[nodiscard]] const Zone& zone() const { return zone_; }

  // The rows that follow are another file's.
  void begin_file() { files_.push_back(rows_.size()); }
  void add(const Transaction& transaction, std::optional<bool> label = std::nullopt);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool labelled() const { return labelled_; }        // every row has a label
  [[nodiscard]] const LocalTime& first() const { return first_; }  // size() at least 1
  [[nodiscard]] const LocalTime& last() const { return rows_.last().time; }
  [[nodiscard]] std::vector<std::string> statuses() const;  // in byte order
  // The statuses in the order they came, the rows of each, and its highest count.
  [[nodiscard]] const std::vector<std::string>& names() const { return numbers_.names(); }
  [[nodiscard]] std::size_t rows(std::uint32_t status) const { return of_status_[status].rows; }
  [[nodiscard]] std::int64_t highest(std::uint32_t status) const { return of_status_[status].highest; }

  // Gives the rows back in their order, each file announced before its first row.
  template <typename TakeFile, typename TakeRow>
  void replay(TakeFile&& file, TakeRow&& row) const {
    auto next_file = files_.begin();
    std::size_t place = 0;
    for (PackedRows::Cursor at(rows_); at.next(); ++place) {
      for (; next_file != files_.end() && *next_file == place; ++next_file) file();
      row(row_of(at.row()));
    }
  }
  template <typename TakeRow>
  void replay(TakeRow&& row) const {
    for (PackedRows::Cursor at(rows_); at.next();) row(row_of(at.row()));
  }

 private:
  struct OfStatus {
    bool is_issue = false;
    std::size_t rows = 0;
    std::int64_t highest = 0;
  };

  [[nodiscard]] Row row_of(const PackedRow& row) const {
    return {row.time, row.status, row.count, labelled_ ? row.label == 1 : of_status_[row.status].is_issue};
  }

  Zone zone_;
  PackedRows rows_;
  std::vector<std::size_t> files_;  // where each begins
  LocalTime first_;
  StatusNumbers numbers_;
  std::vector<OfStatus> of_status_;  // by number
  bool labelled_ = true;
};

// What the forest knows of the rows of a history, by the codes of a model.
class HistoryFeatures {
 public:
  HistoryFeatures(const History& history, const StatusCodes& codes);

  [[nodiscard]] Features of(const History::Row& row) const {
    const int minute = row.time.minute_of_day();
    return {codes_[row.status], row.count, minute / 60, minute % 60, issues_[row.status]};
  }
  [[nodiscard]] std::int64_t code(std::uint32_t status) const { return codes_[status]; }
  [[nodiscard]] bool is_issue(std::uint32_t status) const { return issues_[status] != 0; }

 private:
  std::vector<std::int64_t> codes_, issues_;  // by number of the status
};

}  // namespace pos::model
