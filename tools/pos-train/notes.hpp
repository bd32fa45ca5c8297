// SPDX-License-Identifier: MIT
// What a person should know of a training in one line, on standard error.
#pragma once

#include "base/volume.hpp"
#include "model/history.hpp"
#include "model/monitor/monitor.hpp"
#include "options.hpp"

namespace pos::tools {

// Where it was no matter of course which status measures business.
void tell_volume(const VolumeChoice& volume);

// With -q too where cron may put such a model in the place of one that knew weeks.
void tell_what_it_lacks(const Options& options, const model::History& history, const model::Monitor& monitor);

// Events that no row can be of.
void tell_dateless(const Options& options, const model::History& history);

}  // namespace pos::tools
