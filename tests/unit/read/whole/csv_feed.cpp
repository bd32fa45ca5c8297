// SPDX-License-Identifier: MIT
#include "unit/read/whole/csv_feed.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace pos::read {

CsvFeed::CsvFeed(LineBuffer& lines, const std::string& name, BadRowHandler on_bad, const ColumnNames* wanted)
    : on_bad_(std::move(on_bad)),
      rows_(
          lines, name, [this](const BadRow& row) { keep(row); }, wanted) {
  add(rows_.header());
}

std::size_t CsvFeed::read(char* to, std::size_t size) {
  forget_given();
  CsvRows::Raw raw;
  while (text_.size() - sent_ < size && rows_.next(raw)) {
    waiting_.push_back({raw.line, text_.size(), raw.text.size(), raw.begins_file, {}});
    if (add(raw.text)) waiting_.back().original = raw.text;
  }
  const std::size_t length = std::min(size, text_.size() - sent_);
  std::memcpy(to, text_.data() + sent_, length);
  sent_ += length;
  return length;
}

void CsvFeed::tell_refused(bool at_end) {
  while (!refused_.empty() && (at_end || refused_.front().after <= forgotten_ + given_)) {
    const Refused& row = refused_.front();
    on_bad_({row.line, row.reason, row.text, false, rows_.header()});
    refused_.pop_front();
  }
}

std::string_view CsvFeed::text() const {
  const Waiting& row = waiting_[given_ - 1];
  return row.original.empty() ? std::string_view(text_).substr(row.begin, row.length) : row.original;
}

void CsvFeed::reject(std::string_view reason) const { on_bad_({line(), reason, text(), false, rows_.header()}); }

// What the guard refuses waits for its turn among the rows that the parser has still to give. Only
// a row too long to be kept does not wait.
void CsvFeed::keep(const BadRow& row) {
  if (row.goes_on || in_long_row_) {
    on_bad_(row);
    in_long_row_ = row.goes_on;
  } else {
    refused_.push_back({forgotten_ + waiting_.size(), row.line, std::string(row.reason), std::string(row.raw)});
  }
}

// True where a quoted line break had to be replaced, lest it end the row. The control character
// in its place is refused where it matters, as the line break would be.
bool CsvFeed::add(std::string_view row) {
  const std::size_t begin = text_.size();
  text_ += row;
  const bool breaks = row.find('\n') != std::string_view::npos;
  if (breaks) std::replace(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.end(), '\n', '\x01');
  text_ += '\n';
  return breaks;
}

// Drops what the parser has given back; what it holds in its own buffer is still waiting here.
void CsvFeed::forget_given() {
  if (given_ == 0) return;
  const std::size_t from = given_ < waiting_.size() ? waiting_[given_].begin : sent_;
  text_.erase(0, from);
  sent_ -= from;
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(given_));
  for (Waiting& row : waiting_) row.begin -= from;
  forgotten_ += given_;
  given_ = 0;
}

}  // namespace pos::read
