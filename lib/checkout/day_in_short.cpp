// SPDX-License-Identifier: MIT
#include "checkout/day_in_short.hpp"

#include <vector>

#include "checkout/describe.hpp"
#include "checkout/hourly_test.hpp"
#include "checkout/wording.hpp"

namespace pos::checkout {

std::string day_in_short(const HourlyTable& table, Language language) {
  const HourlyColumn* today = table.find("today");
  if (today == nullptr) return {};
  const double now = total(today->values);
  std::vector<std::string> changes;
  for (const HourlyColumn& column : table.columns) {
    const double then = total(column.values);
    if (!is_reference(column.name) || !(then > 0)) continue;
    changes.push_back(trf(language, "{} against {}", change(then, now, language), column.name));
  }
  const std::string sales = sales_text(now, table.is_money, language);
  const std::string hours = hours_text(static_cast<double>(table.hours.size()), language);
  return changes.empty() ? trf(language, "{} today in {}.", sales, hours)
                         : trf(language, "{} today in {}: {}.", sales, hours, list(changes, language));
}

}  // namespace pos::checkout
