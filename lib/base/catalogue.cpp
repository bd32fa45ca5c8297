// SPDX-License-Identifier: MIT
#include "base/catalogue.hpp"

namespace pos {

// Of the header, by gettext's manual ("The Format of GNU MO Files"): magic, revision, how many, where the table of texts
// is, where that of translations. Each entry of those is a length and a place.
std::size_t Catalogue::number(std::size_t at) const {
  std::size_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(mo_[at + i]);
  return value;
}

std::string_view Catalogue::entry(std::size_t table, std::size_t i) const {
  const std::size_t at = number(table) + 8 * i;
  return mo_.substr(number(at + 4), number(at));
}

std::string_view Catalogue::text(std::size_t i) const {
  const std::string_view both = entry(12, i);
  return both.substr(0, both.find('\0'));
}

std::string_view Catalogue::translation(std::size_t i) const { return entry(16, i); }

std::string_view Catalogue::find(std::string_view text_wanted) const {
  std::size_t begin = 0;
  for (std::size_t end = size(); begin < end;) {
    const std::size_t middle = (begin + end) / 2;
    const int order = text(middle).compare(text_wanted);
    if (order == 0) return translation(middle);
    order < 0 ? begin = middle + 1 : end = middle;
  }
  return {};
}

}  // namespace pos
