// SPDX-License-Identifier: MIT
#include "incident/words.hpp"

#include <algorithm>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::incident {

std::string level_words(std::int64_t count, std::optional<double> expected) {
  if (!expected || !(*expected > 0)) return {};
  if (count == 0) return "not seen";
  const double ratio = static_cast<double>(count) / *expected;
  if (ratio >= 1.05) return plain_number(ratio) + "x normal";
  if (ratio > 0.995) return "as normal";
  std::string percent;
  append_decimal(percent, std::min(100 * (1 - ratio), 99.0), 0);  // 100 % would be none
  return percent + " % below normal";
}

std::string name_words(const std::string& status, const std::string& volume) {
  if (status == every_status) return "transactions";
  return status == volume ? volume_word(volume, 2) : status;
}

std::string clock_words(LocalSeconds time, LocalSeconds now) {
  const std::string text = to_date_time(time).substr(0, 16);
  return text.substr(0, 10) == to_date_time(now).substr(0, 10) ? text.substr(11) : text;
}

std::string of_group(const std::string& group, const std::string& words) {
  return group.empty() ? words : group + ": " + words;
}

std::string part_words(const Part& part, const std::string& volume, LocalSeconds now) {
  const std::string level = level_words(part.count, part.expected);
  return name_words(part.status, volume) + (level.empty() ? "" : " " + level) + " since " +
         clock_words(part.first, now);
}

}  // namespace pos::incident
