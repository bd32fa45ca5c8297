// SPDX-License-Identifier: MIT
#include "model/where/cells.hpp"

namespace pos::model {
namespace {

constexpr double max_total_of_cells = 1e40;

}  // namespace

Cells::Cells(std::size_t columns, const WhereLimits& limits, std::size_t numbers)
    : sets_(column_sets(columns)), names_(columns), totals_(numbers, 0.0) {
  for (const ColumnSet& set : sets_) tables_.emplace_back(set.is_pair() ? limits.pairs : limits.values, numbers);
}

void Cells::add(const Rows& rows, double weight) {
  std::vector<Amount> weighted = rows.amounts;
  for (Amount& amount : weighted) amount.value *= weight;
  for (const Rows::Combination& c : rows.combinations) {
    for (std::uint32_t i = c.first; i < c.last; ++i) totals_[weighted[i].number] += weighted[i].value;
  }
  for (std::size_t set = 0; set < sets_.size(); ++set) add(set, rows, weighted, weight);  // one after the other: caches
}

void Cells::add(std::size_t set, const Rows& rows, std::span<const Amount> weighted, double weight) {
  const auto [i, j] = sets_[set];
  CellTable& table = tables_[set];
  for (const Rows::Combination& c : rows.combinations) {
    const Rows::Value& value = rows.values[i][c.values[i]];
    const CellKey key{value.hash, rows.values[j][c.values[j]].hash};
    const auto added = table.add(key, c.rows * weight, weighted.subspan(c.first, c.last - c.first));
    if (!added.is_new || i != j) continue;
    if (added.slot == names_[i].size()) names_[i].emplace_back();
    names_[i][added.slot] = value.text;
  }
}

const CellTable& Cells::pair(std::size_t i, std::size_t j) const {
  const std::size_t columns = names_.size();
  return tables_[columns + i * (2 * columns - i - 1) / 2 + (j - i - 1)];
}

const std::string* Cells::name(std::size_t column, std::uint64_t hash) const {
  const auto slot = tables_[column].find({hash, hash});
  return slot ? &names_[column][*slot] : nullptr;
}

void Cells::halve() {
  for (CellTable& table : tables_) table.halve();
  for (double& total : totals_) total *= 0.5;
}

void Cells::widen(std::size_t numbers) {
  for (CellTable& table : tables_) table.widen(numbers);
  totals_.resize(numbers, 0.0);
}

void Cells::save(ByteWriter& out) const {
  for (const double total : totals_) out.real(total);
  for (const CellTable& table : tables_) table.save(out);
  for (const auto& names : names_) {
    for (const std::string& name : names) out.text(name);
  }
}

void Cells::restore(ByteReader& in) {
  for (double& total : totals_) total = in.real(0.0, max_total_of_cells);
  for (CellTable& table : tables_) table.restore(in);
  for (std::size_t column = 0; column < names_.size(); ++column) {
    const CellTable& table = tables_[column];
    for (std::size_t slot = 0; slot < table.size(); ++slot) {
      const std::string& name = names_[column].emplace_back(in.text(max_where_value));
      if (!(table.key(slot) == CellKey{hash_of_value(name), hash_of_value(name)}))
        ByteReader::fail("a value is another");
    }
  }
}

}  // namespace pos::model
