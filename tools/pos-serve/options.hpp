// SPDX-License-Identifier: MIT
// What pos-serve is asked for.
#pragma once

#include "cli/options.hpp"
#include "serve/settings.hpp"

namespace pos::tools {

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;  // columns and zone alone
  serve::Settings serve;
};

void add_options(cli::Command& command, Options& options);

// Refuses what does not go together, and fills in what was left open. Errors: pos::Error(Fault::usage).
void complete(Options& options);

}  // namespace pos::tools
