// SPDX-License-Identifier: MIT
#include "write/alone_rows.hpp"

#include <algorithm>

namespace pos::write {

AloneRows::Pattern AloneRows::take_apart(std::string_view text, std::string_view score) {
  Pattern pattern;
  for (std::size_t begin = 0; begin <= text.size(); ++pattern.size) {
    const std::size_t end = std::min(text.find(score, begin), text.size());
    if (pattern.size == pattern.pieces.size() || end - begin > sizeof(Piece::text) - short_size) return {};
    Piece& piece = pattern.pieces[pattern.size];
    piece.size = text.copy(piece.text.data(), end - begin, begin);
    begin = end == text.size() ? text.size() + 1 : end + score.size();
  }
  return pattern;
}

// A score may stand in the name of a status or as the threshold by chance: another score tells.
std::size_t AloneRows::pattern(const std::function<Scored(double)>& judge) {
  std::string one;
  std::string other;
  format_.scored_columns(judge(0.123456), one);
  format_.scored_columns(judge(0.654321), other);
  Pattern pattern = take_apart(one, "0.123456");
  std::string again;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    if (i > 0) again += "0.654321";
    again.append(pattern.pieces[i].text.data(), pattern.pieces[i].size);
  }
  if (again != other) pattern.size = 0;
  patterns_.push_back(pattern);
  return patterns_.size() - 1;
}

}  // namespace pos::write
