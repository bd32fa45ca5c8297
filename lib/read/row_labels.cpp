// SPDX-License-Identifier: MIT
#include "read/row_labels.hpp"

namespace pos::read {
namespace {

// What stands further on in a value is cut off. No card number that begins before the cut is longer: 19 digits, 18
// blanks.
constexpr std::size_t far_enough = 2 * longest_label;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string label_of(std::string_view value) {
  std::string label = printable(trim(value).substr(0, far_enough), longest_label);
  if (label.size() > longest_label) {
    std::size_t end = longest_label;
    while (continues_character(label[end])) --end;
    label.resize(end);
  }
  label.resize(trim(label).size());
  return label;
}

std::string_view RowLabels::cleaned(std::size_t place, std::string_view value) {
  if (copies_.empty()) copies_.resize(all_.size() * longest_label);
  value = trim(value).substr(0, far_enough);
  auto known = known_.find(value);
  if (known == known_.end()) {
    if (known_.size() == most_known) known_.clear();
    known = known_.emplace(value, label_of(value)).first;
  }
  char* const to = copies_.data() + place * longest_label;
  return {to, known->second.copy(to, longest_label)};
}

}  // namespace pos::read
