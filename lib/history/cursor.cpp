// SPDX-License-Identifier: MIT
#include "history/cursor.hpp"

#include <algorithm>
#include <string>

#include "history/row_hash.hpp"

namespace pos::history {

std::uint64_t record_hash(const Record& record) {
  std::string words = record.status;
  words += '\0';
  words += std::to_string(record.count);
  words += record.scored.decision == Decision::alert ? " alert " : " approve ";
  words += severity_name(record.scored.severity);
  if (!record.scored.key.empty()) words += " " + record.scored.key;
  return row_hash(record.time, words);
}

void Cursor::pass(const Record& record) {
  const LocalSeconds begin = minute_begin(record.time);
  const bool first = minute.empty();
  if (first || begin > minute_begin(time)) minute.clear();
  time = first ? std::max(record.time, time) : std::max(time, record.time);
  if (begin == minute_begin(time)) ++minute[record_hash(record)];
}

bool Behind::holds(const Record& record) {
  const LocalSeconds begin = minute_begin(record.time);
  if (begin != minute_begin(time_)) return begin < minute_begin(time_);
  if (by_time_) return record.time <= time_;
  const auto known = minute_.find(record_hash(record));
  if (known == minute_.end()) return false;
  if (--known->second == 0) minute_.erase(known);
  return true;
}

}  // namespace pos::history
