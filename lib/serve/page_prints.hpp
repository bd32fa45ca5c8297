// SPDX-License-Identifier: MIT
// What was sent to pages, in short, so that they can be told what has changed since.
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <string_view>
#include <utility>

#include "render/page/delta.hpp"

namespace pos::serve {

class PagePrints {
 public:
  // Null: not known any more.
  [[nodiscard]] const render::PagePrint* find(std::string_view id) const {
    const auto at = std::find_if(prints_.begin(), prints_.end(), [id](const auto& print) { return print.id == id; });
    return at == prints_.end() ? nullptr : &*at;
  }

  void keep(render::PagePrint print) {
    constexpr std::size_t most = 64, most_rows = 4'000'000;  // 32 MB
    if (find(print.id) != nullptr) return;
    rows_ += print.rows.size();
    prints_.push_front(std::move(print));
    while (prints_.size() > most || (rows_ > most_rows && prints_.size() > 1)) {
      rows_ -= prints_.back().rows.size();
      prints_.pop_back();
    }
  }

 private:
  std::list<render::PagePrint> prints_;  // the newest first
  std::size_t rows_ = 0;
};

}  // namespace pos::serve
