// SPDX-License-Identifier: MIT
#include "model/where/window.hpp"

#include "model/where/scan.hpp"

namespace pos::model {
namespace {

constexpr double max_sum_of_window = 1e40;

}  // namespace

Rows rows_of_status(const Rows& rows, std::size_t status, Volume volume) {
  Rows its;
  its.values = rows.values;
  for (const Rows::Combination& c : rows.combinations) {
    double of_volume = 0.0;
    double bad = 0.0;
    for (std::uint32_t i = c.first; i < c.last; ++i) {
      if (rows.amounts[i].number == 0) of_volume += rows.amounts[i].value;
      if (rows.amounts[i].number == status) bad += rows.amounts[i].value;
    }
    const bool has_bad = status == 0 || volume == Volume::sum;
    const double exposure = has_bad ? of_volume : of_volume + bad;
    if (exposure <= 0) continue;
    const auto first = static_cast<std::uint32_t>(its.amounts.size());
    its.amounts.push_back({exposure_number, exposure});
    if (bad > 0) its.amounts.push_back({bad_number, bad});
    its.combinations.push_back({c.values, exposure, first, static_cast<std::uint32_t>(its.amounts.size())});
  }
  return its;
}

std::uint32_t LeafSet::number_of(std::size_t column, std::string_view text) {
  auto& [texts, numbers] = columns_[column];
  const auto [at, is_new] = numbers.try_emplace(std::string(text), static_cast<std::uint32_t>(texts.size()));
  if (is_new) texts.emplace_back(text);
  return at->second;
}

void LeafSet::add(const Rows& rows) {
  std::vector<std::vector<std::uint32_t>> numbers(columns_.size());  // here, of the values of `rows`
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    for (const Rows::Value& value : rows.values[i]) numbers[i].push_back(number_of(i, value.text));
  }
  for (const Rows::Combination& c : rows.combinations) {
    Values values{};
    for (std::size_t i = 0; i < columns_.size(); ++i) values[i] = numbers[i][c.values[i]];
    const auto [at, is_new] = places_.try_emplace(values, leaves_.size());
    if (is_new) leaves_.push_back({values, 0.0, 0.0});
    Leaf& leaf = leaves_[at->second];
    for (std::uint32_t i = c.first; i < c.last; ++i) {
      (rows.amounts[i].number == bad_number ? leaf.bad : leaf.exposure) += rows.amounts[i].value;
    }
  }
}

Rows LeafSet::rows() const {
  Rows rows;
  for (const Column& column : columns_) {
    auto& values = rows.values.emplace_back();
    for (const std::string& text : column.texts) values.push_back({text, hash_of_value(text)});
  }
  for (const Leaf& leaf : leaves_) {
    const auto first = static_cast<std::uint32_t>(rows.amounts.size());
    rows.amounts.push_back({exposure_number, leaf.exposure});
    rows.amounts.push_back({bad_number, leaf.bad});
    rows.combinations.push_back({leaf.values, leaf.exposure, first, first + 2});
  }
  return rows;
}

void LeafSet::save(ByteWriter& out) const {
  for (const Column& column : columns_) {
    out.number(column.texts.size());
    for (const std::string& text : column.texts) out.text(text);
  }
  out.number(leaves_.size());
  for (const Leaf& leaf : leaves_) {
    for (std::size_t i = 0; i < columns_.size(); ++i) out.number(leaf.values[i]);
    out.real(leaf.exposure);
    out.real(leaf.bad);
  }
}

void LeafSet::restore(ByteReader& in, std::size_t most) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t size = in.amount_of_things(UINT32_MAX);
    for (std::size_t k = 0; k < size; ++k) {
      if (number_of(i, in.text(max_where_value)) != k) ByteReader::fail("a value is there twice");
    }
  }
  const std::size_t size = in.amount_of_things(most);
  for (std::size_t k = 0; k < size; ++k) {
    Leaf leaf;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].texts.empty()) ByteReader::fail("a value is missing");
      leaf.values[i] = static_cast<std::uint32_t>(in.number(columns_[i].texts.size() - 1));
    }
    leaf.exposure = in.real(0.0, max_sum_of_window);
    leaf.bad = in.real(0.0, max_sum_of_window);
    if (!places_.try_emplace(leaf.values, k).second) ByteReader::fail("a combination is there twice");
    leaves_.push_back(leaf);
  }
}

void AlertWindow::add(const Rows& rows, bool may_crowd) {
  const bool is_full = leaves_ && leaves_->size() > limits_.leaves;
  if (is_full) return;
  for (const Rows::Combination& c : rows.combinations) {
    for (std::uint32_t i = c.first; i < c.last; ++i) {
      (rows.amounts[i].number == bad_number ? bad_ : exposure_) += rows.amounts[i].value;
    }
  }
  if (tables_) return tables_->add(rows, 1.0);
  leaves_->add(rows);
  if (leaves_->size() <= limits_.leaves || !may_crowd) return;
  tables_.emplace(rows.values.size(), limits_, 2);
  tables_->add(leaves_->rows(), 1.0);
  leaves_.reset();
}

void AlertWindow::save(ByteWriter& out) const {
  out.real(exposure_);
  out.real(bad_);
  out.number(tables_ ? 1 : 0);
  if (tables_) return tables_->save(out);
  leaves_->save(out);
}

void AlertWindow::restore(ByteReader& in, std::size_t columns) {
  exposure_ = in.real(0.0, max_sum_of_window);
  bad_ = in.real(0.0, max_sum_of_window);
  if (in.number(1) == 0) return leaves_->restore(in, 2 * limits_.leaves);
  leaves_.reset();
  tables_.emplace(columns, limits_, 2);
  tables_->restore(in);
}

}  // namespace pos::model
