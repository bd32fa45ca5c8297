// SPDX-License-Identifier: MIT
#include "model/where/expectation.hpp"

#include <algorithm>

namespace pos::model {
namespace {

constexpr double parent_weight = 20.0;  // bad rows that a parent's word is worth against a cell's own past
constexpr double least_parent = 1e-9;
constexpr double new_value_weight = 0.5;  // rows, of a value's share

double drawn_to(double parent, double bad, double exposure) {
  return (bad + parent_weight) / (exposure + parent_weight / std::max(parent, least_parent));
}

}  // namespace

Expectation::Expectation(const ScanQuestion& question) : question_(question) {
  const Cells& past = question.past;
  bad_ = past.total(question.bad) / question.weight;
  exposure_ = past.total(exposure_number) / question.weight + (question.exposure_has_bad ? 0.0 : bad_);
  rate_ = (bad_ + 0.5) / (exposure_ + 1.0);
  for (std::size_t i = 0; i < past.columns(); ++i) rates_of_unknown_.push_back(rate_of_unknown(i));
}

Candidates Expectation::candidates(const Cells& now, std::size_t set, std::span<const Found> dropped) const {
  return question_.expected ? by_share(now, set, dropped) : by_rate(now, set);
}

Expectation::Past Expectation::past(const CellTable& table, const CellKey& key) const {
  const auto slot = table.find(key);
  if (!slot) return {};
  const double bad = table.number(*slot, question_.bad) / question_.weight;
  const double exposure = table.number(*slot, exposure_number) / question_.weight;
  return {bad, question_.exposure_has_bad ? exposure : exposure + bad, true};
}

double Expectation::bad_of_rest(const CellTable& table) const { return table.rest(question_.bad) / question_.weight; }

// Of a value that the past does not know: as of those it has forgotten.
double Expectation::rate_of_unknown(std::size_t column) const {
  const CellTable& table = question_.past.table(column);
  if (!table.has_rest()) return rate_;
  const double bad = bad_of_rest(table);
  const double exposure = table.rest(exposure_number) / question_.weight;
  return drawn_to(rate_, bad, question_.exposure_has_bad ? exposure : exposure + bad);
}

double Expectation::rate(std::size_t column, std::uint64_t hash) const {
  const Past its = past(question_.past.table(column), {hash, hash});
  return its.is_known ? drawn_to(rate_, its.bad, its.exposure) : rates_of_unknown_[column];
}

// A pair is drawn to the product of what its values do to the rate.
double Expectation::rate(const ColumnSet& set, const CellKey& key) const {
  if (!set.is_pair()) return rate(set.first, key.first);
  const double parent = rate_ * (rate(set.first, key.first) / rate_) * (rate(set.second, key.second) / rate_);
  const Past its = past(question_.past.pair(set.first, set.second), key);
  return drawn_to(parent, its.bad, its.exposure);
}

Candidates Expectation::by_rate(const Cells& now, std::size_t set) const {
  const CellTable& table = now.table(set);
  Candidates all;
  all.cells.reserve(table.size());
  for (std::size_t slot = 0; slot < table.size(); ++slot) {
    const CellKey& key = table.key(slot);
    const double exposure = table.number(slot, exposure_number);
    const double expected = exposure * rate(now.sets()[set], key);
    all.cells.push_back({key, table.number(slot, bad_number), exposure, expected});
    all.expected += expected;
  }
  all.expected += table.rest(exposure_number) * rate_;
  return all;
}

double Expectation::share(std::size_t column, std::uint64_t hash) const {
  const CellTable& table = question_.past.table(column);
  const double values = std::max(static_cast<double>(table.size()), 1.0);
  return (past(table, {hash, hash}).bad + new_value_weight) / (bad_ + new_value_weight * values);
}

double Expectation::share(const ColumnSet& set, const CellKey& key) const {
  if (!set.is_pair()) return share(set.first, key.first);
  const double parent = share(set.first, key.first) * share(set.second, key.second);
  return drawn_to(parent, past(question_.past.pair(set.first, set.second), key).bad, bad_);
}

double Expectation::share_of_rest(const ColumnSet& set, const CellTable& table) const {
  if (!table.has_rest()) return 0.0;
  const double values = set.is_pair() ? 0.0 : static_cast<double>(table.size());
  return bad_of_rest(table) / (bad_ + new_value_weight * values);
}

// Of the rows that lie in a cell and in what was found: the pair that two values make; of more than two, those that
// both have are given and the others are taken as independent.
double Expectation::share_of_both(const ColumnSet& set, const CellKey& key, const Found& found) const {
  const std::array<Value, 2> its{{{set.first, key.first}, {set.second, key.second}}};
  const std::array<Value, 2> others{{{found.set.first, found.key.first}, {found.set.second, found.key.second}}};
  const std::size_t size = set.is_pair() ? 2 : 1;
  const std::size_t size_of_found = found.set.is_pair() ? 2 : 1;
  std::size_t common = 0;
  double share_of_common = 1.0;
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = 0; b < size_of_found; ++b) {
      if (its[a].column != others[b].column) continue;
      if (its[a].hash != others[b].hash) return 0.0;
      ++common;
      share_of_common *= share(its[a].column, its[a].hash);
    }
  }
  if (common == size_of_found) return share(set, key);
  if (common == size) return share(found.set, found.key);
  if (size == 1 && size_of_found == 1) {
    const bool in_order = set.first < found.set.first;
    const ColumnSet both = in_order ? ColumnSet{set.first, found.set.first} : ColumnSet{found.set.first, set.first};
    return share(both, in_order ? CellKey{key.first, found.key.first} : CellKey{found.key.first, key.first});
  }
  return share(set, key) * share(found.set, found.key) / share_of_common;
}

double Expectation::share_left(const ColumnSet& set, const CellKey& key, std::span<const Found> dropped) const {
  double left = share(set, key);
  for (const Found& found : dropped) left -= share_of_both(set, key, found);
  return std::max(left, 0.0);
}

// What has died has no row in the window, so that the cells of the past are candidates too.
Candidates Expectation::by_share(const Cells& now, std::size_t set, std::span<const Found> dropped) const {
  const ColumnSet& columns = now.sets()[set];
  const CellTable& table = now.table(set);
  const CellTable& known = question_.past.table(set);
  const double expected = *question_.expected;
  Candidates all;
  all.cells.reserve(table.size() + known.size());
  const auto add = [&](const CellKey& key, double bad, double exposure) {
    all.cells.push_back({key, bad, exposure, expected * share_left(columns, key, dropped)});
    all.expected += all.cells.back().expected;
  };
  for (std::size_t slot = 0; slot < table.size(); ++slot) {
    add(table.key(slot), table.number(slot, bad_number), table.number(slot, exposure_number));
  }
  for (std::size_t slot = 0; slot < known.size(); ++slot) {
    if (!table.find(known.key(slot))) add(known.key(slot), 0.0, 0.0);
  }
  double left = 1.0;
  for (const Found& found : dropped) left -= share(found.set, found.key);
  all.expected += expected * share_of_rest(columns, known) * std::max(left, 0.0);
  return all;
}

}  // namespace pos::model
