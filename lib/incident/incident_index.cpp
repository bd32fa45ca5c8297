// SPDX-License-Identifier: MIT
#include "incident/incident_index.hpp"

namespace pos::incident {

void IncidentIndex::note(std::size_t place) {
  const Incident& incident = state_.incidents[place];
  groups_[incident.group].push_back(place);
  if (!volumes_.contains(incident.volume)) volumes_.insert(incident.volume);
}

void IncidentIndex::know() {
  if (known_) return;
  groups_.clear();
  volumes_.clear();
  for (std::size_t place = 0; place < state_.incidents.size(); ++place) note(place);
  known_ = true;
}

const std::vector<std::size_t>& IncidentIndex::find(std::string_view group) {
  know();
  const auto places = groups_.find(group);
  return places == groups_.end() ? none_ : places->second;
}

bool IncidentIndex::finds_volume(std::string_view status) {
  know();
  return volumes_.contains(status);
}

void IncidentIndex::added(std::size_t place) {
  if (place + 1 == state_.incidents.size() && known_) return note(place);
  known_ = false;  // the others have moved
}

std::int64_t IncidentIndex::take_id(LocalSeconds minute) {
  if (!ids_) {
    ids_.emplace(state_.taken.begin(), state_.taken.end());
    for (const Incident& incident : state_.incidents) ids_->insert(incident.id);
    for (const Incident& incident : state_.closed) ids_->insert(incident.id);
  }
  const std::int64_t from = id_of(minute);
  std::int64_t id = from == last_from_ ? last_id_ + 1 : from;
  for (auto taken = ids_->lower_bound(id); taken != ids_->end() && *taken == id; ++taken) ++id;
  ids_->insert(id);
  last_from_ = from;
  return last_id_ = id;
}

}  // namespace pos::incident
