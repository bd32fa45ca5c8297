// SPDX-License-Identifier: MIT
#include "dispatch/conditions.hpp"

#include <algorithm>

namespace pos::dispatch {
namespace {

using incident::matches_pattern;

template <typename Matches>
bool any_or_none(const std::vector<std::string>& patterns, const Matches& matches) {
  return patterns.empty() || std::any_of(patterns.begin(), patterns.end(), matches);
}

bool has_key(const std::vector<std::string>& patterns, const std::string& key) {
  return any_or_none(patterns, [&](const std::string& pattern) { return matches_pattern(pattern, key); });
}

}  // namespace

bool Conditions::match(const incident::Incident& incident) const {
  if (incident.severity < severity || !has_key(keys, incident.group)) return false;
  return any_or_none(statuses, [&](const std::string& pattern) {
    return std::any_of(incident.parts.begin(), incident.parts.end(),
                       [&](const incident::Part& part) { return matches_pattern(pattern, part.status); });
  });
}

bool Conditions::match(const incident::Held& held) const {
  if (held.severity < severity || !has_key(keys, held.group)) return false;
  // A status may have a + in it, so it is not cut there.
  const std::string joined = "+" + held.status + "+";
  return any_or_none(statuses,
                     [&](const std::string& pattern) { return matches_pattern("*+" + pattern + "+*", joined); });
}

}  // namespace pos::dispatch
