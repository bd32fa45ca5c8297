// SPDX-License-Identifier: MIT
// What rows of a history have in common, as one small number: their status, and the values of the columns that keys are
// made of.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "model/status_numbers.hpp"

namespace pos::model {

// Cost     Without labels that of StatusNumbers. With them a look-up a row, and memory for each set of values and each
//          kind that comes.
class RowKinds {
 public:
  struct Kind {
    std::uint32_t status = 0;  // a place in statuses()
    std::uint32_t labels = 0;  // a place in labels()
  };
  using Labels = std::vector<std::string>;

  // Without labels those of a row are not looked at, and a kind is a status, of the same number.
  explicit RowKinds(bool with_labels) : with_labels_(with_labels) {}

  [[nodiscard]] std::uint32_t of(const Transaction& row) {
    const std::uint32_t status = statuses_.of(row.status);
    return with_labels_ ? with_labels(status, row) : status;
  }
  [[nodiscard]] Kind operator[](std::uint32_t kind) const { return with_labels_ ? kinds_[kind] : Kind{kind, 0}; }
  [[nodiscard]] std::size_t size() const { return with_labels_ ? kinds_.size() : statuses_.names().size(); }
  [[nodiscard]] const std::vector<std::string>& statuses() const { return statuses_.names(); }
  // Without labels there are none.
  [[nodiscard]] const std::vector<Labels>& labels() const { return labels_; }

 private:
  std::uint32_t with_labels(std::uint32_t status, const Transaction& row);

  bool with_labels_;
  StatusNumbers statuses_;
  StatusNumbers joined_;  // labels
  std::vector<Labels> labels_;
  std::vector<Kind> kinds_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
  std::string text_;
};

}  // namespace pos::model
