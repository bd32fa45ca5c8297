// SPDX-License-Identifier: MIT
#include "read/csv_cells.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace pos::read {
namespace {

// Blanks before and after quotes; a TAB that separates cells is no blank.
bool is_blank(char c, char delimiter) { return (c == ' ' || c == '\t') && c != delimiter; }

// Walks over a quoted cell from its opening quote. Sets `end` behind the cell.
Split skip_quoted(std::string_view row, std::size_t open, char delimiter, std::size_t& end) {
  std::size_t at = open + 1;
  for (;;) {
    at = row.find('"', at);
    if (at == std::string_view::npos) return Split::open_quote;
    if (at + 1 < row.size() && row[at + 1] == '"') {
      at += 2;
      continue;
    }
    break;
  }
  ++at;
  while (at < row.size() && is_blank(row[at], delimiter)) ++at;
  if (at < row.size() && row[at] != delimiter) return Split::text_after_quote;
  end = at;
  return Split::ok;
}

}  // namespace

Split split_cells(std::string_view row, char delimiter, std::vector<std::string_view>& cells) {
  cells.clear();
  const bool quoted = row.find('"') != std::string_view::npos;
  for (std::size_t begin = 0;;) {
    std::size_t end = 0;
    std::size_t first = begin;
    if (quoted) {
      while (first < row.size() && is_blank(row[first], delimiter)) ++first;
    }
    if (first < row.size() && row[first] == '"') {
      if (const Split split = skip_quoted(row, first, delimiter, end); split != Split::ok) return split;
    } else {
      end = std::min(row.find(delimiter, begin), row.size());
      if (quoted && row.substr(begin, end - begin).find('"') != std::string_view::npos) return Split::quote_inside;
    }
    cells.push_back(row.substr(begin, end - begin));
    if (end == row.size()) return Split::ok;
    begin = end + 1;
  }
}

std::string_view cell_text(std::string_view cell, std::string& scratch) {
  cell = trim(cell);
  if (!cell.starts_with('"')) return cell;
  cell = cell.substr(1, cell.size() - 2);
  if (cell.find('"') == std::string_view::npos) return cell;
  scratch.clear();
  for (std::size_t i = 0; i < cell.size(); ++i) {
    scratch += cell[i];
    if (cell[i] == '"') ++i;
  }
  return scratch;
}

char find_delimiter(std::string_view header) {
  constexpr std::array candidates = {',', ';', '\t'};
  std::array<int, candidates.size()> seen{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    const auto* found = std::find(candidates.begin(), candidates.end(), c);
    if (!quoted && found != candidates.end()) ++seen[static_cast<std::size_t>(found - candidates.begin())];
  }
  const auto most = std::max_element(seen.begin(), seen.end()) - seen.begin();
  return candidates[static_cast<std::size_t>(most)];
}

}  // namespace pos::read
