// SPDX-License-Identifier: MIT
// The program: sockets, connections, signals, from start to end.
#pragma once

#include "serve/settings.hpp"

namespace pos::serve {

// Serves until SIGINT or SIGTERM. Errors: pos::Error; Fault::config where others than this machine could connect and
// no token is asked for.
void run(const Settings& settings);

}  // namespace pos::serve
