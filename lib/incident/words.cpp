// SPDX-License-Identifier: MIT
#include "incident/words.hpp"

#include <algorithm>

#include "base/plain_number.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::incident {

std::string level_words(std::int64_t count, std::optional<double> expected, Language language) {
  if (!expected || !(*expected > 0)) return {};
  if (count == 0) return std::string(tr(language, "not seen"));
  const double ratio = static_cast<double>(count) / *expected;
  if (ratio >= 1.05) return trf(language, "{}x normal", in_language(language, plain_number(ratio)));
  if (ratio > 0.995) return std::string(tr(language, "as normal"));
  std::string percent;
  append_decimal(percent, std::min(100 * (1 - ratio), 99.0), 0);  // 100 % would be none
  return trf(language, "{} % below normal", percent);
}

std::string name_words(const std::string& status, const std::string& volume, Language language) {
  if (status == every_status) return std::string(tr(language, "transactions"));
  return status == volume ? volume_word(volume, 2, language) : status;
}

std::string date_words(LocalSeconds time, Language language) {
  return date_in_language(language, to_date_time(time).substr(0, 16));
}

std::string clock_words(LocalSeconds time, LocalSeconds now, Language language) {
  const std::string text = to_date_time(time).substr(0, 16);
  return text.substr(0, 10) == to_date_time(now).substr(0, 10) ? text.substr(11) : date_words(time, language);
}

std::string of_group(const std::string& group, const std::string& words) {
  return group.empty() ? words : group + ": " + words;
}

std::string part_words(const Part& part, const std::string& volume, LocalSeconds now, Language language) {
  const std::string name = name_words(part.status, volume, language);
  const std::string level = level_words(part.count, part.expected, language);
  return trf(language, "{} since {}", level.empty() ? name : name + " " + level, clock_words(part.first, now, language));
}

std::string what_words(const Part& part, const std::string& volume, Language language) {
  const std::string name = name_words(part.status, volume, language);
  const std::string level = level_words(part.count, part.expected, language);
  const bool says_nothing = level.empty() || level == tr(language, "as normal");
  return says_nothing ? trf(language, "{} unusual", name) : name + " " + level;
}

}  // namespace pos::incident
