// SPDX-License-Identifier: MIT
// The program: sockets, connections, signals, from start to end.
#pragma once

#include "options.hpp"

namespace pos::tools {

// Serves until SIGINT or SIGTERM. Errors: pos::Error; Fault::config where others than this machine could connect and
// no token is asked for.
void serve(const Options& options);

}  // namespace pos::tools
