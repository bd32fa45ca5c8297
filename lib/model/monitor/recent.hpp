// SPDX-License-Identifier: MIT
// The last 30 minutes of a status: counts, and what they are held against.
#pragma once

#include <array>
#include <cstddef>

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Transactions, of one minute or summed over a window. high: what a rise must beat; low: a fall; middle: the forecast.
struct Observed {
  double count = 0.0;
  double high = 0.0;
  double low = 0.0;
  double middle = 0.0;
};

using WindowSums = std::array<Observed, windows.size()>;

enum class Reference { high, low };  // low: or the curve, where that is more

// Edge     Sums of windows not complete yet are there, but say nothing: see complete().
// Why      Sums are taken anew each minute, newest first, never updated: rounding errors would pile
//          up, and a monitor restored from its state would differ in a last digit.
class Recent {
 public:
  // curve: the least that the daily curve alone expects; of the volume only.
  void push(const Observed& minute, double curve = 0.0) {
    newest_ = (newest_ == 0 ? capacity : newest_) - 1;
    minutes_[newest_] = minutes_[newest_ + capacity] = minute;
    curve_[newest_] = curve_[newest_ + capacity] = curve;
    if (size_ < capacity) ++size_;
    sum_up();
  }

  // As if everything had been as expected: counts become the reference.
  void forget(Reference reference);
  void forget_newest(Reference reference);
  void clear() { *this = {}; }

  // How many of `windows` are complete, shortest first.
  [[nodiscard]] std::size_t complete() const {
    std::size_t complete = windows.size();
    while (complete > 0 && size_ < static_cast<std::size_t>(windows[complete - 1])) --complete;
    return complete;
  }
  // Per window; references are at least 1e-4.
  [[nodiscard]] const WindowSums& sums() const { return sums_; }
  // Of the longest window.
  [[nodiscard]] double curve() const;

  void save(StateWriter& out) const;
  void restore(StateReader& in);
  // Behind those, where it has one.
  void save_curve(StateWriter& out) const;
  void restore_curve(StateReader& in);

 private:
  static constexpr std::size_t capacity = longest_window;

  [[nodiscard]] Observed sum(std::size_t newest, std::size_t oldest) const;
  void sum_up();
  void forget_at(std::size_t place, Reference reference);

  // Each minute stands here twice, `capacity` apart, so the last 30 are always in one piece: from
  // newest_ on, newest first.
  std::array<Observed, 2 * capacity> minutes_{};
  std::array<double, 2 * capacity> curve_{};  // of the minute that stands at the same place
  std::size_t newest_ = 0;
  std::size_t size_ = 0;
  WindowSums sums_{};
};

}  // namespace pos::model
