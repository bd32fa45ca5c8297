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

  // True where the input did not end by itself: what stands behind the last line end is half a line.
  [[nodiscard]] virtual bool cut_short() const { return false; }
};

}  // namespace pos::read
