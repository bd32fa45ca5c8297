// SPDX-License-Identifier: MIT
#include "history/volume.hpp"

#include <map>
#include <string_view>

#include "base/volume.hpp"

namespace pos::history {

using namespace sqlite;

namespace {

// The monitor's state has a line `volume STATUS` near its begin.
std::optional<std::string> volume_in(std::string_view state) {
  constexpr std::string_view key = "\nvolume ";
  const auto at = state.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  state.remove_prefix(at + key.size());
  const auto end = state.find('\n');
  return end == std::string_view::npos ? std::nullopt : std::optional(std::string(state.substr(0, end)));
}

}  // namespace

std::optional<std::string> volume_of(Connection& db, const std::string& stream) {
  Statement model(db,
                  "SELECT substr(monitor, 1, 2000) FROM model "
                  "WHERE id = (SELECT model FROM scored WHERE " +
                      stream + " ORDER BY id DESC LIMIT 1)");
  if (!model.step()) return std::nullopt;
  if (!model.is_null(0)) {
    if (auto volume = volume_in(model.text(0))) return volume;
  }
  std::map<std::string, double, std::less<>> counts;
  Statement rows(db,
                 "SELECT status.name, total(count) FROM status LEFT JOIN "
                 "(SELECT status, count FROM scored WHERE " +
                     stream +
                     " ORDER BY id DESC LIMIT 10000) AS newest "
                     "ON newest.status = status.id WHERE status.name <> '*' GROUP BY status.id");
  while (rows.step()) counts.emplace(rows.text(0), rows.real(1));
  return choose_volume(counts).status;
}

}  // namespace pos::history
