// SPDX-License-Identifier: MIT
// The level's line in the state text.
#include "model/monitor/gamma_level.hpp"

namespace pos::model {

void GammaLevel::save(StateWriter& out, std::string_view key) const {
  out.begin(key);
  out.number(shape_);
  out.number(rate_);
  out.end();
}

void GammaLevel::restore(StateReader& in, std::string_view key) {
  in.begin(key);
  shape_ = in.amount();
  rate_ = in.amount();
  in.end();
}

}  // namespace pos::model
