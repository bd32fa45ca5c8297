// SPDX-License-Identifier: MIT
// Which scored records say what time it is.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/record.hpp"
#include "clock/belief.hpp"

namespace pos::tools {

// pos-score has judged the rows whose time it believed: those are taken, and in their company no others, for a row of
// 2030 would resolve every incident. Where no row is judged, as with the policies forest and seed, the rows confirm
// each other (clock/belief.hpp).
class Believed {
 public:
  using Take = std::function<void(Record&&)>;

  // `take` gets rows in the order they came; not those that are left out.
  explicit Believed(Take take) : take_(std::move(take)) {}

  void push(Record&& record);
  // Input came at `now`; it waits; it ends.
  void confirm(LocalSeconds now);
  void settle(LocalSeconds now);
  void finish(LocalSeconds now);

  [[nodiscard]] std::int64_t left_out() const { return left_out_; }
  // More than a few rows stand behind later ones: incidents made of them are not what happened.
  [[nodiscard]] bool is_out_of_order() const { return clock::too_many(late_, rows_); }
  [[nodiscard]] std::int64_t late() const { return late_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }

 private:
  void release();
  void give(Record&& record);

  Take take_;
  clock::Belief belief_;
  bool judged_ = false;  // some row was
  std::vector<Record> waiting_;
  std::int64_t left_out_ = 0, late_ = 0, rows_ = 0;
  LocalSeconds newest_ = INT64_MIN;
};

}  // namespace pos::tools
