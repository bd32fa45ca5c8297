// SPDX-License-Identifier: MIT
// What pos-serve is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "address.hpp"
#include "cli/options.hpp"
#include "engine.hpp"
#include "incident/rules.hpp"
#include "pipeline/model_age.hpp"

namespace pos::tools {

inline constexpr const char* tool = "pos-serve";

struct Options {
  cli::CommonOptions common;
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> allow_hosts;
  std::string token_file, read_token_file;
  std::string alert_command;
  std::uint64_t max_body = 1'048'576;  // bytes
  std::size_t max_clients = 256;
  std::chrono::seconds timeout{10};
  cli::InputOptions input;  // columns and zone alone
  std::string events;       // file; empty: none
  EngineSettings engine;
  incident::Rules rules;
  std::chrono::seconds max_model_age = pipeline::usual_model_age;
};

void add_options(cli::Command& command, Options& options);

// Refuses what does not go together, and fills in what was left open. Errors: pos::Error(Fault::usage).
void complete(Options& options);

}  // namespace pos::tools
