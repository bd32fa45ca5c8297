// SPDX-License-Identifier: MIT
// A fall of the volume lasts until counts show that it is over: that nothing comes in a quiet hour shows nothing.
#pragma once

#include <optional>

#include "model/monitor/negative_binomial.hpp"
#include "model/monitor/parameters.hpp"
#include "model/monitor/state_text.hpp"

namespace pos::model {

// Units    count, low, expected: transactions.
// Edge     Where nearly nothing is expected, as in a closed shop, nothing is held: the fall ends at closing time, and
//          comes again at opening if it is still there.
// Source   docs/monitor.md section 8.
class Fall {
 public:
  explicit Fall(const MonitorParameters& parameters);

  // A minute that alerts by its tests; side: that of the best one.
  void hit(Side side) {
    clear();
    on_ = side == Side::below;
  }
  // A minute that does not. True: the fall goes on all the same. low: what a fall must beat in this minute; expected:
  // by the daily curve alone, in the longest window.
  [[nodiscard]] bool holds(double count, double low, double expected);
  void clear() {
    on_ = false;
    count_ = low_ = 0.0;
  }

  [[nodiscard]] bool on() const { return on_; }

  // It has lasted for so long that its level, a share of the daily curve, is taken as normal: until business is back, a
  // fall that is no lower is no news. Nothing at all, or nearly so, is no level. Counts are of the longest window.
  void accept(double count, double expected) { accepted_ = count >= min_excess_ ? count / expected : 0.0; }
  void end_acceptance() { accepted_.reset(); }
  [[nodiscard]] bool is_accepted() const { return accepted_.has_value(); }
  [[nodiscard]] bool is_news(double count, double expected) const;

  void save(StateWriter& out) const;
  void restore(StateReader& in);

 private:
  double min_excess_;
  double share_that_is_back_;  // of what was expected
  double enough_to_judge_;     // expected transactions
  double another_level_;       // a factor

  bool on_ = false;
  double count_ = 0.0;  // since the last hit
  double low_ = 0.0;
  std::optional<double> accepted_;
};

}  // namespace pos::model
