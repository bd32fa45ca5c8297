// SPDX-License-Identifier: MIT
#include "model/isolation_forest.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/random.hpp"
#include "model/sample.hpp"

namespace pos::model {
namespace {

constexpr double one_edge = 4294967296.0;  // 2^32: unit of the fixed-point path lengths

// Grows trees, in preorder. Narrow values fit into one register of the processor, where all features of a row are
// looked at in one step.
template <typename Value>
class Grower {
 public:
  static constexpr std::size_t width = sizeof(Value) == 2 ? 8 : feature_count;
  using Values = std::array<Value, width>;

  static bool fits(const Features& row) {
    const auto least = std::numeric_limits<Value>::min();
    const auto most = std::numeric_limits<Value>::max();
    return std::ranges::all_of(row, [=](std::int64_t value) { return least <= value && value <= most; });
  }

  // On the rows at these places of `from`.
  Tree grow(std::span<const Features> from, std::span<const std::size_t> places, Random& random) {
    random_ = &random;
    rows_.resize(places.size());
    Ranges ranges;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const Features& row = from[places[i]];
      for (std::size_t k = 0; k < feature_count; ++k) rows_[i][k] = static_cast<Value>(row[k]);
      ranges.see(rows_[i]);
    }
    max_depth_ = static_cast<int>(std::bit_width(places.size() - 1));  // ceil(log2(size))
    tree_.clear();
    grow(rows_, ranges, 0);
    return tree_;
  }

 private:
  struct Ranges {
    Values low, high;

    Ranges() {
      low.fill(std::numeric_limits<Value>::max());
      high.fill(std::numeric_limits<Value>::min());
    }
    // On copies, so that the compiler sees that no value lies in another's place.
    void see(const Values& row) {
      const Values values = row;
      Values least = low;
      Values most = high;
      for (std::size_t i = 0; i < width; ++i) least[i] = std::min(least[i], values[i]);
      for (std::size_t i = 0; i < width; ++i) most[i] = std::max(most[i], values[i]);
      low = least;
      high = most;
    }
  };

  void grow(std::span<Values> part, const Ranges& ranges, int depth) {
    std::array<std::size_t, feature_count> varying{};
    std::size_t count = 0;
    for (std::size_t i = 0; depth < max_depth_ && i < feature_count; ++i) {
      if (ranges.low[i] < ranges.high[i]) varying[count++] = i;
    }
    if (count == 0) {
      tree_.push_back({Node::leaf, static_cast<std::int64_t>(part.size())});
      return;
    }
    // A real cut between low and high lies with equal chance in each step from one integer to the next.
    const std::size_t feature = varying[random_->below(count)];
    const std::int64_t low = ranges.low[feature];
    const std::int64_t threshold =
        low + static_cast<std::int64_t>(random_->below(static_cast<std::uint64_t>(ranges.high[feature] - low)));
    tree_.push_back({static_cast<std::int32_t>(feature), threshold});
    // Without a branch, which nobody could foretell: each row changes places with the first of the right side.
    std::array<Ranges, 2> sides;
    auto middle = part.begin();
    for (Values& place : part) {
      const Values row = std::exchange(place, *middle);
      *middle = row;
      const bool is_right = row[feature] > threshold;
      middle += is_right ? 0 : 1;
      sides[is_right ? 1 : 0].see(row);
    }
    grow({part.begin(), middle}, sides[0], depth + 1);
    grow({middle, part.end()}, sides[1], depth + 1);
  }

  Random* random_ = nullptr;
  std::vector<Values> rows_;
  int max_depth_ = 0;
  Tree tree_;
};

// A tree that is to be grown.
struct Planned {
  Random random;
  std::vector<std::size_t> places;  // its sample
};

template <typename Value>
void grow_all(std::span<const Features> rows, std::vector<Planned>& planned, std::vector<Tree>& trees) {
  Grower<Value> grower;
  for (Planned& tree : planned) trees.push_back(grower.grow(rows, tree.places, tree.random));
}

}  // namespace

double average_path_length(double n) {
  if (n <= 1) return 0;
  if (n == 2) return 1;
  return 2 * (std::log(n - 1) + std::numbers::egamma) - 2 * (n - 1) / n;
}

IsolationForest IsolationForest::fit(std::span<const Features> rows, const Settings& settings) {
  const auto gather = [rows](const Subset& wanted) {
    std::vector<Features> found;
    for (const std::size_t place : wanted.numbers()) found.push_back(rows[place]);
    return found;
  };
  return fit(rows.size(), gather, settings);
}

