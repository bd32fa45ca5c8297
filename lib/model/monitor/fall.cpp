// SPDX-License-Identifier: MIT
// A fall of the volume lasts until counts show that it is over.
#include "model/monitor/fall.hpp"

#include <algorithm>

namespace pos::model {

Fall::Fall(const MonitorParameters& p)
    : min_excess_(p.min_excess),
      share_that_is_back_(1.0 - p.min_change),
      enough_to_judge_(p.prior_count),
      another_level_(p.contrast) {}

bool Fall::holds(double count, double low, double expected) {
  count_ += count;
  low_ += low;
  const bool back = count_ >= std::max(min_excess_, share_that_is_back_ * low_);
  return !back && expected >= enough_to_judge_;
}

// Of few that are expected at that level none may come by chance.
bool Fall::is_news(double count, double expected) const {
  if (!accepted_ || *accepted_ <= 0.0) return true;
  const double usual = *accepted_ * expected;
  return usual >= enough_to_judge_ / 2 && count * another_level_ < usual;
}

void Fall::save(StateWriter& out) const {
  out.begin("fall");
  out.integer(on_ ? 1 : 0);
  out.number(count_);
  out.number(low_);
  if (accepted_) out.number(*accepted_);
  out.end();
}

void Fall::restore(StateReader& in) {
  in.begin("fall");
  on_ = in.integer(0, 1) != 0;
  count_ = in.amount();
  low_ = in.amount();
  accepted_.reset();
  if (in.more()) accepted_ = in.amount();
  in.end();
}

}  // namespace pos::model
