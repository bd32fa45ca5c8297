// SPDX-License-Identifier: MIT
#include "serve/row_answer.hpp"

#include <algorithm>
#include <utility>

#include "base/json.hpp"
#include "report/collect.hpp"

namespace pos::serve {

RowAnswer::RowAnswer(const Query& query, DataFormat format, write::PlaceColumns columns)
    : line_(line_of(format)),
      columns_(columns),
      order_(query.order),
      limit_(std::min(query.limit.value_or(most_rows_of(format)), most_rows_of(format))),
      is_limited_(query.limit.has_value()) {
  if (line_ == write::Line::csv) write::append_record_line(text_, write::Line::csv_header, {}, columns_);
  if (line_ == write::Line::json) text_ += '[';
}

bool RowAnswer::add(const Record& record) {
  if (++rows_ > limit_ && !is_limited_) throw report::TooManyRecords();
  if (!is_reversed()) {
    if (rows_ > limit_) return false;
    write::append_record_line(text_, line_, record, columns_);
    return true;
  }
  std::string line;
  // An element of an array needs the array before it.
  write::append_record_line(line, line_ == write::Line::json ? write::Line::ndjson : line_, record, columns_);
  if (line_ == write::Line::json) line.pop_back();
  last_.push_back(std::move(line));
  if (last_.size() > limit_) last_.pop_front();
  return true;
}

std::string RowAnswer::text() {
  for (; !last_.empty(); last_.pop_back()) {
    if (line_ == write::Line::json) append_json_comma(text_);
    text_ += last_.back();
  }
  if (line_ == write::Line::json) text_ += "]\n";
  return std::move(text_);
}

}  // namespace pos::serve
