// SPDX-License-Identifier: MIT
#include "write/recommendation.hpp"

namespace pos::write {
namespace {

std::string what_to_do(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "look now";
    case Severity::warning:
      return "watch";
    case Severity::none:
      break;
  }
  return "check";
}

// The largest unit that there are some of; half of one more is one more.
std::string about(std::int64_t seconds) {
  constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;
  const auto number = [seconds](std::int64_t unit) { return std::to_string((seconds + unit / 2) / unit); };
  if (seconds < minute) return std::to_string(seconds) + " s";
  if (seconds < 2 * hour) return number(minute) + " min";
  return seconds < 2 * day ? number(hour) + " h" : number(day) + " days";
}

}  // namespace

std::string recommendation(const Scored& scored) {
  if (scored.decision == Decision::approve) return "none";
  return what_to_do(scored.severity) + " (" + scored.reason + ")";
}

std::string not_judged(Unjudged why, std::int64_t seconds) {
  switch (why) {
    case Unjudged::late:
      return "not judged (" + about(seconds) + " late)";
    case Unjudged::ahead:
      return "not judged (" + about(seconds) + " ahead of the clock)";
    case Unjudged::alone:
      break;
  }
  return "not judged (no other row confirms its time)";
}

}  // namespace pos::write
