// SPDX-License-Identifier: MIT
#include "read/plain_csv.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/line_buffer.hpp"
#include "read/plain_text.hpp"

namespace pos::read {
namespace {

// A cell up to the end of its row, behind which a carriage return may stand.
std::string_view up_to(std::string_view cell, const char* end) {
  return cell.substr(0, std::min(cell.size(), static_cast<std::size_t>(end - cell.data())));
}

}  // namespace

bool PlainCsv::is_bare(std::string_view rows) {
  unsigned char special = 0;  // as wide as what is looked at, for the sake of vectors
  for (const char c : rows)
    special |= static_cast<unsigned char>((c == '"') | (c == '\0') | (static_cast<unsigned char>(c) >= 0x80));
  return special == 0;
}

bool PlainCsv::is_clean(std::string_view row) {
  return row.find_first_of(std::string_view("\"\0", 2)) == std::string_view::npos && is_utf8(row);
}

template <bool keep>
const char* PlainCsv::read_cells(const char* at, PlainRow& row) {
  const char* const begin = at;
  std::string_view time, status;
  bool knows_time = false;
  row.count = 1;
  for (std::size_t i = 0;; ++i) {
    const char* const cell = at;
    if (i == places_.time) {
      const std::size_t known = times_.repeats(at, delimiter_);
      knows_time = known > 0;
      at = knows_time ? at + known : find_either(at, delimiter_, '\n');
      time = {cell, at};
    } else if (places_.count == i) {
      at = plain_count(at, row.count);
      if (at == nullptr) return nullptr;
      if (*at == '\r' && i + 1 == places_.columns) ++at;
    } else {
      at = find_either(at, delimiter_, '\n');
      if (i == places_.status) status = {cell, at};
    }
    if constexpr (keep) cells_[i] = {cell, at};
    const bool is_last = i + 1 == places_.columns;
    if (*at != (is_last ? '\n' : delimiter_)) return nullptr;
    ++at;
    if (is_last) break;
  }
  const char* end = at - 1;
  if (end > begin && end[-1] == '\r') --end;
  row.raw = {begin, end};
  row.time_text = up_to(time, end);
  row.status = statuses_.find(up_to(status, end));
  if (row.status == KnownStatuses::unknown || row.raw.size() > LineBuffer::max_line) return nullptr;
  if (!knows_time && !times_.read(row.time_text)) return nullptr;
  row.time = times_.last();
  if constexpr (keep) cells_.back() = up_to(cells_.back(), end);
  return at;
}

template const char* PlainCsv::read_cells<false>(const char* at, PlainRow& row);
template const char* PlainCsv::read_cells<true>(const char* at, PlainRow& row);

void PlainCsv::put_labels(RowLabels& labels, std::size_t row) const {
  for (std::size_t i = 0; i < places_.labels.size(); ++i) labels.put(row, i, cells_[places_.labels[i]]);
}

}  // namespace pos::read
