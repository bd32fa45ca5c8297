// SPDX-License-Identifier: MIT
#include "read/csv_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "read/csv_cells.hpp"
#include "read/fields.hpp"

namespace pos::read {

CsvReader::CsvReader(std::unique_ptr<LineBuffer> lines, const std::string& name, const ReadOptions& options,
                     const TimeZone& zone, BadRowHandler on_bad)
    : lines_(std::move(lines)),
      name_(name),
      wanted_(options.columns),
      anomaly_label_(options.anomaly_label),
      label_names_(options.labels),
      scored_(options.scored),
      rows_(*lines_, name, std::move(on_bad), &wanted_),
      times_(zone, header_.time_style),
      amounts_(rows_.delimiter()),
      first_rows_(rows_.names().size()),
      plain_rows_(label_names_.size()),
      label_texts_(label_names_.size()),
      row_labels_(label_names_.size(), 1) {
  header_.delimiter = rows_.delimiter();
  header_.line = rows_.header();
  header_.names = rows_.names();
  header_.line_number = rows_.header_line();
  header_.time_style.format = wanted_.time_format;
  if (header_.names.empty()) return;
  const ColumnFinder finder = find_columns(rows_, name, wanted_, anomaly_label_, label_names_);
  for (const std::string_view reserved : options.reserved) {
    if (std::find(header_.names.begin(), header_.names.end(), reserved) != header_.names.end())
      refuse(header_.line_number,
             "column '" + std::string(reserved) + "' is there already: has this been scored before?");
  }
  time_ = finder.place(Column::time).value();
  status_ = finder.place(Column::status).value();
  count_ = finder.place(Column::count);
  clock_ = finder.place(Column::clock);
  label_ = finder.place(Column::label);
  if (options.amounts) find_amount(finder);
  header_.time = header_.names[time_];
  header_.status = header_.names[status_];
  if (count_) header_.count = header_.names[*count_];
  if (clock_) header_.clock = header_.names[*clock_];
  if (amount_) header_.amount = header_.names[*amount_];
  for (const auto& place : finder.label_places()) {
    labels_.push_back(place.value());
    header_.labels.push_back(header_.names[*place]);
  }
  const bool may_be_plain = !options.checked && !clock_ && !label_ && time_ != status_;
  if (may_be_plain)
    plain_.emplace(header_.delimiter, PlainCsv::Places{header_.names.size(), time_, status_, count_, labels_, amount_},
                   times_);
}

void CsvReader::find_amount(const ColumnFinder& finder) {
  amount_ = finder.place(Column::amount);
  if (const auto rivals = finder.rival_amounts())
    no_amount_ = rival_amounts(header_.line_number, header_.names[rivals->first], header_.names[rivals->second]);
}

void CsvReader::refuse(std::int64_t line, const std::string& reason) const {
  throw Error(Fault::bad_data, name_ + ":" + std::to_string(line) + ": " + reason);
}

std::span<const PlainRow> CsvReader::plain_rows() {
  if (!plain_ || !first_rows_.over()) return {};
  return plain_rows_.take(*plain_, *lines_, amounts_);
}

const Row* CsvReader::next() {
  if (!plain_ || !first_rows_.over()) return next_checked();
  const auto plain = plain_rows_.take(*plain_, *lines_, amounts_, 1);
  if (plain.empty()) return next_checked();
  to_row(plain.front(), plain_->status(plain.front().status), Format::csv, row_);
  raw_cells_.clear();
  return &row_;
}

// By the way that takes every row.
const Row* CsvReader::next_checked() {
  CsvRows::Raw raw;
  row_.begins_file = false;
  while (rows_.next(raw)) {
    row_.begins_file = row_.begins_file || raw.begins_file;
    if (const std::string reason = read(raw); !reason.empty()) {
      if (times_.undecided()) refuse(raw.line, reason);
      rows_.reject(raw.line, raw.text, reason);
      continue;
    }
    row_.raw = raw.text;
    row_.format = Format::csv;
    row_.line = raw.line;
    if (plain_) plain_->learn(raw_cells_[status_], row_.transaction.status);
    if (!first_rows_.over()) check_against_header();
    return &row_;
  }
  return nullptr;
}

std::string CsvReader::read(const CsvRows::Raw& raw) {
  split_cells(raw.text, header_.delimiter, raw_cells_);
  const std::size_t expected = header_.names.size();
  if (raw_cells_.size() != expected) return wrong_cell_count(raw_cells_.size() < expected, expected);
  Fields fields{cell_text(raw_cells_[time_], time_text_), cell_text(raw_cells_[status_], status_text_), std::nullopt,
                scored_};
  if (clock_) fields.time = join_time(fields.time, cell_text(raw_cells_[*clock_], clock_text_), header_, joined_);
  if (count_) fields.count = cell_text(raw_cells_[*count_], count_text_);
  row_.time_text = fields.time;
  std::string reason = parse_transaction(fields, times_, row_.transaction, masked_status_);
  if (label_ && reason.empty()) reason = parse_label(cell_text(raw_cells_[*label_], label_text_), row_.label);
  if (!reason.empty()) return reason;
  read_labels();
  if (amount_) row_.transaction.amount = amounts_.read(cell_text(raw_cells_[*amount_], amount_text_), raw.line);
  return {};
}

void CsvReader::read_labels() {
  for (std::size_t i = 0; i < labels_.size(); ++i)
    row_labels_.put(0, i, cell_text(raw_cells_[labels_[i]], label_texts_[i]));
  row_.transaction.labels = row_labels_.of(0);
}

void CsvReader::check_against_header() {
  const ColumnFinder finder = find_columns(rows_, name_, wanted_, anomaly_label_, label_names_);
  std::string scratch;
  const auto text = [&](std::size_t i) { return cell_text(raw_cells_[i], scratch); };
  if (std::string doubt = first_rows_.doubt(finder, wanted_, header_.names, text, row_.transaction.time);
      !doubt.empty())
    refuse(row_.line, doubt);
}

std::span<const Cell> CsvReader::cells() {
  cells_.clear();
  if (raw_cells_.empty()) split_cells(row_.raw, header_.delimiter, raw_cells_);
  texts_.resize(raw_cells_.size());
  for (std::size_t i = 0; i < raw_cells_.size(); ++i) {
    const auto kind = count_ == i ? Cell::Kind::number : Cell::Kind::text;
    cells_.push_back({header_.names[i], cell_text(raw_cells_[i], texts_[i]), kind});
  }
  return cells_;
}

}  // namespace pos::read
