// SPDX-License-Identifier: MIT
// Secrets that are told to nobody, should the other side quote them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pos::notify {

class Hidden {
 public:
  // What is shorter stands in answers by chance, and is passed over.
  static constexpr std::size_t shortest = 6;  // bytes

  void add(std::string_view secret);
  // The text with *** for each of them. To be cut after that: half a secret would stay.
  [[nodiscard]] std::string without(std::string text) const;

 private:
  std::vector<std::string> secrets_;
};

}  // namespace pos::notify
