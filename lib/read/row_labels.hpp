// SPDX-License-Identifier: MIT
// The labels of rows: what columns that were asked for say, harmless to show.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.hpp"

namespace pos::read {

inline constexpr std::size_t longest_label = 64;  // bytes

// What is shown of a value: blanks around it gone, as printable() has it, and cut at the end of a character.
[[nodiscard]] std::string label_of(std::string_view value);

// Whether that is the value as it stands: printable ASCII in which no card number can be. Most values are.
[[nodiscard]] inline bool is_its_label(std::string_view value) {
  if (value.empty()) return true;
  if (value.size() > longest_label || value.front() == ' ' || value.back() == ' ') return false;
  bool is_printable = true;
  std::size_t digits = 0;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    is_printable &= byte >= 0x20 && byte < 0x7F;
    digits += byte - unsigned{'0'} <= 9 ? 1 : 0;
  }
  return is_printable && (digits < shortest_card_number || !may_hold_card_number(value));
}

// Labels of several rows. A value that is its label is not copied, and must live as long.
// Memory   up to 5 MB, as soon as values come that are not.
class RowLabels {
 public:
  RowLabels(std::size_t labels, std::size_t rows) : labels_(labels), all_(labels * rows) {}

  // How many a row has.
  [[nodiscard]] std::size_t size() const { return labels_; }
  void put(std::size_t row, std::size_t label, std::string_view value) {
    const std::size_t place = row * labels_ + label;
    all_[place] = is_its_label(value) ? value : cleaned(place, value);
  }
  [[nodiscard]] std::span<const std::string_view> of(std::size_t row) const {
    return {all_.data() + row * labels_, labels_};
  }

 private:
  // What had to be cleaned comes again: merchants have numbers as long as those of cards.
  static constexpr std::size_t most_known = 16'384;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  [[nodiscard]] std::string_view cleaned(std::size_t place, std::string_view value);

  std::size_t labels_;
  std::vector<std::string_view> all_;  // those of the first row, then those of the next
  std::vector<char> copies_;           // a place for each, as soon as one is needed
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> known_;  // by value
};

}  // namespace pos::read
