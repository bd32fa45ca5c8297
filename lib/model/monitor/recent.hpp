// SPDX-License-Identifier: MIT
// The last 30 minutes of a status: counts, and what they are held against.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Transactions, of one minute or summed over a window. high: what a rise must beat; low: a fall; middle: the forecast.
struct alignas(16) Observed {
  double count = 0.0;
  double high = 0.0;
  double low = 0.0;
  double middle = 0.0;
};

// By kind of number, as what is made of them is made of all windows at once.
struct WindowSums {
  PerWindow count{};
  PerWindow high{};
  PerWindow low{};
  PerWindow middle{};

  [[nodiscard]] Observed operator[](std::size_t window) const {
    return {count[window], high[window], low[window], middle[window]};
  }
  [[nodiscard]] Observed back() const { return (*this)[windows.size() - 1]; }
};

enum class Reference { high, low };  // low: or the curve, where that is more

// Edge     Sums of windows not complete yet are there, but say nothing: see complete().
// Why      Sums are those that adding up anew gives, newest first, to the last bit: rounding errors would pile up else,
//          and a monitor restored from its state would differ in a last digit. Yet few are added: what a window holds
//          of older minutes was added up in the same order when they were new, and is kept.
class Recent {
 public:
  void push(const Observed& minute) {
    put_newest(minute);
    sum_up();
  }
  // curve: the least that the daily curve alone expects; of the volume only.
  void push(const Observed& minute, double curve);

  // Many minutes, the sums of which nobody asks for before sum_up_anew().
  void put_newest(const Observed& minute) {
    newest_ = (newest_ == 0 ? capacity : newest_) - 1;
    put(newest_, minute);
    if (size_ < capacity) ++size_;
  }
  void sum_up_anew();

  // As if everything had been as expected: counts become the reference.
  void forget(Reference reference);
  void forget_newest(Reference reference);
  void clear() { *this = {}; }

  // How many of `windows` are complete, shortest first.
  [[nodiscard]] std::size_t complete() const {
    if (size_ == capacity) return windows.size();
    std::size_t complete = windows.size() - 1;
    while (complete > 0 && size_ < static_cast<std::size_t>(windows[complete - 1])) --complete;
    return complete;
  }
  // Minutes that are known, 30 at most.
  [[nodiscard]] std::size_t size() const { return size_; }
  // What so many of the newest minutes had to fall below.
  [[nodiscard]] double low(std::size_t minutes) const;
  // Per window; references are at least 1e-4.
  [[nodiscard]] const WindowSums& sums() const { return sums_; }
  // Of the longest window.
  [[nodiscard]] double curve() const;
  // Of so many of its newest minutes.
  [[nodiscard]] double curve(std::size_t minutes) const;
  // The same in no certain order, and so to nearly all digits: quicker.
  [[nodiscard]] double curve_about() const;

  void save(StateWriter& out) const;
  void restore(StateReader& in);
  // Behind those, where it has one.
  void save_curve(StateWriter& out) const;
  void restore_curve(StateReader& in);

 private:
  static constexpr std::size_t capacity = longest_window;
  static constexpr std::size_t block = capacity / 3;

  // Sums of the 7 and of the 10 minutes that ended so long ago: what the windows hold of older minutes.
  struct Kept {
    std::array<Observed, 3> of_7{};           // 1, 2 and 3 minutes ago
    std::array<Observed, 2 * block> of_10{};  // 20 minutes ago, 19 and so on, from `oldest` on around
    std::size_t oldest = 0;
  };

  // Of the minute so long ago.
  [[nodiscard]] std::size_t place(std::size_t ago) const {
    const std::size_t place = newest_ + ago;
    return place < capacity ? place : place - capacity;
  }
  void put(std::size_t place, const Observed& minute) {
    minutes_[place] = minute;
    if (place + 1 < block) minutes_[place + capacity] = minute;
  }
  void sum_up(std::size_t ago = 0);
  void set_sums(const std::array<Observed, windows.size()>& sums);
  [[nodiscard]] double curve_at(std::size_t place) const { return curve_.empty() ? 0.0 : curve_[place]; }
  void forget_at(std::size_t place, Reference reference);

  // A ring; its first nine minutes stand behind its last one once more, so any ten are in one piece, newest first.
  std::array<Observed, capacity + block - 1> minutes_{};
  Kept kept_;
  std::size_t newest_ = 0;
  std::size_t size_ = 0;
  WindowSums sums_{};
  std::vector<double> curve_;  // of the minute that stands at the same place; none where nobody told it
};

}  // namespace pos::model
