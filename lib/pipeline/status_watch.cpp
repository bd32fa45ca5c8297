// SPDX-License-Identifier: MIT
#include "pipeline/status_watch.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::pipeline {
namespace {

constexpr std::size_t most_seen = 10;
// A stream whose first rows lack its volume is rare; issues may be long in coming.
constexpr std::int64_t early = 100;
constexpr std::int64_t enough = 1000;

bool has(const std::vector<std::string>& statuses, std::string_view status) {
  return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

}  // namespace

std::string volume_of(const model::Model& model) {
  return (model.monitor ? model.monitor->parameters() : model::MonitorParameters()).volume;
}

StatusWatch::StatusWatch(const std::string& volume, const Settings& settings) {
  if (settings.policy == Policy::above_normal) {
    volume_ = true;
    if (volume != every_status) wanted_ = {volume};
  } else if (settings.policy == Policy::seed) {
    wanted_ = settings.issues;
  }
  done_ = wanted_.empty();
}

void StatusWatch::count(std::string_view status) {
  const bool english = !volume_ && is_approved(status);  // then a good night has no issues, and that is all
  done_ = has(wanted_, status) || english;
  if (done_) return;
  if (seen_.size() < most_seen && !has(seen_, status)) seen_.emplace_back(status);
  ++rows_;
}

bool StatusWatch::misses() const { return !done_ && rows_ >= (volume_ ? early : enough); }

bool StatusWatch::is_worthless() const { return !done_ && rows_ >= enough; }

std::string StatusWatch::why() const {
  std::vector<std::string> seen;
  for (const std::string& status : seen_) seen.push_back(printable(status));
  const std::string rows = "none of " + std::to_string(rows_) + " rows has ";
  const std::string instead = " (they have " + join(seen, ", ") + "): ";
  if (volume_) {
    return rows + "the status '" + printable(wanted_.front()) + "', by which the model measures business" + instead +
           "train a model on the words of this feed with pos-train, or name its column with --columns status=NAME";
  }
  return rows + "a status that --policy seed alerts on, which are " + join(wanted_, ", ") + instead +
         "name those of this feed with --issues LIST";
}

}  // namespace pos::pipeline
