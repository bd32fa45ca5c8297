// SPDX-License-Identifier: MIT
#include "model/where/scan.hpp"

#include <algorithm>
#include <cmath>

#include "model/where/expectation.hpp"

namespace pos::model {
namespace {

const double level_of_scan = std::log(100.0);    // what is named is this much likelier than chance
constexpr double least_share_of_first = 0.25;    // of the excess, that the first one explains beyond what the rest does
constexpr double least_share_of_further = 0.15;  // of the first excess, that a further one explains

// What the logarithms of a Poisson likelihood differ by, where `bad` is expected to be `expected`.
double gain(double bad, double expected) { return bad > 0 ? bad * std::log(bad / expected) : 0.0; }

// Of all, and of what lies outside a candidate.
struct Sums {
  double bad = 0.0;
  double expected = 0.0;
};

double likelihood_ratio(const Sums& inside, const Sums& all, double sign) {
  constexpr double nothing = 1e-9;
  const Sums outside{all.bad - inside.bad, all.expected - inside.expected};
  if (inside.expected <= 0 || outside.expected < 0) return 0.0;
  const bool has_outside = outside.expected > nothing;
  const double factor = inside.bad / inside.expected;
  const double factor_outside = has_outside ? outside.bad / outside.expected : all.bad / all.expected;
  if (sign * (factor - factor_outside) <= 0) return 0.0;
  return gain(inside.bad, inside.expected) + (has_outside ? gain(outside.bad, outside.expected) : 0.0) -
         gain(all.bad, all.expected);
}

class Scanner {
 public:
  // names: all cells there are.
  Scanner(const Cells& names, const ScanQuestion& question)
      : names_(names), question_(question), expectation_(question), sign_(question.side == Side::above ? 1.0 : -1.0) {}

  bool find_in(const Cells& now);
  [[nodiscard]] const std::vector<Found>& found() const { return found_; }

 private:
  struct Best {
    Found found;
    double all_expected = 0.0;  // by the columns of the best
  };

  // Nothing: none is above the level.
  [[nodiscard]] std::optional<Best> best(const Cells& now) const;
  void look_among(const Candidates& candidates, const ColumnSet& set, double bad, std::optional<Best>& best) const;
  [[nodiscard]] bool has_names(const ColumnSet& set, const CellKey& key, std::array<std::string, 2>& names) const;
  [[nodiscard]] bool is_worth_telling(const Best& best, double all_bad);

  const Cells& names_;
  const ScanQuestion& question_;
  Expectation expectation_;
  double sign_;
  double first_excess_ = 0.0;
  std::vector<Found> found_;
};

// The window knows the names of its values, unless they had no room; the past those of values that are missing now.
bool Scanner::has_names(const ColumnSet& set, const CellKey& key, std::array<std::string, 2>& names) const {
  const auto has_name = [&](std::size_t column, std::uint64_t hash, std::string& to) {
    const std::string* name = names_.name(column, hash);
    if (name == nullptr) name = question_.past.name(column, hash);
    if (name == nullptr || *name == other_values) return false;
    to = *name;
    return true;
  };
  return has_name(set.first, key.first, names[0]) && (!set.is_pair() || has_name(set.second, key.second, names[1]));
}

void Scanner::look_among(const Candidates& candidates, const ColumnSet& set, double bad,
                         std::optional<Best>& best) const {
  const double penalty = std::log(std::max(static_cast<double>(candidates.cells.size()), 1.0)) +
                         (set.is_pair() ? std::log(static_cast<double>(question_.past.columns())) : 0.0);
  for (const Candidate& c : candidates.cells) {
    const double score = likelihood_ratio({c.bad, c.expected}, {bad, candidates.expected}, sign_) - penalty;
    if (score < level_of_scan || (best && score < best->found.score)) continue;
    std::array<std::string, 2> names;
    if (!has_names(set, c.key, names)) continue;
    if (best && score == best->found.score && (best->found.set != set || best->found.values < names)) continue;
    best = Best{{set, std::move(names), c.key, c.bad, c.exposure, c.expected, score}, candidates.expected};
  }
}

std::optional<Scanner::Best> Scanner::best(const Cells& now) const {
  std::optional<Best> best;
  const auto sets = now.sets();
  for (std::size_t set = 0; set < sets.size(); ++set) {
    look_among(expectation_.candidates(now, set, found_), sets[set], now.total(bad_number), best);
  }
  return best;
}

// Where all has changed, a part that did so a little more is certain, and explains nothing: what counts of the first is
// how far it is from what the rest does, if that is odd as well.
bool Scanner::is_worth_telling(const Best& best, double all_bad) {
  const auto& [found, all_expected] = best;
  if (!found_.empty()) return sign_ * (found.bad - found.expected) >= least_share_of_further * first_excess_;
  first_excess_ = std::max(sign_ * (all_bad - all_expected), 0.0);
  const double outside = all_expected - found.expected;
  const double its = outside > 0 ? (all_bad - found.bad) / outside : 1.0;
  const double factor = sign_ > 0 ? std::max(its, 1.0) : std::min(its, 1.0);
  return sign_ * (found.bad - factor * found.expected) >= least_share_of_first * first_excess_;
}

// Takes out the rows that lie in what was found.
void drop_rows(Rows& rows, const Found& found) {
  const std::size_t i = found.set.first;
  const std::size_t j = found.set.second;
  std::erase_if(rows.combinations, [&](const Rows::Combination& c) {
    return rows.values[i][c.values[i]].hash == found.key.first && rows.values[j][c.values[j]].hash == found.key.second;
  });
}

Cells exact_cells(const Rows& rows) {
  const std::size_t most = std::clamp<std::size_t>(rows.combinations.size(), 1, most_cells_of_table);
  Cells cells(rows.values.size(), {most, most, most}, 2);
  cells.add(rows, 1.0);
  return cells;
}

// Looks for one more.
bool Scanner::find_in(const Cells& now) {
  auto next = best(now);
  if (!next || !is_worth_telling(*next, now.total(bad_number))) return false;
  found_.push_back(std::move(next->found));
  return true;
}

}  // namespace

std::vector<Found> scan(const Cells& now, const ScanQuestion& question) {
  Scanner scanner(now, question);
  scanner.find_in(now);
  return scanner.found();
}

std::vector<Found> scan(const Rows& now, const ScanQuestion& question) {
  const Cells all = exact_cells(now);
  Scanner scanner(all, question);
  Rows left = now;
  for (bool goes_on = scanner.find_in(all); goes_on && scanner.found().size() < max_found;) {
    drop_rows(left, scanner.found().back());
    goes_on = scanner.find_in(exact_cells(left));
  }
  return scanner.found();
}

}  // namespace pos::model
