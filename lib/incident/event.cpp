// SPDX-License-Identifier: MIT
#include "incident/event.hpp"

namespace pos::incident {

std::string_view what_name(What what) {
  switch (what) {
    case What::opened:
      return "opened";
    case What::updated:
      return "updated";
    case What::reminded:
      return "reminded";
    case What::resolved:
      return "resolved";
    case What::suppressed:
      return "suppressed";
    case What::digest:
      return "digest";
    case What::test:
      break;
  }
  return "test";
}

}  // namespace pos::incident
