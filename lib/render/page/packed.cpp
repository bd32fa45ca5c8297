// SPDX-License-Identifier: MIT
#include "render/page/packed.hpp"

#include <string_view>

namespace pos::render {

void append_packed(std::string& out, std::int64_t number) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  constexpr std::uint64_t more = 32;
  std::uint64_t rest = static_cast<std::uint64_t>(number < 0 ? -number : number);
  std::uint64_t digit = (rest & 15) << 1 | (number < 0 ? 1 : 0);
  for (rest >>= 4; rest > 0; rest >>= 5) {
    out += digits[digit | more];
    digit = rest & 31;
  }
  out += digits[digit];
}

}  // namespace pos::render
