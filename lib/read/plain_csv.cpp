// SPDX-License-Identifier: MIT
#include "read/plain_csv.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/line_buffer.hpp"
#include "read/plain_text.hpp"

namespace pos::read {
namespace {

// Quotes, NUL or bytes beyond ASCII: of the first two a row is not plain, of the others only if they are UTF-8.
bool is_bare_csv(std::string_view text) {
  unsigned special = 0;
  for (const char c : text)
    special |= static_cast<unsigned>(c == '"' || c == '\0' || static_cast<unsigned char>(c) >= 0x80);
  return special == 0;
}

bool is_clean_csv(std::string_view text) {
  return text.find_first_of(std::string_view("\"\0", 2)) == std::string_view::npos && is_utf8(text);
}

}  // namespace

std::size_t PlainCsv::read(std::string_view lines, std::span<PlainRow> rows, std::size_t& bytes) {
  if (places_.columns > most_columns) return 0;
  const char* const end = lines.data() + lines.size();
  const char* at = lines.data();
  std::size_t size = 0;
  while (size < rows.size() && at < end) {
    const char* next = read_row(at, rows[size]);
    if (next == nullptr) break;
    at = next;
    ++size;
  }
  if (!is_bare_csv({lines.data(), at})) {
    const auto read = rows.first(size);
    const auto bad = std::ranges::find_if(read, [](const PlainRow& row) { return !is_clean_csv(row.raw); });
    if (bad != read.end()) at = bad->raw.data();
    size = static_cast<std::size_t>(bad - read.begin());
  }
  bytes = static_cast<std::size_t>(at - lines.data());
  return size;
}

// Returns where the next row begins; null: this one is not plain.
const char* PlainCsv::read_row(const char* at, PlainRow& row) {
  std::array<const char*, most_columns + 1> cells;  // where each begins, and one behind where the last one ends
  const char* const begin = at;
  for (std::size_t i = 0;; ++i) {
    cells[i] = at;
    const std::size_t known = i == places_.time ? times_.repeats(at, delimiter_) : 0;
    at = known > 0 ? at + known : find_either(at, delimiter_, '\n');
    const bool is_last = i + 1 == places_.columns;
    if ((*at == '\n') != is_last) return nullptr;
    ++at;
    if (is_last) break;
  }
  const char* end = at - 1;
  if (end > begin && end[-1] == '\r') --end;
  cells[places_.columns] = end + 1;
  const auto cell = [&](std::size_t i) { return std::string_view(cells[i], cells[i + 1] - 1); };

  row.count = 1;
  if (places_.count && !plain_count(cells[*places_.count], cells[*places_.count + 1] - 1, row.count)) return nullptr;
  row.status = statuses_.find(cell(places_.status));
  if (row.status == KnownStatuses::unknown) return nullptr;
  row.time_text = cell(places_.time);
  if (!times_.read(row.time_text)) return nullptr;
  row.time = times_.last();
  row.raw = {begin, end};
  return row.raw.size() <= LineBuffer::max_line ? at : nullptr;
}

}  // namespace pos::read
