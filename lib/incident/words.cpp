// SPDX-License-Identifier: MIT
#include "incident/words.hpp"

#include <algorithm>
#include <cmath>

#include "base/plain_number.hpp"
#include "base/reason.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::incident {
namespace {

// A ratio to what nearly never comes is a number without a meaning.
constexpr double next_to_nothing = 0.1;

// On the whole the status was off to the side of its alerts.
bool agrees(const Part& part, bool is_above) {
  const auto count = static_cast<double>(part.count);
  return is_above ? count >= 1.05 * *part.expected : count <= 0.995 * *part.expected;
}

}  // namespace

std::string level_words(std::int64_t count, std::optional<double> expected, Language language) {
  if (!expected || !(*expected >= 0)) return {};
  if (count == 0) return *expected > 0 ? std::string(tr(language, "not seen")) : std::string();
  if (*expected < next_to_nothing) return std::string(tr(language, "far above normal"));
  const double ratio = static_cast<double>(count) / *expected;
  if (ratio >= 1.05) return trf(language, "{}x normal", in_language(language, plain_number(ratio)));
  if (ratio > 0.995) return std::string(tr(language, "as normal"));
  std::string percent;
  append_decimal(percent, std::min(100 * (1 - ratio), 99.0), 0);  // 100 % would be none
  return trf(language, "{} % below normal", percent);
}

std::string level_words(const Part& part, Language language) {
  std::string level = level_words(part.count, part.expected, language);
  const auto told = told_by(part.reason);
  if (!told || !part.expected || agrees(part, told->is_above)) return level;
  const std::string worst = level_words(std::llround(told->count), told->expected, language);
  return worst.empty() ? level : trf(language, "at times {}", worst);
}

bool is_rise(const Part& part) {
  const auto told = told_by(part.reason);
  return told ? told->is_above : part.is_above();
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
  const std::string level = level_words(part, language);
  return trf(language, "{} since {}", level.empty() ? name : name + " " + level, clock_words(part.first, now, language));
}

std::string what_words(const Part& part, const std::string& volume, Language language) {
  const std::string name = name_words(part.status, volume, language);
  const std::string level = level_words(part, language);
  const bool says_nothing = level.empty() || level == tr(language, "as normal");
  return says_nothing ? trf(language, "{} unusual", name) : name + " " + level;
}

}  // namespace pos::incident
