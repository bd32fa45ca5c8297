// SPDX-License-Identifier: MIT
// All that Where knows of one minute: what the monitor said, and the rows. It is what the journal of its state holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/monitor/negative_binomial.hpp"
#include "model/where/packed_leaves.hpp"
#include "model/where/state_bytes.hpp"

namespace pos::model {

struct WhereMinute {
  // Of a Verdict that alerts.
  struct Alert {
    std::size_t place = 0;  // of its status
    Side side = Side::above;
    int window = 0;  // 0: no test found anything
    double mean = 0.0;
  };

  std::int64_t age = 0;  // of the monitor, this minute included
  bool teaches = false;
  int calm = 0;                   // quiet minutes that end an episode
  std::vector<std::string> met;   // statuses that get places in this minute
  std::uint32_t has_verdict = 0;  // a bit by place
  std::vector<Alert> alerts;
  std::string leaves;  // as pack_leaves() makes them

  void save(ByteWriter& out) const;
  // places: that are taken before this minute.
  // Errors   pos::Error(Fault::bad_data); what it returns can be used without another check.
  [[nodiscard]] static WhereMinute restore(ByteReader& in, std::size_t columns, const WhereLimits& limits,
                                           std::size_t places);
};

}  // namespace pos::model
