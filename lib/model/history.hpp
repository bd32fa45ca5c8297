// SPDX-License-Identifier: MIT
// The rows of a history, kept small: training goes over them more than once.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "base/zone.hpp"
#include "model/features.hpp"

namespace pos::model {

// Cost     32 bytes a row.
class History {
 public:
  // zone: of the wall clock that its times are told by.
  explicit History(Zone zone = {}) : zone_(std::move(zone)) {}
  [[nodiscard]] const Zone& zone() const { return zone_; }

  // The rows that follow are another file's.
  void begin_file() { files_.push_back(rows_.size()); }
  void add(const Transaction& transaction, std::optional<bool> label = std::nullopt);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool labelled() const { return labelled_; }                    // every row has a label
  [[nodiscard]] const LocalTime& first() const { return rows_.front().time; }  // size() at least 1
  [[nodiscard]] const LocalTime& last() const { return rows_.back().time; }
  [[nodiscard]] std::vector<std::string> statuses() const;  // in byte order
  [[nodiscard]] std::vector<Features> features(const StatusCodes& codes) const;
  // What each row is judged by: its label, or the seed's rule (denied, failed, reversed).
  [[nodiscard]] std::vector<bool> labels() const;

  // Gives the rows back in their order, each file announced before its first row.
  void replay(const std::function<void()>& file, const std::function<void(const Transaction&, bool label)>& row) const;

 private:
  struct Kept {
    LocalTime time;
    std::int32_t status;  // in status_names_
    bool label;
    std::int64_t count;
  };

  [[nodiscard]] std::string_view status(const Kept& row) const {
    return status_names_[static_cast<std::size_t>(row.status)];
  }
  [[nodiscard]] bool label(const Kept& row) const { return labelled_ ? row.label : is_issue(status(row)); }

  Zone zone_;
  std::vector<Kept> rows_;
  std::vector<std::size_t> files_;  // where each begins
  std::map<std::string, std::int32_t, std::less<>> status_numbers_;
  std::vector<std::string> status_names_;
  bool labelled_ = true;
};

}  // namespace pos::model
