// SPDX-License-Identifier: MIT
// Which status of a history measures business.
#pragma once

#include <string>

#include "base/volume.hpp"
#include "model/history.hpp"

namespace pos::model {

// `asked`, or where that is empty what choose_volume() makes of the transactions of each status.
// Errors: pos::Error(Fault::bad_data) where a status is asked for that has no transaction: it tells those that have.
[[nodiscard]] VolumeChoice volume_of(const History& history, const std::string& asked);

}  // namespace pos::model
