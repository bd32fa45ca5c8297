// SPDX-License-Identifier: MIT
#include "base/volume.hpp"

#include <algorithm>

namespace pos {
namespace {

constexpr std::string_view approved = "approved";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool is_approved(std::string_view status) { return std::ranges::equal(status, approved, {}, lower); }

std::string volume_word(std::string_view volume, std::int64_t number, Language language) {
  if (!is_approved(volume)) return std::string(volume);
  return std::string(tr(language, "approval", "approvals", number));
}

VolumeChoice choose_volume(const std::map<std::string, double, std::less<>>& weights) {
  double total = 0;
  double approvals = 0;
  int spellings = 0;
  auto most = weights.end();
  auto spelt = weights.end();
  const auto has_more = [&](auto at, auto than) { return than == weights.end() || at->second > than->second; };
  for (auto at = weights.begin(); at != weights.end(); ++at) {
    total += at->second;
    if (has_more(at, most)) most = at;
    if (!is_approved(at->first)) continue;
    ++spellings;
    approvals += at->second;
    const bool as_much = spelt != weights.end() && at->second == spelt->second;
    if (has_more(at, spelt) || (as_much && at->first == approved)) spelt = at;
  }
  const bool has_most = most != weights.end() && most->second > total / 2;
  const bool is_stray = has_most && approvals < total / 1000;
  if (spelt != weights.end() && !is_stray)
    return {spelt->first, spellings > 1 ? VolumeRule::spellings : VolumeRule::approved};
  if (has_most) return {most->first, VolumeRule::most};
  return {std::string(every_status), VolumeRule::sum};
}

}  // namespace pos
