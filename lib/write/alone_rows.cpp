// SPDX-License-Identifier: MIT
#include "write/alone_rows.hpp"

#include <algorithm>
#include <stdexcept>

namespace pos::write {

std::size_t AloneRows::pattern(const Scored& scored) {
  constexpr std::string_view score = "0.123456";
  std::string text;
  format_.scored_columns(scored, text);
  Pattern pattern;
  for (std::size_t begin = 0; begin <= text.size(); ++pattern.size) {
    const std::size_t end = std::min(text.find(score, begin), text.size());
    if (pattern.size == pattern.pieces.size() || end - begin > sizeof(Piece::text) - short_size)
      throw std::logic_error("scored columns are no pattern");
    Piece& piece = pattern.pieces[pattern.size];
    piece.size = text.copy(piece.text.data(), end - begin, begin);
    begin = end == text.size() ? text.size() + 1 : end + score.size();
  }
  patterns_.push_back(pattern);
  return patterns_.size() - 1;
}

}  // namespace pos::write
