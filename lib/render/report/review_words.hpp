// SPDX-License-Identifier: MIT
// The review of a report in words and tables, for terminals and pages.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "report/report.hpp"

namespace pos::render {

// The first column names the rows, the others are numbers.
struct ReviewTable {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// What it comes to, a sentence each. Names of models stand as they came.
[[nodiscard]] std::vector<std::string> review_lines(const report::Report& report, Language language);
// How long it took until somebody was told, somebody took it, it was over.
[[nodiscard]] ReviewTable delays_table(const report::Review& review, Language language);
// What other budgets would have told, and what to know of that.
[[nodiscard]] ReviewTable budgets_table(const report::Review& review, Language language);
[[nodiscard]] std::string budgets_note(const report::Review& review, Language language);

}  // namespace pos::render
