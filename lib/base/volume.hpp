// SPDX-License-Identifier: MIT
// The status that measures business, which incidents are counted in: sales, `approved` in English.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/language.hpp"

namespace pos {

// The volume that is the sum of all statuses. It is no status: rows that are made up in its name hold what all others
// do, so no total and no table has them.
inline constexpr std::string_view every_status = "*";

// `approved` in any letter case.
[[nodiscard]] bool is_approved(std::string_view status);

// `1 approval`, `59 approvals`, `574 aprovada`: what an incident loses, behind its number.
[[nodiscard]] std::string volume_word(std::string_view volume, std::int64_t number, Language language = Language::en);

enum class VolumeRule {
  asked,      // by a user: choose_volume() never says so
  approved,   // in the one spelling of it that there is
  spellings,  // there are several: the one that has most
  most,       // it has more than half of all
  sum         // no status has: every_status
};
struct VolumeChoice {
  std::string status;
  VolumeRule rule = VolumeRule::sum;
};

// The volume where nobody says which it is. A stray `approved`, less than one in a thousand, does not count where a
// status has more than half. `weights`: what each status has, of transactions or of what was expected.
[[nodiscard]] VolumeChoice choose_volume(const std::map<std::string, double, std::less<>>& weights);

}  // namespace pos