// Many trees at a time, so that the rows are gone over once, or nearly so.
IsolationForest IsolationForest::fit(std::size_t rows, const Gather& gather, const Settings& settings) {
  constexpr std::size_t enough = 1U << 16U;
  if (rows == 0 || settings.sample_size == 0) throw std::invalid_argument("isolation forest: nothing to fit");
  const std::size_t sample_size = std::min(settings.sample_size, rows);
  std::vector<Tree> trees;
  while (trees.size() < settings.trees) {
    std::vector<Planned> planned;
    Subset wanted(rows);
    for (std::size_t i = trees.size(); i < settings.trees && planned.size() * sample_size < enough; ++i) {
      Random random(settings.seed, i);
      auto places = sample(rows, sample_size, random);
      for (const std::size_t place : places) wanted.insert(place);
      planned.push_back({random, std::move(places)});
    }
    const Ranks ranks(wanted);
    for (Planned& tree : planned) {
      for (std::size_t& place : tree.places) place = ranks.of(place);
    }
    const std::vector<Features> found = gather(wanted);
    std::ranges::all_of(found, Grower<std::int16_t>::fits) ? grow_all<std::int16_t>(found, planned, trees)
                                                           : grow_all<std::int64_t>(found, planned, trees);
  }
  return {std::move(trees), sample_size};
}

IsolationForest::IsolationForest(std::vector<Tree> trees, std::size_t sample_size)
    : trees_(std::move(trees)),
      sample_size_(sample_size),
      expected_path_(average_path_length(static_cast<double>(sample_size))) {
  if (trees_.empty() || sample_size == 0) throw std::invalid_argument("a forest needs a tree and a sample");
  std::size_t size = 1;
  for (const Tree& tree : trees_) size += tree.size();
  nodes_.reserve(size);
  nodes_.emplace_back();  // a leaf of no length, for places in the last group that no tree takes
  for (std::size_t i = 0; i < trees_.size(); ++i) {
    if (i % Group::size == 0) groups_.emplace_back();
    Group& group = groups_.back();
    group.roots[i % Group::size] = static_cast<std::uint32_t>(nodes_.size());
    try {
      group.depth = std::max(group.depth, flatten(trees_[i]));
    } catch (const std::invalid_argument& problem) {
      throw std::invalid_argument("tree " + std::to_string(i + 1) + ": " + problem.what());
    }
  }
}

// Lays a preorder tree out with the children of a node side by side, and checks it on the way.
// Returns its depth.
int IsolationForest::flatten(const Tree& tree) {
  struct Place {
    std::uint32_t node;
    int depth;
  };
  std::vector<Place> open = {{static_cast<std::uint32_t>(nodes_.size()), 0}};
  nodes_.emplace_back();
  int deepest = 0;
  for (const Node& node : tree) {
    if (open.empty()) throw std::invalid_argument("nodes behind the end of a tree");
    const auto [place, depth] = open.back();
    open.pop_back();
    if (node.feature == Node::leaf) {
      if (node.value < 1 || node.value > Transaction::max_count) throw std::invalid_argument("leaf without rows");
      const double path = depth + average_path_length(static_cast<double>(node.value));
      nodes_[place] = {std::llround(path * one_edge), place, feature_count};
      deepest = std::max(deepest, depth);
      continue;
    }
    if (node.feature < 0 || static_cast<std::size_t>(node.feature) >= feature_count)
      throw std::invalid_argument("no such feature");
    if (node.value < 0 || node.value > Transaction::max_count) throw std::invalid_argument("threshold out of range");
    if (depth == max_depth) throw std::invalid_argument("tree is deeper than 64");
    const auto left = static_cast<std::uint32_t>(nodes_.size());
    nodes_[place] = {node.value, left, static_cast<std::uint32_t>(node.feature)};
    nodes_.resize(nodes_.size() + 2);
    open.push_back({left + 1, depth + 1});
    open.push_back({left, depth + 1});
  }
  if (!open.empty()) throw std::invalid_argument("tree is not complete");
  return deepest;
}

// Several trees at once: each step waits for memory, and steps of different trees can wait together.
std::int64_t IsolationForest::path_sum(const Features& row) const {
  std::array<std::int64_t, feature_count + 1> values{};
  std::copy(row.begin(), row.end(), values.begin());
  values[feature_count] = std::numeric_limits<std::int64_t>::min();
  const FlatNode* nodes = nodes_.data();
  std::int64_t sum = 0;
  for (const Group& group : groups_) {
    auto at = group.roots;
    for (int step = group.depth; step > 0; --step) {
      for (std::uint32_t& node : at) {
        const FlatNode& flat = nodes[node];
        node = flat.left + static_cast<std::uint32_t>(values[flat.feature] > flat.threshold);
      }
    }
    for (const std::uint32_t node : at) sum += nodes[node].threshold;
  }
  return sum;
}

double IsolationForest::score_of_path(double mean_path) const {
  // A sample of one row isolates nothing; scikit-learn says 0.5.
  return expected_path_ > 0 ? std::exp2(-mean_path / expected_path_) : 0.5;
}

double IsolationForest::score_of_sum(std::int64_t sum) const {
  return score_of_path(static_cast<double>(sum) / one_edge / static_cast<double>(trees_.size()));
}

double IsolationForest::score(const Features& row) const { return score_of_sum(path_sum(row)); }

}  // namespace pos::model
