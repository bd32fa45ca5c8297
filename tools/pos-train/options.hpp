// SPDX-License-Identifier: MIT
// What pos-train is asked for.
#pragma once

#include <optional>
#include <string>

#include "base/language.hpp"
#include "cli/options.hpp"
#include "model/training.hpp"

namespace pos::tools {

inline constexpr const char* tool = "pos-train";

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string history;  // database; empty: input
  std::string stream;   // of it
  std::string since, until;
  std::string model;
  std::string events;  // file; empty: none
  std::string by;      // columns whose values are keys; empty: none
  model::TrainingSettings training;
  std::string test;
  std::string report;
  std::string inspect;
  std::optional<Language> language;
};

void add_options(cli::Command& command, Options& options);

}  // namespace pos::tools
