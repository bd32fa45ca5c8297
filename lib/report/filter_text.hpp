// SPDX-License-Identifier: MIT
// A report's filter as users type it: options of pos-report, query parameters of pos-serve.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace pos::report {

// Each sets its part of the filter. Returns why `text` cannot be used; empty: it can.
//
//   hours, minutes   `A-B` or `A`: 0 to 23, 0 to 59; both ends count
//   statuses         names with commas between them
//   normal           all, normal or abnormal
//   by               a column that has keys, `merchant`, or one of these, `merchant=alfa`
[[nodiscard]] std::string set_hours(std::string_view text, Filter& filter);
[[nodiscard]] std::string set_minutes(std::string_view text, Filter& filter);
[[nodiscard]] std::string set_statuses(std::string_view text, Filter& filter);
[[nodiscard]] std::string set_normal(std::string_view text, Filter& filter);
[[nodiscard]] std::string set_by(std::string_view text, Filter& filter);

}  // namespace pos::report
