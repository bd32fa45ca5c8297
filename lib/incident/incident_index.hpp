// SPDX-License-Identifier: MIT
// Incidents by group and by number, so that a record costs the same however many keys have one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "incident/state.hpp"

namespace pos::incident {

// Of a state whose incidents nobody else adds or removes meanwhile.
class IncidentIndex {
 public:
  explicit IncidentIndex(const State& state) : state_(state) {}

  // Places in State::incidents of those of a group, ascending; good until one is added or removed.
  [[nodiscard]] const std::vector<std::size_t>& of(std::string_view group) {
    return state_.incidents.empty() ? none_ : find(group);
  }
  // Whether one is counted in this status.
  [[nodiscard]] bool has_volume(std::string_view status) { return !state_.incidents.empty() && finds_volume(status); }

  // The first number from `id_of(minute)` on that no incident has, nor had: it is taken now.
  [[nodiscard]] std::int64_t take_id(LocalSeconds minute);

  // One was put there; others were removed.
  void added(std::size_t place);
  void removed() { known_ = false; }

 private:
  const std::vector<std::size_t>& find(std::string_view group);
  bool finds_volume(std::string_view status);
  void know();
  void note(std::size_t place);

  const State& state_;
  const std::vector<std::size_t> none_;
  bool known_ = false;
  std::map<std::string, std::vector<std::size_t>, std::less<>> groups_;
  std::set<std::string, std::less<>> volumes_;
  std::optional<std::set<std::int64_t>> ids_;  // all that are taken, once somebody asks
  std::int64_t last_id_ = 0;                   // taken last, from last_from_ on
  std::int64_t last_from_ = 0;
};

}  // namespace pos::incident
