// SPDX-License-Identifier: MIT
// What a silence is of.
#include "incident/state.hpp"

namespace pos::incident {

// One star at a time is enough to go back to: the last one may take whatever an earlier one could.
bool matches_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_text = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool Silence::matches(const std::string& of_group, const Part& part) const {
  if (!group.empty() && !matches_pattern(group, of_group)) return false;
  if (!status.empty() && !matches_pattern(status, part.status)) return false;
  return severity == Severity::none || part.severity <= severity;
}

}  // namespace pos::incident
