// SPDX-License-Identifier: MIT
#include "history/model_budgets.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// The monitor's state has a line `parameters BUDGET ...` near its begin.
std::optional<double> budget_in(std::string_view state) {
  constexpr std::string_view key = "\nparameters ";
  const auto at = state.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  state.remove_prefix(at + key.size());
  const auto budget = parse_number<double>(state.substr(0, state.find_first_of(" \n")));
  constexpr double least = 1e-300, most = 1e6;  // as a monitor takes it; infinity is more
  return budget && *budget >= least && *budget <= most ? budget : std::nullopt;
}

std::vector<ModelRows> models(Connection& db, const Period& period, const std::string& which) {
  Statement rows(db,
                 "SELECT model.name, of_model.first, of_model.rows, substr(monitor, 1, 2000) FROM "
                 "(SELECT model, min(time) AS first, count(*) AS rows FROM scored WHERE time >= ?1 AND time < ?2 AND " +
                     which + " GROUP BY model) AS of_model JOIN model ON model.id = of_model.model "
                             "ORDER BY of_model.first, model.id",
                 period.begin, period.end);
  std::vector<ModelRows> all;
  while (rows.step())
    all.push_back({std::string(rows.text(0)), rows.integer(1), rows.integer(2),
                   rows.is_null(3) ? std::nullopt : budget_in(rows.text(3))});
  return all;
}

}  // namespace

std::vector<ModelRows> models_of(Connection& db, const Period& period, const std::string& stream) {
  auto all = models(db, period, stream + " AND expected IS NOT NULL");
  return all.empty() ? models(db, period, stream) : all;
}

}  // namespace pos::history
