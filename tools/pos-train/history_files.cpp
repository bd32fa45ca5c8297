// SPDX-License-Identifier: MIT
#include "history_files.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"
#include "clock/belief.hpp"
#include "clock/file_order.hpp"
#include "clock/groups.hpp"

namespace pos::tools {

void HistoryFiles::begin(std::string name) { files_.push_back({std::move(name), {}}); }

std::uint32_t HistoryFiles::number_of(std::string_view status) {
  const auto known = numbers_.find(status);
  if (known != numbers_.end()) return known->second;
  const auto added = numbers_.emplace(status, static_cast<std::uint32_t>(statuses_.size())).first;
  statuses_.push_back(added->first);
  return added->second;
}

void HistoryFiles::add(const Row& row) {
  const Transaction& transaction = row.transaction;
  const auto label = static_cast<std::int8_t>(row.label ? int{*row.label} : -1);
  files_.back().rows.push_back(
      {transaction.time, 0, transaction.count, row.line, number_of(transaction.status), label});
}

void HistoryFiles::end() {
  File& file = files_.back();
  if (file.rows.empty()) return files_.pop_back();
  find_times(file);
  sort(file.rows);
  rows_ += file.rows.size();
}

// Dated rows that stand in order of time and are all believed as they come need no second look.
bool HistoryFiles::is_in_order(File& file) {
  clock::Belief belief;
  std::map<std::int64_t, std::int64_t> rows_by_minute;
  auto at_hand = rows_by_minute.end();
  const auto all_believed = [&belief] { return std::ranges::find(belief.settled(), false) == belief.settled().end(); };
  for (Kept& row : file.rows) {
    row.minute = minute_of(row.time);
    const bool goes_on = at_hand == rows_by_minute.end() || row.minute >= at_hand->first;
    if (!row.time.dated() || !goes_on) return false;
    if (at_hand == rows_by_minute.end() || row.minute != at_hand->first)
      at_hand = rows_by_minute.emplace_hint(rows_by_minute.end(), row.minute, 0);
    ++at_hand->second;
    if (belief.hear(row.time) == clock::Belief::Says::not_believed || !all_believed()) return false;
  }
  belief.finish(file.rows.back().time);
  // A lone sale in a quiet night stands between others that are in order; a wrong clock is out of place.
  const auto is_in_place = [&](const clock::Stretch& alone) {
    const auto behind = rows_by_minute.upper_bound(alone.last);
    const auto from = rows_by_minute.lower_bound(alone.first);
    return from != rows_by_minute.begin() && alone.first - std::prev(from)->first <= clock::day &&
           behind != rows_by_minute.end() && behind->first - alone.last <= clock::day;
  };
  return all_believed() && std::ranges::all_of(clock::lonely(rows_by_minute), is_in_place);
}

// What the rows say of each other: when they were. Those that no other confirms are left out.
void HistoryFiles::find_times(File& file) {
  if (is_in_order(file)) return;
  clock::FileOrder order;
  for (const Kept& row : file.rows) order.see(row.time, statuses_[row.status]);
  order.end_first();
  for (const Kept& row : file.rows) static_cast<void>(order.place(row.time, statuses_[row.status]));
  order.end_second();
  order.reread();
  std::erase_if(file.rows, [&](Kept& row) {
    const auto [minute, says] = order.place(row.time, statuses_[row.status]);
    row.minute = minute;
    if (says == clock::FileOrder::Says::believed) return false;
    if (strays_++ == 0) first_stray_ = file.name + ":" + std::to_string(row.line) + ": " + to_text(row.time);
    return true;
  });
}

bool HistoryFiles::is_before(const Kept& a, const Kept& b) const {
  if (a.minute != b.minute) return a.minute < b.minute;
  const auto key = [this](const Kept& row) {
    return std::tuple(row.time.second_of_day, ranks_[row.status], row.count, row.label);
  };
  return key(a) < key(b);
}

// By name, so that the order in which statuses came decides nothing.
void HistoryFiles::rank_statuses() {
  ranks_.resize(statuses_.size());
  std::uint32_t rank = 0;
  for (const auto& [name, number] : numbers_) ranks_[number] = rank++;
}

void HistoryFiles::sort(std::vector<Kept>& rows) {
  rank_statuses();
  const auto before = [this](const Kept& a, const Kept& b) { return is_before(a, b); };
  if (!std::ranges::is_sorted(rows, before)) std::ranges::sort(rows, before);
}

void HistoryFiles::fill(model::History& history) {
  const bool dated = std::ranges::all_of(files_, &File::dated);
  const auto begin_of = [](const File& file) { return file.rows.front().minute; };
  if (dated) std::ranges::stable_sort(files_, {}, begin_of);
  for (std::size_t i = 0; i < files_.size(); ++i) {
    for (std::size_t j = i + 1; dated && j < files_.size() && begin_of(files_[j]) <= files_[i].rows.back().minute; ++j)
      refuse_repeats(files_[i], files_[j]);
  }
  std::vector<Kept> recording;
  int files_in_it = 0;
  const auto write = [&] {
    if (recording.empty()) return;
    if (files_in_it > 1) sort(recording);
    files_in_it = 0;
    history.begin_file();
    for (const Kept& row : recording) {
      const auto label = row.label < 0 ? std::nullopt : std::optional(row.label != 0);
      history.add({row.time, statuses_[row.status], row.count}, label);
    }
    recording.clear();
  };
  std::int64_t end = 0;
  for (File& file : files_) {
    if (!dated || recording.empty() || begin_of(file) > end) {
      write();
      end = file.rows.back().minute;
    }
    end = std::max(end, file.rows.back().minute);
    ++files_in_it;
    if (recording.empty()) {
      recording = std::move(file.rows);
    } else {
      recording.insert(recording.end(), file.rows.begin(), file.rows.end());
    }
    file.rows = {};
  }
  write();
  files_.clear();
}

// A month that is given twice would be a month with twice the business.
void HistoryFiles::refuse_repeats(const File& earlier, const File& later) const {
  constexpr std::size_t enough = 100;
  const std::int64_t first = later.rows.front().minute;
  const std::int64_t last = std::min(earlier.rows.back().minute, later.rows.back().minute);
  const auto by_minute = [](const Kept& row) { return row.minute; };
  auto a = std::ranges::lower_bound(earlier.rows, first, {}, by_minute);
  auto b = later.rows.begin();
  const auto a_end = std::ranges::upper_bound(earlier.rows, last, {}, by_minute);
  const auto b_end = std::ranges::upper_bound(later.rows, last, {}, by_minute);
  const auto rows = static_cast<std::size_t>(std::max(a_end - a, b_end - b));
  std::size_t equal = 0;
  while (a != a_end && b != b_end) {
    if (is_before(*a, *b)) {
      ++a;
    } else if (is_before(*b, *a)) {
      ++b;
    } else {
      ++equal, ++a, ++b;
    }
  }
  if (rows < enough || equal < rows - rows / 100) return;
  throw Error(Fault::bad_data, later.name + ": its rows from " + to_date_time(first * 60) + " to " +
                                   to_date_time(last * 60) + " are those of " + earlier.name +
                                   ", and would count twice: give each row once");
}

}  // namespace pos::tools
