// SPDX-License-Identifier: MIT
#include "model/history_volume.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "model/usual_counts.hpp"

namespace pos::model {
namespace {

using Counts = std::map<std::string, double, std::less<>>;

// Of every status that has transactions. One garbage count must not make its status the one that has most.
Counts transactions_of(const History& history) {
  const UsualCounts usual = usual_counts(history);
  std::vector<double> sums(history.names().size(), 0);
  history.replay([&](const History::Row& row) { sums[row.status] += static_cast<double>(believed_count(row, usual)); });
  Counts counts;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (history.highest(static_cast<std::uint32_t>(i)) > 0) counts.emplace(history.names()[i], sums[i]);
  }
  return counts;
}

// `approved, denied, failed`, what there is most of first.
std::string names_of(const Counts& counts) {
  constexpr std::size_t most_names = 10;
  std::vector<std::pair<double, std::string_view>> sorted;
  for (const auto& [status, count] : counts) sorted.emplace_back(-count, status);
  std::ranges::sort(sorted);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(sorted.size(), most_names); ++i) names.push_back(printable(sorted[i].second));
  if (sorted.size() > most_names) names.push_back(std::to_string(sorted.size() - most_names) + " more");
  return join(names, ", ");
}

}  // namespace

VolumeChoice volume_of(const History& history, const std::string& asked) {
  if (asked == every_status) return {asked, VolumeRule::asked};
  const Counts counts = transactions_of(history);
  if (asked.empty()) return choose_volume(counts);
  if (counts.contains(asked)) return {asked, VolumeRule::asked};
  throw Error(Fault::bad_data, "--volume: no transaction has the status '" + printable(asked) +
                                   "'; there are: " + (counts.empty() ? "none" : names_of(counts)));
}

}  // namespace pos::model
