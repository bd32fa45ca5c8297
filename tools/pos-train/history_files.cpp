// SPDX-License-Identifier: MIT
#include "history_files.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"
#include "clock/file_order.hpp"

namespace pos::tools {

using model::PackedRow;
using model::PackedRows;

namespace {

// In its order: nobody asks for its line any more, and one that is out of order takes room.
void add_next(PackedRow row, PackedRows& to) {
  row.line = static_cast<std::int64_t>(to.size()) + 1;
  to.add(row);
}

}  // namespace

void HistoryFiles::begin(std::string name) {
  files_.push_back({std::move(name), {}});
  in_order_ = {};
}

void HistoryFiles::add(const Row& row) {
  const Transaction& transaction = row.transaction;
  const auto label = static_cast<std::int8_t>(row.label ? int{*row.label} : -1);
  in_order_.see(transaction.time);
  files_.back().rows.add(
      {transaction.time, minute_of(transaction.time), transaction.count, row.line, kinds_.of(transaction), label});
}

void HistoryFiles::end() {
  File& file = files_.back();
  if (file.rows.size() > 0 && !in_order_.end()) find_times(file);
  if (file.rows.size() == 0) return files_.pop_back();
  sort(file.rows);
  PackedRows::Cursor first(file.rows);
  file.dated = first.next() && first.row().time.dated();
  file.first = first.row().minute;
  file.last = file.rows.last().minute;
  rows_ += file.rows.size();
}

// What the rows say of each other: when they were. Those that no other confirms are left out.
void HistoryFiles::find_times(File& file) {
  const auto name = [this](const PackedRow& row) -> const std::string& {
    return kinds_.statuses()[kinds_[row.status].status];
  };
  clock::FileOrder order;
  for (PackedRows::Cursor at(file.rows); at.next();) order.see(at.row().time, name(at.row()));
  order.end_first();
  for (PackedRows::Cursor at(file.rows); at.next();) static_cast<void>(order.place(at.row().time, name(at.row())));
  order.end_second();
  order.reread();
  PackedRows believed;
  for (PackedRows::Drain at(std::exchange(file.rows, {})); at.next();) {
    PackedRow row = at.row();
    const auto [minute, says] = order.place(row.time, name(row));
    row.minute = minute;
    if (says == clock::FileOrder::Says::believed) {
      believed.add(row);
    } else if (strays_++ == 0) {
      first_stray_ = file.name + ":" + std::to_string(row.line) + ": " + to_text(row.time);
    }
  }
  file.rows = std::move(believed);
}

bool HistoryFiles::is_before(const PackedRow& a, const PackedRow& b) const {
  if (a.minute != b.minute) return a.minute < b.minute;
  const auto key = [this](const PackedRow& row) {
    return std::tuple(row.time.second_of_day, ranks_[row.status], row.count, row.label);
  };
  return key(a) < key(b);
}

// By name, so that the order in which statuses and keys came decides nothing.
void HistoryFiles::rank_kinds() {
  std::vector<std::uint32_t> by_name(kinds_.size());
  std::iota(by_name.begin(), by_name.end(), 0U);
  static const model::RowKinds::Labels none;
  std::ranges::sort(by_name, {}, [&](std::uint32_t number) {
    const auto [status, labels] = kinds_[number];
    return std::tie(kinds_.statuses()[status], kinds_.labels().empty() ? none : kinds_.labels()[labels]);
  });
  ranks_.resize(kinds_.size());
  for (std::uint32_t rank = 0; rank < by_name.size(); ++rank) ranks_[by_name[rank]] = rank;
}

// Minute by minute where their minutes are in order, as is usual; else all at once.
void HistoryFiles::sort(PackedRows& rows) {
  rank_kinds();
  const auto before = [this](const PackedRow& a, const PackedRow& b) { return is_before(a, b); };
  bool sorted = true;
  bool by_minute = true;
  std::optional<PackedRow> last;
  for (PackedRows::Cursor at(rows); at.next() && by_minute; last = at.row()) {
    if (!last) continue;
    sorted = sorted && !is_before(at.row(), *last);
    by_minute = last->minute <= at.row().minute;
  }
  if (sorted) return;
  PackedRows result;
  std::vector<PackedRow> together;
  const auto write = [&] {
    std::ranges::sort(together, before);
    for (const PackedRow& row : together) add_next(row, result);
    together.clear();
  };
  for (PackedRows::Drain at(std::exchange(rows, {})); at.next();) {
    if (by_minute && !together.empty() && together.back().minute != at.row().minute) write();
    together.push_back(at.row());
  }
  write();
  rows = std::move(result);
}

PackedRows HistoryFiles::merge(PackedRows&& a, PackedRows&& b) const {
  PackedRows merged;
  PackedRows::Drain left(std::move(a));
  PackedRows::Drain right(std::move(b));
  bool has_left = left.next();
  bool has_right = right.next();
  while (has_left || has_right) {
    if (has_left && (!has_right || !is_before(right.row(), left.row()))) {
      add_next(left.row(), merged);
      has_left = left.next();
    } else {
      add_next(right.row(), merged);
      has_right = right.next();
    }
  }
  return merged;
}

void HistoryFiles::write(PackedRows&& recording, model::History& history) const {
  history.begin_file();
  std::vector<std::string_view> labels;
  for (PackedRows::Drain at(std::move(recording)); at.next();) {
    const PackedRow& row = at.row();
    const auto label = row.label < 0 ? std::nullopt : std::optional(row.label != 0);
    const model::RowKinds::Kind kind = kinds_[row.status];
    if (!kinds_.labels().empty())
      labels.assign(kinds_.labels()[kind.labels].begin(), kinds_.labels()[kind.labels].end());
    history.add({row.time, kinds_.statuses()[kind.status], row.count, labels}, label);
  }
}

void HistoryFiles::fill(model::History& history) {
  const bool dated = std::ranges::all_of(files_, &File::dated);
  if (dated) std::ranges::stable_sort(files_, {}, &File::first);
  if (!dated) note_repeats();
  for (std::size_t i = 0; i < files_.size(); ++i) {
    for (std::size_t j = i + 1; dated && j < files_.size() && files_[j].first <= files_[i].last; ++j)
      refuse_repeats(files_[i], files_[j]);
  }
  for (std::size_t i = 0; i < files_.size();) {
    PackedRows recording = std::move(files_[i].rows);
    std::int64_t end = files_[i].last;
    for (++i; dated && i < files_.size() && files_[i].first <= end; ++i) {
      end = std::max(end, files_[i].last);
      recording = merge(std::move(recording), std::move(files_[i].rows));
    }
    write(std::move(recording), history);
  }
  files_.clear();
}

// All but one in a hundred are equal where both have a time.
bool HistoryFiles::has_rows_of(const File& earlier, const File& later) const {
  constexpr std::size_t enough = 100;
  const std::int64_t first = later.first;
  const std::int64_t last = std::min(earlier.last, later.last);
  std::size_t rows_of_a = 0, rows_of_b = 0, equal = 0;
  PackedRows::Cursor a(earlier.rows);
  PackedRows::Cursor b(later.rows);
  const auto pass = [=](PackedRows::Cursor& at, std::size_t& rows) {
    bool is_there = at.next();
    while (is_there && at.row().minute < first) is_there = at.next();
    is_there = is_there && at.row().minute <= last;
    if (is_there) ++rows;
    return is_there;
  };
  bool has_a = pass(a, rows_of_a);
  bool has_b = pass(b, rows_of_b);
  while (has_a || has_b) {
    const bool a_first = has_a && (!has_b || is_before(a.row(), b.row()));
    const bool b_first = has_b && (!has_a || is_before(b.row(), a.row()));
    if (!a_first && !b_first) ++equal;
    if (!b_first) has_a = pass(a, rows_of_a);
    if (!a_first) has_b = pass(b, rows_of_b);
  }
  const std::size_t rows = std::max(rows_of_a, rows_of_b);
  return rows >= enough && equal >= rows - rows / 100;
}

// A month that is given twice would be a month with twice the business.
void HistoryFiles::refuse_repeats(const File& earlier, const File& later) const {
  if (!has_rows_of(earlier, later)) return;
  const std::int64_t last = std::min(earlier.last, later.last);
  throw Error(Fault::bad_data, later.name + ": its rows from " + to_date_time(later.first * 60) + " to " +
                                   to_date_time(last * 60) + " are those of " + earlier.name +
                                   ", and would count twice: give each row once");
}

void HistoryFiles::note_repeats() {
  for (std::size_t later = 1; later < files_.size(); ++later) {
    if (has_rows_of(files_[later - 1], files_[later])) {
      repeats_ = files_[later].name + ": its rows are those of " + files_[later - 1].name;
      return;
    }
  }
}

}  // namespace pos::tools
