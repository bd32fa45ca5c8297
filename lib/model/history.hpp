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
#include "model/row_kinds.hpp"

namespace pos::model {

// Cost     As of PackedRows: 2 or 3 bytes a row of a feed by the minute, and 16 a file; with keys 3 or more, and as of
//          RowKinds.
class History {
 public:
  struct Row {
    LocalTime time;
    std::uint32_t status = 0;  // a place in names()
    std::int64_t count = 0;
    bool label = false;      // what it is judged by: its label, or the seed's rule (denied, failed, reversed)
    std::uint32_t keys = 0;  // a place in keys()
  };

  // zone: of the wall clock that its times are told by. families: columns whose values are the labels of its rows.
  explicit History(Zone zone = {}, std::vector<std::string> families = {})
      : zone_(std::move(zone)), families_(std::move(families)), kinds_(!families_.empty()) {}
  [[nodiscard]] const Zone& zone() const { return zone_; }
  [[nodiscard]] const std::vector<std::string>& families() const { return families_; }

  // The rows that follow are another file's.
  void begin_file() { files_.push_back(rows_.size()); }
  void add(const Transaction& transaction, std::optional<bool> label = std::nullopt);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool labelled() const { return labelled_; }        // every row has a label
  [[nodiscard]] const LocalTime& first() const { return first_; }  // size() at least 1
  [[nodiscard]] const LocalTime& last() const { return rows_.last().time; }
  [[nodiscard]] std::vector<std::string> statuses() const;  // in byte order
  // The statuses in the order they came, the rows of each, and its highest count.
  [[nodiscard]] const std::vector<std::string>& names() const { return kinds_.statuses(); }
  [[nodiscard]] std::size_t rows(std::uint32_t status) const { return of_status_[status].rows; }
  [[nodiscard]] std::int64_t highest(std::uint32_t status) const { return of_status_[status].highest; }

  // The sets of values that rows have in the columns of families(), in that order; an empty value is none.
  [[nodiscard]] const std::vector<RowKinds::Labels>& keys() const { return kinds_.labels(); }

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
    const auto [status, keys] = kinds_[row.status];
    return {row.time, status, row.count, labelled_ ? row.label == 1 : of_status_[status].is_issue, keys};
  }

  Zone zone_;
  std::vector<std::string> families_;
  PackedRows rows_;                 // what they call a status is a kind
  std::vector<std::size_t> files_;  // where each begins
  LocalTime first_;
  RowKinds kinds_;
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
