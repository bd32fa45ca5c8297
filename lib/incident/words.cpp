// SPDX-License-Identifier: MIT
#include "incident/words.hpp"

#include <algorithm>
#include <cmath>

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

std::string chance_words(std::optional<double> surprise, Language language) {
  constexpr double month = 30.44, year = 365.25;
  if (!surprise) return {};
  const double days = std::pow(10.0, *surprise);
  if (days < 1.5) return std::string(tr(language, "by chance once a day or more"));
  const std::int64_t whole_days = std::llround(days);
  const std::int64_t months = std::llround(days / month);
  const std::int64_t years = std::llround(days / year);
  if (days < 2 * month)
    return trnf(language, "by chance once in {} day", "by chance once in {} days", whole_days, whole_days);
  if (days < 2 * year) return trnf(language, "by chance once in {} month", "by chance once in {} months", months, months);
  if (days <= 100 * year) return trnf(language, "by chance once in {} year", "by chance once in {} years", years, years);
  return std::string(tr(language, "by chance less than once in 100 years"));
}

}  // namespace pos::incident
