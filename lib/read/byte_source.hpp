// SPDX-License-Identifier: MIT
// Where the readers get their bytes from.
#pragma once

#include <cstddef>

namespace pos::read {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Reads 1 to `size` bytes to `to` and returns how many; waits until there is at least one.
  // 0: end of input. Errors: pos::Error(Fault::io).
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

}  // namespace pos::read
