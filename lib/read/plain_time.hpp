// SPDX-License-Identifier: MIT
// The times of rows that come in order: most are spelt as the one before.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/local_time.hpp"
#include "read/plain_text.hpp"
#include "read/time_forms.hpp"

namespace pos::read {

class PlainTime {
 public:
  // `times` must outlive it.
  explicit PlainTime(TimeReader& times) : times_(times) {}

  // How many bytes the time before has, if it stands there and `end` (or a line end) behind it; 0: it does not.
  [[nodiscard]] std::size_t repeats(const char* at, char end) const {
    const bool same = size_ > 0 && same_bytes(at, text_.data(), size_) && (at[size_] == end || at[size_] == '\n');
    return same ? size_ : 0;
  }
  // False: it is no time, or has blanks around it or an unusual length, and needs a closer look.
  [[nodiscard]] bool read(std::string_view text) {
    if (text.size() == size_ && same_bytes(text.data(), text_.data(), size_) && size_ > 0) return true;
    size_ = 0;
    if (text.empty() || text.size() > text_.size() || is_blank(text.front()) || is_blank(text.back())) return false;
    const auto time = times_.read(text);
    if (!time) {
      times_.forget_doubt();
      return false;
    }
    last_ = *time;
    size_ = text.copy(text_.data(), text.size());
    return true;
  }
  // What was read, or repeated.
  [[nodiscard]] const LocalTime& last() const { return last_; }

 private:
  static bool is_blank(char c) { return c == ' ' || c == '\t'; }

  TimeReader& times_;
  std::array<char, 40> text_{};
  std::size_t size_ = 0;
  LocalTime last_;
};

}  // namespace pos::read
