// SPDX-License-Identifier: MIT
// Scores of a whole day at once. Of one status a leaf is a box of hours, minutes and counts: its path length is added
// at the corners, and running sums over the three spread it out.
#include <algorithm>
#include <bit>
#include <cassert>
#include <vector>

#include "model/isolation_forest.hpp"

namespace pos::model {
namespace {

constexpr std::size_t hours = 24;
constexpr std::size_t minutes = 60;

// Half open on each side, in places of the grid.
struct Box {
  std::size_t hour[2] = {0, hours};
  std::size_t minute[2] = {0, minutes};
  std::size_t count[2];

  [[nodiscard]] bool empty() const { return hour[0] >= hour[1] || minute[0] >= minute[1] || count[0] >= count[1]; }
};

// How many places of 0, 1, 2, ... lie at or below the threshold.
std::size_t places_below(std::int64_t threshold, std::size_t places) {
  return threshold < 0
             ? 0
             : static_cast<std::size_t>(std::min<std::uint64_t>(static_cast<std::uint64_t>(threshold) + 1, places));
}

}  // namespace

class IsolationForest::DayGrid {
 public:
  DayGrid(const IsolationForest& forest, std::int64_t status, std::int64_t issue, std::span<const std::int64_t> counts,
          std::vector<std::int64_t>& work)
      : forest_(forest), status_(status), issue_(issue), counts_(counts), sums_(work) {
    sums_.assign(hours * minutes * counts.size(), 0);
  }

  std::span<const std::int64_t> sums() {
    Box all;
    all.count[0] = 0;
    all.count[1] = counts_.size();
    for (std::size_t tree = 0; tree < forest_.trees_.size(); ++tree) {
      add(forest_.groups_[tree / Group::size].roots[tree % Group::size], all);
    }
    run(1, counts_.size());
    run(counts_.size(), minutes);
    run(counts_.size() * minutes, hours);
    return sums_;
  }

 private:
  // What the leaves below a node add in this box. Recursion ends at max_depth.
  void add(std::uint32_t at, const Box& box) {
    if (box.empty()) return;
    const FlatNode& node = forest_.nodes_[at];
    switch (node.feature) {
      case feature_count:
        return add_leaf(node.threshold, box);
      case status_feature:
        return add(node.left + static_cast<std::uint32_t>(status_ > node.threshold), box);
      case issue_feature:
        return add(node.left + static_cast<std::uint32_t>(issue_ > node.threshold), box);
      case count_feature:
        return cut(node, box, &Box::count, counts_below(node.threshold));
      case hour_feature:
        return cut(node, box, &Box::hour, places_below(node.threshold, hours));
      default:
        return cut(node, box, &Box::minute, places_below(node.threshold, minutes));
    }
  }

  void cut(const FlatNode& node, const Box& box, std::size_t (Box::*side)[2], std::size_t where) {
    Box part = box;
    (part.*side)[1] = std::min((box.*side)[1], where);
    add(node.left, part);
    part = box;
    (part.*side)[0] = std::max((box.*side)[0], where);
    add(node.left + 1, part);
  }

  [[nodiscard]] std::size_t counts_below(std::int64_t threshold) const {
    return static_cast<std::size_t>(std::upper_bound(counts_.begin(), counts_.end(), threshold) - counts_.begin());
  }

  // From the corners with an even number of upper sides on, it is added; from the others on, taken away.
  void add_leaf(std::int64_t path, const Box& box) {
    for (unsigned corner = 0; corner < 8; ++corner) {
      const std::size_t h = box.hour[corner & 1U];
      const std::size_t m = box.minute[corner >> 1U & 1U];
      const std::size_t c = box.count[corner >> 2U];
      if (h == hours || m == minutes || c == counts_.size()) continue;
      sums_[(h * minutes + m) * counts_.size() + c] += std::popcount(corner) % 2 == 0 ? path : -path;
    }
  }

  // Running sums over `size` places that lie `stride` apart.
  void run(std::size_t stride, std::size_t size) {
    for (std::size_t begin = 0; begin < sums_.size(); begin += stride * size) {
      for (std::size_t i = begin + stride; i < begin + stride * size; ++i) sums_[i] += sums_[i - stride];
    }
  }

  const IsolationForest& forest_;
  std::int64_t status_, issue_;
  std::span<const std::int64_t> counts_;
  std::vector<std::int64_t>& sums_;
};

void IsolationForest::score_day(std::int64_t status, std::int64_t issue, std::span<const std::int64_t> counts,
                                std::span<double> scores, std::vector<std::int64_t>& work) const {
  assert(!counts.empty() && scores.size() == hours * minutes * counts.size());
  DayGrid grid(*this, status, issue, counts, work);
  std::int64_t last = -1;
  double score = 0;
  for (std::size_t i = 0; const std::int64_t sum : grid.sums()) {
    if (sum != last) score = score_of_sum(last = sum);  // neighbours are often in the same leaves
    scores[i++] = score;
  }
}

}  // namespace pos::model
