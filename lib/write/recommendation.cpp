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

}  // namespace

std::string recommendation(const Scored& scored) {
  if (scored.decision == Decision::approve) return "none";
  return what_to_do(scored.severity) + " (" + scored.reason + ")";
}

}  // namespace pos::write
