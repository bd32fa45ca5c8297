// SPDX-License-Identifier: MIT
#include "model/keys/key_training.hpp"

#include <utility>

namespace pos::model {

KeyTraining::KeyTraining(const History& rows) : rows_(rows), keys_(rows.families()) {
  keys_.judge_by_least_surcharge(true);
  of_row_.resize(rows.keys().size());
}

void KeyTraining::add(std::int64_t minute, const History::Row& row, StatusId status, std::uint64_t count) {
  const RowKinds::Labels& values = rows_.keys()[row.keys];
  std::vector<KeyId>& ids = of_row_[row.keys];
  if (ids.empty()) {
    for (std::size_t family = 0; family < values.size(); ++family) {
      if (!values[family].empty()) ids.push_back(keys_.intern(family, values[family]));
    }
  }
  for (const KeyId id : ids) minutes_.add(minute, {id, status, count});
}

std::span<const KeyAlert> KeyTraining::close(std::int64_t minute, const Monitor& whole) {
  if (!whole.last_minute()) return {};  // before the first transaction
  const auto alerts = keys_.step(whole, minutes_.take(minute));
  calibration_.see(keys_, alerts);
  return alerts;
}

KeyMonitor KeyTraining::finish(const Monitor& whole) && {
  keys_.judge_by_least_surcharge(false);
  keys_.set_surcharge(surcharge(whole));
  return std::move(keys_);
}

}  // namespace pos::model
