// SPDX-License-Identifier: MIT
#include "base/error.hpp"

#include <cerrno>
#include <cstring>

namespace pos {

Error system_error(const std::string& name, int error, Fault otherwise) {
  const std::string message = name + ": " + std::strerror(error);
  switch (error) {
    case EMFILE:
      return {Fault::system, message + " (ulimit -n says how many there may be)"};
    case ENFILE:
    case ENOMEM:
      return {Fault::system, message};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EIO:
      return {Fault::io, message};
    default:
      return {otherwise, message};
  }
}

}  // namespace pos
